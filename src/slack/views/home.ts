// The Home tab: the figures, today's list in short, what still has to be set up, and how things are connected.
import type { AnyBlock, HomeView } from '@slack/types';
import { dayIn, formatDay, timeIn } from '../../core/calendar.ts';
import { ladderOf } from '../../core/chase/ladder.ts';
import type { Digest } from '../../core/digest.ts';
import { isUsedUp, type ModelUsage } from '../../core/model-budget.ts';
import { formatMoney, money } from '../../core/money.ts';
import type { Policy } from '../../core/policy.ts';
import type { Settings } from '../../core/settings.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { bucketWords, overdueLines } from './ageing-chart.ts';
import { actions, button, context, divider, header, section } from './blocks.ts';
import { caseMenu } from './digest.ts';
import { disputesText } from './dispute-lines.ts';
import { count, escapeInline, fitLines, listWords, mention, shorten } from './mrkdwn.ts';
import { quoteLine } from './promise-lines.ts';
import { requestBlocks } from './request-lines.ts';
import { daysLateWords, STEP_WORDS, stepWords } from './verdict-words.ts';

export type HomeContent = {
  readonly settings: Settings;
  readonly policy: Policy;
  /** Null before the first import. */
  readonly digest: Digest | null;
  readonly lastImport: { readonly at: string; readonly fileName: string; readonly by: string } | null;
  /** How mail goes out, one sentence: "By SMTP through mail.example.com." */
  readonly mail: string;
  /** Who writes and reads, one sentence: "House templates; no model is set." */
  readonly model: string;
  readonly usesModel: boolean;
  /** What the model was asked today. */
  readonly modelUsage: ModelUsage;
  readonly mayChangeSettings: boolean;
};

/** Of today's list so many stand here; the digest has them all. */
const SHORT_LIST = 8;

/** What ends first; more would hide what is late. */
const MOST_EARLY = 3;

export function homeView(content: HomeContent): HomeView {
  return {
    type: 'home',
    callback_id: CALLBACKS.home,
    blocks: [
      header(content.settings.businessName || 'Welcome to Tightrope'),
      ...(isSetUp(content) ? [] : setupBlocks(content)),
      ...(content.digest ? figureBlocks(content.digest) : []),
      actions(
        button(ACTIONS.importOpen, 'Import invoices', null),
        content.mayChangeSettings ? button(ACTIONS.settingsOpen, 'Settings', null) : null,
        content.mayChangeSettings ? button(ACTIONS.voiceOpen, 'Voice', null) : null,
        button(ACTIONS.policyOpen, 'Policy', null),
        content.mayChangeSettings ? button(ACTIONS.agenciesOpen, 'Agencies', null) : null,
        content.digest && content.settings.channel
          ? button(ACTIONS.digestNow, 'Post the digest now', null)
          : null,
      ),
      divider(),
      ...(content.digest
        ? [
            ...todayBlocks(content.digest),
            ...disputeBlocks(content.digest),
            ...earlyBlocks(content.digest),
            ...requestBlocks(content.digest),
            ...onTimeBlocks(content.digest),
            divider(),
          ]
        : []),
      ...statusBlocks(content),
    ],
  };
}

type Step = { readonly done: boolean; readonly words: string };

function setupSteps({ settings, lastImport }: HomeContent): Step[] {
  const { sender, waysToPay } = settings;
  return [
    { done: settings.channel !== null, words: 'Choose the channel where I post' },
    { done: settings.businessName !== '', words: 'Say what your business is called' },
    { done: sender.name !== '' && sender.email !== '', words: 'Say who signs the letters' },
    {
      done: settings.approvers.length > 0 || settings.owners.length > 0,
      words: 'Choose who may approve letters',
    },
    {
      done: [waysToPay.linkTemplate, waysToPay.bankDetails, waysToPay.phone].some((way) => way !== null),
      words: 'Say how customers can pay',
    },
    { done: lastImport !== null, words: 'Import your open invoices' },
  ];
}

