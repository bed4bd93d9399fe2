// Puts a wish into a proposal: what exactly pressing its button would do, in figures of this moment, or why it cannot be.
import type { Offered } from '../core/asking/answer.ts';
import { assertNever } from '../core/assert-never.ts';
import { type Day, daysBetween, formatDay, type TimeOfDay } from '../core/calendar.ts';
import { count } from '../core/chase/speaker.ts';
import { customerState } from '../core/customer-state.ts';
import { splitIntoInstalments } from '../core/instalments.ts';
import { stepTitle } from '../core/look-ahead-words.ts';
import { formatMoney, type Money, sumByCurrency } from '../core/money.ts';
import type { Cadence } from '../core/outcome.ts';
import type { Deed, LetterWish } from '../core/proposal.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports, Refused } from '../ports.ts';
import { MAX_SNOOZE_DAYS } from './change-customer.ts';
import { gatherCustomer, liveDraft, type Situation } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import { actFor, whyNoLetter } from './letter-grounds.ts';

/** What somebody wants done, as it was understood. */
export type Wish =
  | { readonly kind: 'draft'; readonly customerId: string; readonly wish: LetterWish }
  | { readonly kind: 'snooze'; readonly customerId: string; readonly until: Day }
  | { readonly kind: 'release'; readonly customerId: string }
  | { readonly kind: 'note'; readonly customerId: string; readonly text: string }
  | {
      readonly kind: 'split';
      readonly customerId: string;
      readonly parts: number;
      readonly cadence: Cadence | null;
      readonly first: Day | null;
    }
  | { readonly kind: 'digest_time'; readonly time: TimeOfDay };

/** A note longer than this is a document. */
const LONGEST_NOTE = 1_000;

export async function offer(
  ports: Pick<Ports, 'store' | 'clock'>,
  wish: Wish,
): Promise<({ readonly kind: 'offer' } & Offered) | Refused> {
  const made = await deedOf(ports, wish);
  if (made.kind === 'refused') return made;
  const checked = await describe(ports, made.deed);
  return checked.kind === 'refused' ? checked : { kind: 'offer', deed: made.deed, words: checked.words };
}

type Made = { readonly kind: 'made'; readonly deed: Deed } | Refused;
type Described = { readonly kind: 'described'; readonly words: Offered['words'] } | Refused;

const no = (because: string): Refused => ({ kind: 'refused', because });

async function deedOf(ports: Pick<Ports, 'store' | 'clock'>, wish: Wish): Promise<Made> {
  if (wish.kind === 'digest_time') {
    const { digestTime } = await ports.store.settings();
    const before = digestTime as TimeOfDay;
    if (before === wish.time) return no(`The digest comes at ${wish.time} already.`);
    return { kind: 'made', deed: { ...wish, before } };
  }
  if (wish.kind !== 'split') return { kind: 'made', deed: wish };
  const situation = await gatherCustomer(ports, wish.customerId);
  if (!situation) return NO_CUSTOMER;
  const total = toSplit(situation);
  if (!total) return no(`${situation.customer.name} owes nothing that could be split.`);
  const { policy, today, settings } = situation;
  const made = splitIntoInstalments(total, wish, policy.plan, { today, locale: settings.locale });
  if (made.kind === 'refused') return made;
  const { cadence, instalments } = made;
  return { kind: 'made', deed: { kind: 'split', customerId: wish.customerId, cadence, instalments } };
}

/** What a plan is about: all that is open in the currency with most of it, without what is contested. */
function toSplit({ customer, ledger, policy, now, settings }: Situation): Money | null {
  const { disputedInvoiceIds } = customerState(ledger, customer, policy, { now, zone: settings.zone });
  const contested = new Set(disputedInvoiceIds);
  const sums = sumByCurrency(
    ledger.invoices
      .filter(({ id }) => !contested.has(id))
      .map(({ kind, open }) => ({ ...open, minor: kind === 'credit_note' ? -open.minor : open.minor })),
  );
  return sums.filter(({ minor }) => minor > 0).sort((a, b) => b.minor - a.minor)[0] ?? null;
}

/** The words of the card; refused where the ledger does not allow it, or not any more. */
export async function describe(ports: Pick<Ports, 'store' | 'clock'>, deed: Deed): Promise<Described> {
  if (deed.kind === 'digest_time') return describeTime(deed, await ports.store.settings());
  const situation = await gatherCustomer(ports, deed.customerId);
  if (!situation) return NO_CUSTOMER;
  const { customer, today, settings } = situation;
  const on = (day: Day) => formatDay(day, settings.locale, today);
  switch (deed.kind) {
    case 'draft':
      return describeDraft(ports, deed.wish, situation);
    case 'snooze': {
      if (deed.until <= today)
        return no(`${on(deed.until)} is not in the future, so nobody can be snoozed until then.`);
      if (daysBetween(today, deed.until) > MAX_SNOOZE_DAYS)
        return no('That is more than a year away. Name an earlier day.');
      return described(
        `Snooze ${customer.name} until ${on(deed.until)}`,
        [
          `Nobody is chased before that day: ${count(daysBetween(today, deed.until), 'day')} from today. Open now: ${openWords(situation)}.`,
          ...stoppedDraft(liveDraft(await ports.store.draftsOf(customer.id))),
        ],
        'Snooze',
      );
    }
    case 'release':
      return describeRelease(situation);
    case 'note':
      if (deed.text.trim() === '' || deed.text.length > LONGEST_NOTE)
        return no(`A note has between one and ${LONGEST_NOTE} characters.`);
      return described(
        `Keep a note on ${customer.name}`,
        [`“${deed.text}”`, 'It stands in their history from then on, and changes nothing else.'],
        'Keep the note',
      );
    case 'split':
      return describeSplit(deed, situation);
    default:
      return assertNever(deed);
  }
}

