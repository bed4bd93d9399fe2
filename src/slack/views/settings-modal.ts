// First-run set-up and settings in one form: where, when and as whom Tightrope works, and how customers pay.
import type { ModalView } from '@slack/types';
import { isZone } from '../../core/calendar.ts';
import { type ModelBudget, type Settings, settingsSchema } from '../../core/settings.ts';
import { CALLBACKS } from './action-ids.ts';
import { context, divider, modal, option, plain, section } from './blocks.ts';
import {
  channelField,
  emailField,
  INPUT,
  options,
  selectField,
  textField,
  timeField,
  usersField,
} from './inputs.ts';
import {
  channelIn,
  chosenIn,
  isAddress,
  type Parsed,
  parsed,
  type StateValues,
  textIn,
  timeIn,
  usersIn,
  wrong,
} from './read-inputs.ts';

export function settingsModal(settings: Settings): ModalView {
  const { waysToPay, sender } = settings;
  return modal(
    CALLBACKS.settingsSave,
    settings.onboarded ? 'Settings' : 'Set up Tightrope',
    [
      section('*Where and when*'),
      channelField('channel', 'Channel for the digest and the cases', settings.channel, {
        hint: 'If it is private, invite me to it first: /invite @tightrope',
      }),
      timeField('digestTime', 'Digest every working day at', settings.digestTime),
      zoneField(settings.zone),
      divider(),
      section('*Your business*'),
      textField('businessName', 'Name of the business', settings.businessName || null, { limit: 120 }),
      textField('senderName', 'Who signs the letters?', sender.name || null, {
        limit: 120,
        hint: 'A person your customers know, with first and last name.',
      }),
      emailField('senderEmail', 'Answers go to', sender.email || null),
      selectField('locale', 'Sums and days are written as', localeOptions(settings.locale), settings.locale),
      textField('currency', 'Your currency', settings.currency, {
        limit: 3,
        hint: 'Three letters, like USD. Used where a file names none.',
      }),
      divider(),
      section('*How customers can pay*'),
      context('Letters take these from here and from nowhere else. Leave empty what you do not offer.'),
      textField('linkTemplate', 'Payment link', waysToPay.linkTemplate, {
        limit: 500,
        optional: true,
        placeholder: 'https://pay.example.com/{number}',
        hint: '{number} becomes the invoice number, {customer} the customer’s name.',
      }),
      textField('bankDetails', 'Bank details', waysToPay.bankDetails, {
        limit: 500,
        optional: true,
        multiline: true,
      }),
      textField('phone', 'Phone for questions', waysToPay.phone, { limit: 60, optional: true }),
      divider(),
      section('*What a model may cost a day*'),
      context(
        'Only where a model is set up. When one of these is used up, our own letters and rules do the work until midnight; 0 leaves the model unasked.',
      ),
      ...BUDGET_FIELDS.map(([name, label]) =>
        textField(name, label, String(settings.modelBudget[name]), { limit: 12 }),
      ),
      divider(),
      section('*Who decides*'),
      usersField('approvers', 'May approve letters', settings.approvers, { optional: true }),
      usersField('owners', 'May change these settings', settings.owners, {
        optional: true,
        hint: 'Owners may also approve. Leave empty, and it is you.',
      }),
    ],
    { submit: 'Save' },
  );
}

const BUDGET_FIELDS = [
  ['calls', 'Calls: each letter or reply is one or two'],
  ['tokens', 'Tokens: a letter takes about two thousand'],
  ['seconds', 'Seconds of waiting for it'],
] as const satisfies readonly (readonly [keyof ModelBudget, string])[];

const COMMON_LOCALES = [
  ['en-US', '$1,234.50, Tue, Dec 1'],
  ['en-GB', '£1,234.50, Tue 1 Dec'],
  ['en-CA', 'Canada, English'],
  ['en-AU', 'Australia'],
  ['en-IN', 'India, English'],
  ['de-DE', 'Deutschland'],
  ['de-CH', 'Schweiz'],
  ['fr-FR', 'France'],
  ['es-ES', 'España'],
  ['it-IT', 'Italia'],
  ['nl-NL', 'Nederland'],
  ['pt-BR', 'Brasil'],
] as const;

function localeOptions(current: string) {
  const known = COMMON_LOCALES.map(([code, words]) => [code, `${words} (${code})`] as const);
  const isKnown = known.some(([code]) => code === current);
  return options(isKnown ? known : [[current, current], ...known]);
}