function isSetUp(content: HomeContent): boolean {
  return content.settings.onboarded && setupSteps(content).every(({ done }) => done);
}

function setupBlocks(content: HomeContent): AnyBlock[] {
  const steps = setupSteps(content);
  const left = steps.filter(({ done }) => !done);
  const lines = steps.map(({ done, words }) =>
    done ? `:white_check_mark: ~${words}~` : `:white_large_square: *${words}*`,
  );
  const onlyImport = left.length === 1 && content.lastImport === null;
  const blocks: AnyBlock[] = [
    section(
      fitLines(
        [
          left.length === steps.length
            ? '*I help you get overdue invoices paid without losing the customer.* A few things first:'
            : `*${count(left.length, 'thing')} left to set up*`,
          ...lines,
        ],
        2900,
      ),
    ),
  ];
  if (!content.mayChangeSettings) {
    const owners = listWords(content.settings.owners.map(mention), 5);
    return [...blocks, context(`Only an owner can change this: ${owners}.`)];
  }
  const start = onlyImport
    ? button(ACTIONS.importOpen, 'Import invoices', null, { style: 'primary' })
    : button(ACTIONS.settingsOpen, 'Set up', null, { style: 'primary' });
  // The same action stands a second time in the row of buttons below; Slack only wants it unique in its own block.
  return [...blocks, actions(start), divider()];
}

function figureBlocks(digest: Digest): AnyBlock[] {
  const lines = overdueLines(digest.ageing, digest.locale);
  const buckets = digest.ageing.currencies
    .filter(({ overdue }) => overdue.minor > 0)
    .map((of) => bucketWords(of, digest.locale));
  return [
    section(lines.length > 0 ? fitLines(lines, 2900) : '*Nothing is overdue.* Well done!'),
    ...(buckets.length > 0 ? [context(fitLines(buckets, 2900))] : []),
  ];
}

function todayBlocks(digest: Digest): AnyBlock[] {
  const { chase, locale, day } = digest;
  const leave =
    digest.leave.length > 0
      ? [
          actions(
            button(
              ACTIONS.digestLeave,
              `Whom we leave alone (${digest.leave.length}) ▸`,
              encodeValue('digestPage', { day, page: 0 }),
            ),
          ),
        ]
      : [];
  if (chase.length === 0) {
    return [section(`*${formatDay(day, locale)}: nobody needs chasing today.* Enjoy the quiet.`), ...leave];
  }
  const left = chase.length - SHORT_LIST;
  return [
    section(`*${formatDay(day, locale)}: ${count(chase.length, 'customer')} to chase*`),
    ...chase
      .slice(0, SHORT_LIST)
      .map(({ act, customerName, quote }) =>
        section(
          `*${escapeInline(shorten(customerName, 150))}* · ${formatMoney(act.total, locale)} · ${daysLateWords(act.daysLate)}\n${stepWords(act)}. ${escapeInline(shorten(act.because, 300))}${quoteLine({ quote })}`,
          caseMenu(act.customerId),
        ),
      ),
    ...(left > 0 ? [context(`…and ${left} more in the digest.`)] : []),
    ...leave,
  ];
}

function disputeBlocks({ disputes, day, locale }: Digest): AnyBlock[] {
  const text = disputesText(disputes, { today: day, locale });
  return text ? [section(text)] : [];
}

function earlyBlocks({ early, locale, day }: Digest): AnyBlock[] {
  if (early.length === 0) return [];
  const left = early.length - MOST_EARLY;
  return [
    section(
      '*New invoices*\nYour policy gives a discount for paying early: *More…* in the menu, then *Offer something*.',
    ),
    ...early
      .slice(0, MOST_EARLY)
      .map(({ customerId, customerName, open, until }) =>
        section(
          `*${escapeInline(shorten(customerName, 150))}*: ${formatMoney(open, locale)}, until ${formatDay(until, locale, day)}`,
          caseMenu(customerId),
        ),
      ),
    ...(left > 0 ? [context(`…and ${left} more.`)] : []),
  ];
}