function described(title: string, lines: readonly string[], button: string): Described {
  return { kind: 'described', words: { title, lines, button } };
}

function openWords({ ledger, settings }: Situation): string {
  const sums = sumByCurrency(
    ledger.invoices.filter(({ kind }) => kind === 'invoice').map(({ open }) => open),
  ).filter(({ minor }) => minor > 0);
  return sums.map((sum) => formatMoney(sum, settings.locale)).join(' and ') || 'nothing';
}

function stoppedDraft(live: ReturnType<typeof liveDraft>): string[] {
  return live ? ['The letter that waits for them is stopped.'] : [];
}

function describeTime(
  { time, before }: Extract<Deed, { kind: 'digest_time' }>,
  settings: Settings,
): Described {
  if (settings.digestTime !== before && settings.digestTime !== time)
    return no(`The digest was moved to ${settings.digestTime} in the meantime.`);
  return described(
    `Move the digest to ${time}`,
    [`From ${before} to ${time}, ${settings.zone}, from the next morning on. An owner may do this.`],
    'Move the digest',
  );
}

const TONE_WORDS = { softer: 'softer', firmer: 'firmer', shorter: 'shorter' } as const;

async function describeDraft(
  { store }: Pick<Ports, 'store'>,
  wish: LetterWish,
  { customer, verdictsAtSend, settings }: Situation,
): Promise<Described> {
  const live = liveDraft(await store.draftsOf(customer.id));
  const asWished = [
    ...(wish.tone ? [`Worded ${TONE_WORDS[wish.tone]} than our usual letter.`] : []),
    ...(wish.words
      ? [
          `With this in mind: “${wish.words}”. Sums, dates and offers still come from the ledger and your policy.`,
        ]
      : []),
  ];
  const waits = 'It waits in the thread of the case until somebody approves it; nothing is sent by this.';
  if (live && live.state !== 'proposed' && live.state !== 'failed')
    return no(`A letter to ${customer.name} is ${live.state} already: see its card in the case.`);
  if (live && asWished.length === 0)
    return no(`A letter to ${customer.name} waits already: see its card in the case.`);
  const act = actFor(verdictsAtSend, live?.currency ?? null);
  if (!act || act.step === 'internal_review') return no(whyNoLetter(verdictsAtSend, customer.name));
  const sum = formatMoney(act.total, settings.locale);
  if (act.channel === 'call') {
    return described(
      `Prepare a call to ${customer.name}`,
      [
        `${stepTitle(act.step)} is due, about ${sum}. The script comes into the thread of the case; you make the call.`,
        ...(asWished.length > 0
          ? ['It is the script’s own wording: a wish for a letter does not change it.']
          : []),
      ],
      'Get the script',
    );
  }
  const to = customer.contacts[0]?.email;
  const what = `${stepTitle(act.step)}, about ${sum}, ${to ? `to ${to}` : 'without an address yet'}.`;
  return described(
    live ? `Reword the letter to ${customer.name}` : `Draft a letter to ${customer.name}`,
    [what, ...asWished, waits],
    live ? 'Reword it' : 'Write the draft',
  );
}

function describeRelease({ customer, ledger, policy, now, settings, today }: Situation): Described {
  const { holds } = customerState(ledger, customer, policy, { now, zone: settings.zone });
  const held = holds.snoozed ?? holds.held;
  if (!held) return no(`${customer.name} is neither snoozed nor on hold, so there is nothing to end.`);
  const { body } = held.event;
  const until =
    (body.kind === 'snoozed' || body.kind === 'hold') && body.until
      ? ` until ${formatDay(body.until, settings.locale, today)}`
      : '';
  return described(
    `End the ${holds.snoozed ? 'snooze' : 'hold'} on ${customer.name}`,
    [
      `They are left alone${until}. From now on the ledger and your policy decide again.`,
      'All that asked us to wait is ended by it. An owner or an approver may do this.',
    ],
    'End it',
  );
}

function describeSplit(deed: Extract<Deed, { kind: 'split' }>, situation: Situation): Described {
  const { customer, settings, today } = situation;
  const total = toSplit(situation);
  const [planned] = sumByCurrency(deed.instalments.map(({ amount }) => amount));
  if (!total || !planned || total.currency !== planned.currency || total.minor !== planned.minor)
    return no(
      `What ${customer.name} owes has changed to ${total ? formatMoney(total, settings.locale) : 'nothing'}, so these instalments do not fit any more. Ask again.`,
    );
  const first = deed.instalments[0]?.day ?? today;
  if (first < today) return no('The day of the first instalment has passed. Ask again.');
  return described(
    `A payment plan for ${customer.name}: ${formatMoney(total, settings.locale)} in ${count(deed.instalments.length, 'instalment')}`,
    [
      ...scheduleLines(deed, settings.locale, today),
      `Together ${formatMoney(planned, settings.locale)}, paid ${deed.cadence}, within your policy.`,
      'It is recorded as what we may offer; nothing is sent. An owner or an approver may do this.',
    ],
    'Record the plan',
  );
}

export function scheduleLines(
  { instalments }: Extract<Deed, { kind: 'split' }>,
  locale: string,
  today: Day,
): string[] {
  return instalments.map(
    ({ day, amount }, index) =>
      `${index + 1}. ${formatDay(day, locale, today)}: ${formatMoney(amount, locale)}`,
  );
}
