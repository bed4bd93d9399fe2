// Each rule that a verdict has asked, in the order it was asked, with what it found: for people who want to know why.
import type { CustomerState } from '../customer-state.ts';
import type { Ledger } from '../ledger.ts';
import type { LeftOut } from '../verdict.ts';
import type { Balance } from './balance.ts';
import { breakOf } from './broken-promise.ts';
import { heldWhy } from './facts-of-case.ts';
import { leastSums } from './least-sums.ts';
import { count, listed, type Speaker } from './speaker.ts';
import { staleSince } from './stale-ledger.ts';
import type { WhoToChaseContext } from './who-to-chase.ts';

export type Rule = {
  readonly name: string;
  /** True: it stands in the way, or it decides. False: it was asked and let the case pass. */
  readonly stands: boolean;
  readonly words: string;
};

type Asked = {
  readonly ledger: Ledger;
  readonly state: CustomerState;
  readonly balance: Balance;
  readonly context: WhoToChaseContext;
  readonly say: Speaker;
};

export function rulesOf(asked: Asked): Rule[] {
  return [
    ...booksRules(asked),
    ...customerRules(asked),
    ...sumRules(asked),
    ...contactRules(asked),
    dayRule(asked),
  ];
}

function rule(name: string, stands: boolean, yes: string, no: string): Rule {
  return { name, stands, words: stands ? yes : no };
}

function booksRules({ ledger, state, context }: Asked): Rule[] {
  const stale = staleSince(ledger.freshAt, state.file.policy, context);
  return [rule('Fresh books', stale !== null, 'The books are too old to act on.', 'The books are fresh.')];
}

function customerRules({ state, say }: Asked): Rule[] {
  const { holds, file } = state;
  const on = (day: number | undefined | null) =>
    day === undefined || day === null ? '' : ` since ${say.day(day)}`;
  return [
    rule(
      'Their mail',
      holds.unreadMail !== null,
      `They wrote${on(holds.unreadMail?.day).replace(' since', ' on')}; nobody has looked at it yet.`,
      'None waits for somebody to look.',
    ),
    rule(
      'Do not contact',
      file.customer.terms.doNotContact === true,
      'They are not to be contacted.',
      'They may be contacted.',
    ),
    rule(
      'Insolvency',
      holds.insolvent !== null,
      `Insolvency is reported${on(holds.insolvent?.event.day)}.`,
      'None is reported.',
    ),
    rule(
      'On hold',
      holds.held !== null,
      `Somebody put them on hold${on(holds.held?.event.day)}.`,
      'Nobody put them on hold.',
    ),
    rule('Snoozed', holds.snoozed !== null, `Snoozed${on(holds.snoozed?.event.day)}.`, 'Not snoozed.'),
    rule(
      'Money trouble',
      holds.hardship !== null,
      `They told us of it${on(holds.hardship?.event.day)}: help comes first.`,
      state.gentle
        ? `They told us of it${on(state.gentle.event.day)}: the words are softer and further apart until ${say.day(state.gentle.until)}.`
        : 'They told us of none that still stands.',
    ),
  ];
}

const HELD_NAMES: Readonly<Record<LeftOut['reason'], string>> = {
  disputed: 'Dispute',
  promised: 'Promise',
  plan: 'Payment plan',
  paid_said: 'Said to be paid',
  waiting_for_us: 'Our turn',
  own_terms: 'The invoice’s own terms',
  offered: 'An offer of ours',
  agency: 'With an agency',
  written_off: 'Written off',
};

