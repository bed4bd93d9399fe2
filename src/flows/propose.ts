// Puts a wish into a proposal: what exactly pressing its button would do, in figures of this moment, or why it cannot be.
import type { Offered } from '../core/asking/answer.ts';
import { assertNever } from '../core/assert-never.ts';
import { type Day, daysBetween, formatDay, type TimeOfDay } from '../core/calendar.ts';
import { count, listed } from '../core/chase/speaker.ts';
import { stepTitle } from '../core/look-ahead-words.ts';
import { formatMoney, type Money, sumByCurrency } from '../core/money.ts';
import type { Cadence } from '../core/outcome.ts';
import type { PlanWish } from '../core/plan/work-out-plan.ts';
import type { Deed, LetterWish } from '../core/proposal.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { MAX_SNOOZE_DAYS } from './change-customer.ts';
import { gatherCustomer, liveDraft, type Situation } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import { actFor, whyNoLetter } from './letter-grounds.ts';
import { planDesk, workOut } from './plan-desk.ts';

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
  return wish.kind === 'split' ? planDeed(ports, wish) : { kind: 'made', deed: wish };
}

/** The slowest first: whoever asks to pay in parts asks for time. */
const SLOWEST_FIRST: readonly Cadence[] = ['monthly', 'fortnightly', 'weekly'];

/** Within the policy only: what goes beyond it is an owner's to work out. */
async function planDeed(
  ports: Pick<Ports, 'store' | 'clock'>,
  { customerId, parts, cadence, first }: Extract<Wish, { kind: 'split' }>,
): Promise<Made> {
  const desk = await planDesk(ports, customerId, null);
  if ('kind' in desk) return desk;
  const allowed = desk.situation.policy.plan.cadences;
  const tried = (cadence ? [cadence] : SLOWEST_FIRST.filter((each) => allowed.includes(each))).map((each) => {
    const wish: PlanWish = {
      ...desk.usual,
      instalments: parts,
      cadence: each,
      first: first ?? desk.usual.first,
      changes: null,
    };
    return { wish, worked: workOut(desk, wish) };
  });
  const within = tried.find(({ worked }) => worked.kind === 'plan' && worked.beyond.length === 0) ?? tried[0];
  if (!within) return no('Your policy allows no plans.');
  const { wish, worked } = within;
  if (worked.kind === 'refused') return worked;
  if (worked.beyond.length > 0)
    return no(`${worked.beyond.join(' ')} An owner can go beyond it: under More…, Payment plan.`);
  return { kind: 'made', deed: { kind: 'plan', customerId, wish, terms: worked.terms } };
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
    case 'plan':
      return describePlan(ports, deed, situation);
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

function describeRelease(situation: Situation): Described {
  const { customer, settings, today } = situation;
  const { holds } = situation.state;
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

async function describePlan(
  ports: Pick<Ports, 'store' | 'clock'>,
  { customerId, wish, terms }: Extract<Deed, { kind: 'plan' }>,
  { customer, settings, today }: Situation,
): Promise<Described> {
  const desk = await planDesk(ports, customerId, wish.currency);
  if ('kind' in desk) return desk;
  const worked = workOut(desk, wish);
  if (worked.kind === 'refused') return worked;
  const say = (amount: Money) => formatMoney(amount, settings.locale);
  if (worked.total.minor !== terms.instalments.reduce((sum, { amount }) => sum + amount.minor, 0))
    return no(
      `What ${customer.name} owes has changed to ${say(worked.total)}, so these instalments do not fit any more. Ask again.`,
    );
  return described(
    `A payment plan for ${customer.name}: ${say(worked.total)} in ${count(terms.instalments.length, 'instalment')}`,
    [
      ...terms.instalments.map(
        ({ day, amount }, index) => `${index + 1}. ${formatDay(day, settings.locale, today)}: ${say(amount)}`,
      ),
      `Together ${say(worked.total)} of ${listed(terms.invoices, 6)}, paid ${terms.cadence}, within your policy.`,
      ...worked.leftOut,
      'It is put before an owner in their case; once approved, the letter that offers it is drafted.',
    ],
    'Propose the plan',
  );
}