/** So many are a kindness to think of today; more would be a list to work off. */
const MOST_ON_TIME = 3;

function onTimeBlocks({ onTime }: Digest): AnyBlock[] {
  if (onTime.length === 0) return [];
  const left = onTime.length - MOST_ON_TIME;
  return [
    section(
      '*Who pays on time*\nA kind word costs nothing, and your policy may give them more: *More…* in the menu, then *Offer something*.',
    ),
    ...onTime
      .slice(0, MOST_ON_TIME)
      .map(({ customerId, customerName, onTime: kept, of }) =>
        section(
          `*${escapeInline(shorten(customerName, 150))}* paid ${kept} of their last ${count(of, 'invoice')} on time`,
          caseMenu(customerId),
        ),
      ),
    ...(left > 0 ? [context(`…and ${left} more.`)] : []),
  ];
}

function statusBlocks(content: HomeContent): AnyBlock[] {
  const { settings, policy, lastImport, mail } = content;
  const { zone, locale } = settings;
  const imported = lastImport
    ? `${escapeInline(shorten(lastImport.fileName, 100))}, ${formatDay(dayIn(zone, lastImport.at), locale)} at ${timeIn(zone, lastImport.at)}, by ${mention(lastImport.by)}`
    : 'nothing yet';
  const digest = settings.channel
    ? `every working day at ${settings.digestTime} (${zone}) in <#${settings.channel}>`
    : 'no channel is chosen yet';
  return [
    section(
      fitLines(
        [
          `*Last import:* ${imported}`,
          `*Digest:* ${digest}`,
          `*Mail:* ${escapeInline(mail)}`,
          `*Words:* ${escapeInline(wordsLine(content))}`,
          `*Approvers:* ${listWords([...new Set([...settings.approvers, ...settings.owners])].map(mention), 10) || 'nobody yet'}`,
        ],
        2900,
      ),
    ),
    section(fitLines(policyLines(policy, settings), 2900)),
    context('Tightrope suggests and you decide. Nothing here is legal advice.'),
  ];
}

/** Who writes, and what of the day's budget that took. */
function wordsLine({ model, usesModel, modelUsage, settings }: HomeContent): string {
  if (!usesModel) return model;
  const { calls, tokens, seconds } = settings.modelBudget;
  const { format } = new Intl.NumberFormat(settings.locale);
  const used = [
    `${format(modelUsage.calls)} of ${format(calls)} calls`,
    `${format(modelUsage.tokens)} of ${format(tokens)} tokens`,
    `${format(Math.floor(modelUsage.millis / 1000))} of ${format(seconds)} seconds`,
  ];
  const end = isUsedUp(settings.modelBudget, modelUsage)
    ? ' Today’s budget is used up: our own letters and rules do the work until midnight.'
    : '';
  return `${model} Today: ${used.join(', ')}.${end}`;
}

/** The credit policy in a few lines: the ladder, the smallest sum, the office hours and the limits. */
function policyLines(policy: Policy, { currency, locale }: Settings): string[] {
  const steps = ladderOf(policy.steps).map(({ name, day }) => {
    const when = day < 0 ? `${-day} days before` : `day ${day}`;
    return `${when}: ${STEP_WORDS[name].toLowerCase()}`;
  });
  const { caps, window } = policy;
  return [
    '*Your credit policy*',
    `• ${steps.join(' · ')}`,
    `• Nobody is chased for less than ${formatMoney(money(policy.minBalanceMinor, currency), locale)}`,
    `• Letters go out from ${window.from} to ${window.to} in the customer’s time, on working days`,
    `• At least ${caps.minGapDays} days between two messages, at most ${caps.writtenPer7Days} letters a week`,
    `• Late fees are ${policy.lateFee.kind === 'off' ? 'off' : 'on'}; ${policy.autoSendNudge ? 'nudges before the due day go out by themselves, every other letter' : 'every letter'} needs an approver`,
  ];
}