function sumRules({ state, balance, context, say }: Asked): Rule[] {
  const { currency, held, totalMinor, creditMinor } = balance;
  const { tolerance, least } = leastSums(state.file.policy, context.currency ?? currency, currency);
  const isSmall = balance.chaseable.length > 0 && (totalMinor <= tolerance || totalMinor < least);
  return [
    ...(Object.keys(HELD_NAMES) as LeftOut['reason'][]).map((reason) => {
      const parts = held.filter((part) => part.reason === reason);
      const words = parts.map(
        (part) => `${part.invoice.number} (${say.money(part.minor, currency)}): ${heldWhy(part, state, say)}`,
      );
      return rule(
        HELD_NAMES[reason],
        parts.length > 0,
        `${listed(words, 4)}.`,
        'Nothing is left out for it.',
      );
    }),
    rule(
      'Credit',
      creditMinor > 0,
      `${say.money(creditMinor, currency)} of credit is taken off.`,
      'There is none.',
    ),
    rule(
      'Sum',
      isSmall,
      `${say.money(totalMinor, currency)} is less than the policy chases (${say.money(least, currency)}).`,
      `${say.money(totalMinor, currency)} may be chased; the policy begins at ${say.money(least, currency)}.`,
    ),
  ];
}

function contactRules({ state, balance, say }: Asked): Rule[] {
  const { contacts, file, holds } = state;
  const { today, policy } = file;
  const { caps } = policy;
  const last = contacts.touches.at(-1);
  const spoke = contacts.lastConversation;
  const paid = file.payments.findLast(({ dayNumber }) => dayNumber <= today);
  const within = (days: number, kind?: 'written' | 'call') =>
    contacts.touches.filter(
      (touch) =>
        touch.day > today - days &&
        (kind === undefined || (touch.kind === 'call' ? 'call' : 'written') === kind),
    ).length;
  const cap = (name: string, used: number, most: number, what: string): Rule => {
    const words = `${count(used, what)} of at most ${most}.`;
    return { name, stands: used >= most, words };
  };
  const [driver] = balance.chaseable;
  const broken = driver ? breakOf(state, balance, driver) : null;
  const waits = holds.callback && !holds.callback.done ? holds.callback : null;
  const since = (day: number | undefined, what: string) =>
    day === undefined ? `No ${what} is recorded.` : `The last ${what} was on ${say.day(day)}.`;
  return [
    rule(
      'Call back',
      waits !== null,
      `They asked to be called on ${say.day(waits?.on ?? today)}.`,
      'They asked for no call.',
    ),
    rule(
      'Broken promise',
      broken !== null,
      `${count(broken?.count ?? 0, 'promise')} not kept: a person calls first.`,
      'None is open.',
    ),
    rule(
      'After a payment',
      paid !== undefined && paid.dayNumber + policy.holds.afterPaymentDays > today,
      `${say.money(paid?.amount.minor ?? 0, paid?.amount.currency ?? balance.currency)} came on ${say.day(paid?.dayNumber ?? today)}: the ladder rests ${count(policy.holds.afterPaymentDays, 'day')}.`,
      since(paid?.dayNumber, 'payment'),
    ),
    rule(
      'Gap',
      last !== undefined && last.day + caps.minGapDays > today,
      `The last contact was on ${say.day(last?.day ?? today)}, and ${count(caps.minGapDays, 'day')} must lie between two.`,
      since(last?.day, 'contact'),
    ),
    rule(
      'Quiet',
      spoke !== null && spoke.day + caps.quietAfterConversationDays > today,
      `We spoke on ${say.day(spoke?.day ?? today)}: ${count(caps.quietAfterConversationDays, 'day')} of quiet.`,
      since(spoke?.day, 'conversation'),
    ),
    cap('Letters in 7 days', within(7, 'written'), caps.writtenPer7Days, 'letter'),
    cap('Calls in 7 days', within(7, 'call'), caps.callsPer7Days, 'call'),
    cap('Contacts in 90 days', within(90), caps.totalPer90Days, 'contact'),
  ];
}

function dayRule({ state, say }: Asked): Rule {
  const { today, calendar } = state.file;
  return rule(
    'Working day',
    !calendar.isOpen(today),
    `${say.day(today)} is none there; the next is ${say.day(calendar.next(today))}.`,
    `${say.day(today)} is one there.`,
  );
}