/** Slack takes 100 options a group, and so all zones fit, grouped by continent. */
function zoneField(current: string) {
  const groups = new Map<string, string[]>();
  const zones = Intl.supportedValuesOf('timeZone');
  for (const zone of zones.includes(current) ? zones : [current, ...zones]) {
    const continent = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Other';
    groups.set(continent, [...(groups.get(continent) ?? []), zone]);
  }
  const optionGroups = [...groups].flatMap(([continent, names]) => {
    const parts = Array.from({ length: Math.ceil(names.length / 100) }, (_, i) =>
      names.slice(i * 100, i * 100 + 100),
    );
    return parts.map((part, i) => ({
      label: plain(i === 0 ? continent : `${continent}, continued`, 75),
      options: part.map((zone) => option(zone, zone)),
    }));
  });
  return {
    type: 'input' as const,
    block_id: 'zone',
    label: plain('Time zone'),
    element: {
      type: 'static_select' as const,
      action_id: INPUT,
      option_groups: optionGroups,
      initial_option: option(current, current),
    },
  };
}

/** What this form does not hold has a form of its own, or is not anybody's to type. */
const ELSEWHERE = {
  onboarded: true,
  voice: true,
  agencies: true,
  agencyWeights: true,
  writeOffAloneUpTo: true,
} as const;

export function parseSettings(values: StateValues): Parsed<Omit<Settings, keyof typeof ELSEWHERE>> {
  const errors: Record<string, string> = {};
  const channel = channelIn(values, 'channel');
  if (channel === null) errors.channel = 'Choose a channel.';
  const zone = chosenIn(values, 'zone') ?? '';
  if (!isZone(zone)) errors.zone = 'Choose a time zone.';
  const senderEmail = textIn(values, 'senderEmail') ?? '';
  if (!isAddress(senderEmail))
    errors.senderEmail = 'This is not an e-mail address. Write it like name@company.com.';
  for (const [name, sentence] of [
    ['businessName', 'Say what your business is called.'],
    ['senderName', 'Say who signs the letters.'],
  ] as const) {
    const typed = textIn(values, name);
    if (typed === null) errors[name] = sentence;
    else if (/\p{Cc}/u.test(typed)) errors[name] = 'Keep it on one line.';
  }
  const currency = (textIn(values, 'currency') ?? '').toUpperCase();
  if (!Intl.supportedValuesOf('currency').includes(currency)) {
    errors.currency = 'This is not a currency. Write its three letters, like USD.';
  }
  const linkTemplate = textIn(values, 'linkTemplate');
  const linkProblem = linkTemplate === null ? null : whatIsWrongWithLink(linkTemplate);
  if (linkProblem) errors.linkTemplate = linkProblem;
  const modelBudget = { calls: 0, tokens: 0, seconds: 0 };
  for (const [name] of BUDGET_FIELDS) {
    const most = settingsSchema.shape.modelBudget.shape[name].maxValue ?? 0;
    const typed = wholeNumber(textIn(values, name) ?? '');
    if (typed === null) errors[name] = 'Write a whole number, like 300.';
    else if (typed > most) errors[name] = `At most ${most.toLocaleString('en-US')}.`;
    else modelBudget[name] = typed;
  }
  if (Object.keys(errors).length > 0) return wrong(errors);
  const read = settingsSchema.omit(ELSEWHERE).safeParse({
    businessName: textIn(values, 'businessName'),
    sender: { name: textIn(values, 'senderName'), email: senderEmail },
    channel,
    digestTime: timeIn(values, 'digestTime') ?? '',
    zone,
    locale: chosenIn(values, 'locale') ?? 'en-US',
    currency,
    owners: usersIn(values, 'owners'),
    approvers: usersIn(values, 'approvers'),
    waysToPay: { linkTemplate, bankDetails: textIn(values, 'bankDetails'), phone: textIn(values, 'phone') },
    modelBudget,
  });
  if (read.success) return parsed(read.data);
  const field = String(read.error.issues[0]?.path[0] ?? 'channel');
  return wrong({ [FIELD_OF[field] ?? field]: 'This does not look right. Please check it.' });
}

/** Where a setting's name is not its field's. */
const FIELD_OF: Readonly<Record<string, string>> = {
  sender: 'senderName',
  waysToPay: 'bankDetails',
  modelBudget: 'calls',
};

/** Thousands may be parted as people part them anywhere; anything else is no whole number. */
function wholeNumber(typed: string): number | null {
  return /^\d+$|^\d{1,3}(?:[,.'’\s]\d{3})+$/.test(typed) ? Number(typed.replace(/\D/g, '')) : null;
}

function whatIsWrongWithLink(template: string): string | null {
  const filled = template.replaceAll('{number}', 'INV-1').replaceAll('{customer}', 'Acme');
  const unknown = /\{[^}]*\}/.exec(filled);
  if (unknown) return `I do not know ${unknown[0]}. Use {number} and {customer}.`;
  if (!/^https?:\/\/[^\s/?#]+\.[^\s]+$/.test(filled) || !URL.canParse(filled)) {
    return 'This is not a link. Write it like https://pay.example.com/{number}.';
  }
  return null;
}
