// The credit policy as a page: each topic in words with its Edit button, what a change would change, and older versions.
import type { AnyBlock, ModalView } from '@slack/types';
import { type Day, dayIn, formatDay } from '../../core/calendar.ts';
import type { Planned } from '../../core/chase/forecast.ts';
import { byDay, stepTitle } from '../../core/look-ahead-words.ts';
import type { Policy } from '../../core/policy.ts';
import {
  changeInWords,
  type PolicyChange,
  type PolicyTopic,
  policyInWords,
  STEP_TITLES,
  TOPIC_WORDS,
} from '../../core/policy-words.ts';
import type { Settings } from '../../core/settings.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { actions, button, context, divider, header, modal, section } from './blocks.ts';
import { count, escapeInline, fitLines, mention } from './mrkdwn.ts';

export type PolicyPageContent = {
  readonly version: number;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly mayChange: boolean;
};

const LINES_LIMIT = 2000;

/** Only groups can have nothing to say. */
const NONE = 'No group has rules of its own.';

export function policyPage({ version, policy, settings, mayChange }: PolicyPageContent): ModalView {
  const lines = policyInWords(policy, settings);
  const topics = Object.keys(TOPIC_WORDS) as PolicyTopic[];
  const owners = settings.owners.map(mention).join(', ');
  return modal(CALLBACKS.policyPage, 'Your credit policy', [
    ...(mayChange ? [] : [context(`Only an owner can change it: ${owners}.`)]),
    ...topics.flatMap((topic) => {
      const words = lines
        .filter((line) => line.topic === topic)
        .map((line) => `• *${escapeInline(line.label)}*: ${escapeInline(line.words)}`);
      const edit =
        mayChange && topic !== 'steps'
          ? button(ACTIONS.policyEdit, 'Edit', encodeValue('policyTopic', { topic, version, step: null }))
          : undefined;
      return [
        section(
          fitLines([`*${TOPIC_WORDS[topic]}*`, ...(words.length > 0 ? words : [NONE])], LINES_LIMIT),
          edit,
        ),
        ...(mayChange && topic === 'steps' ? stepButtons(policy, version) : []),
        divider(),
      ];
    }),
    actions(
      button(ACTIONS.policyPublish, 'Page for customers', null),
      version > 1 ? button(ACTIONS.policyHistory, 'Earlier versions', null) : null,
    ),
    context(version === 0 ? 'This is the policy that every workspace begins with.' : `Version ${version}.`),
  ]);
}

/** Which step is changed is chosen from buttons, because a step has more fields than a line shows. */
function stepButtons(policy: Policy, version: number): AnyBlock[] {
  const value = (step: string | null) => encodeValue('policyTopic', { topic: 'steps', version, step });
  const known = policy.steps.map(({ name }) => name);
  const missing = (Object.keys(STEP_TITLES) as (keyof typeof STEP_TITLES)[]).filter(
    (name) => !known.includes(name),
  );
  return [
    context('Change a step:'),
    actions(
      ...known.map((name, index) => button(`${ACTIONS.policyStep}.${index}`, STEP_TITLES[name], value(name))),
      ...missing.map((name, index) =>
        button(`${ACTIONS.policyStep}.${known.length + index}`, `Add: ${STEP_TITLES[name]}`, value(name)),
      ),
      button(ACTIONS.policyEdit, 'Notes by themselves?', value(null)),
    ),
  ];
}

/** Shown at once, because reckoning fourteen days for everybody may take a moment. */
export function workingView(metadata: string): ModalView {
  return modal(CALLBACKS.policySave, 'What would change', [section('Working out what this would change…')], {
    metadata,
  });
}

export function previewView(
  preview: {
    changes: readonly PolicyChange[];
    before: readonly Planned[];
    after: readonly Planned[];
    settings: Settings;
    today: Day;
  },
  days: number,
  metadata: string,
): ModalView {
  const { changes, before, after, settings, today } = preview;
  if (changes.length === 0) {
    return modal(
      CALLBACKS.policySave,
      'What would change',
      [section('*Nothing is different from now.* Close this, or go back and change something.')],
      { metadata },
    );
  }
  return modal(
    CALLBACKS.policySave,
    'What would change',
    [
      section(
        fitLines(
          ['*Your change*', ...changes.map((change) => `• ${escapeInline(changeInWords(change))}`)],
          LINES_LIMIT,
        ),
      ),
      divider(),
      header(`The next ${count(days, 'day')}`),
      ...dayBlocks(before, after, settings.locale, today),
      context('If nobody pays or says anything. Letters still need their approval.'),
    ],
    { submit: 'Save', metadata },
  );
}

/** Both policies side by side, a row a day on which they differ; what is the same is counted. */
function dayBlocks(
  before: readonly Planned[],
  after: readonly Planned[],
  locale: string,
  today: Day,
): AnyBlock[] {
  const [old, now] = [new Map(byDay(before)), new Map(byDay(after))];
  const all = [...new Set([...old.keys(), ...now.keys()])].sort();
  const words = (planned: readonly Planned[] = []) =>
    planned.map(({ customerName, act }) => `${escapeInline(customerName)}: ${stepTitle(act.step)}`);
  const differing = all.filter((day) => words(old.get(day)).join() !== words(now.get(day)).join());
  if (differing.length === 0) {
    return [section(`*The same ${count(before.length, 'step')}* under both policies.`)];
  }
  const rows = differing.slice(0, MOST_DAYS).map((day): AnyBlock => {
    const [was, will] = [words(old.get(day)), words(now.get(day))];
    const side = (title: string, lines: readonly string[], others: readonly string[]) => {
      const own = lines.filter((line) => !others.includes(line));
      const same = lines.length - own.length;
      const shown = own.length > 0 ? own : ['–'];
      return {
        type: 'mrkdwn' as const,
        text: fitLines([title, ...shown, ...(same > 0 ? [`_and ${same} the same_`] : [])], SIDE_LIMIT),
        verbatim: true,
      };
    };
    return {
      type: 'section',
      text: { type: 'mrkdwn', text: `*${formatDay(day, locale, today)}*`, verbatim: true },
      fields: [side('*Now*', was, will), side('*With the change*', will, was)],
    };
  });
  return [
    section(`*Now*: ${count(before.length, 'step')}. *With the change*: ${count(after.length, 'step')}.`),
    ...rows,
  ];
}

const MOST_DAYS = 14;
const SIDE_LIMIT = 900;

export function historyView(
  versions: readonly { version: number; by: string; at: string; changes: readonly PolicyChange[] }[],
  { locale, zone }: Settings,
): ModalView {
  const shown = versions.slice(0, MOST_VERSIONS);
  const left = versions.length - shown.length;
  return modal(CALLBACKS.policyHistory, 'Earlier versions', [
    ...shown.map(({ version, by, at, changes }) =>
      section(
        fitLines(
          [
            `*Version ${version}* · ${formatDay(dayIn(zone, at), locale)} · ${mention(by)}`,
            ...(changes.length > 0
              ? changes.map((change) => `• ${escapeInline(changeInWords(change))}`)
              : ['The first.']),
          ],
          LINES_LIMIT,
        ),
      ),
    ),
    ...(left > 0 ? [context(`…and ${count(left, 'older version')}.`)] : []),
  ]);
}

const MOST_VERSIONS = 40;
