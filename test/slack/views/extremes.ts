// The widest and the narrowest that each view may be asked to draw: endless names, 500 invoices or none, odd currencies.
import type { Ageing } from '../../../src/core/ageing.ts';
import type { Answer } from '../../../src/core/asking/answer.ts';
import type { CaseView } from '../../../src/core/case-view.ts';
import type { Digest } from '../../../src/core/digest.ts';
import type { MissingCredit, OpenDispute } from '../../../src/core/dispute-care.ts';
import type { OpenRequest } from '../../../src/core/document-care.ts';
import type { Draft, DraftRevision } from '../../../src/core/draft.ts';
import type { Finding } from '../../../src/core/guard/finding.ts';
import type { ImportResult } from '../../../src/core/import/batch.ts';
import type { LineProblem } from '../../../src/core/import/problems.ts';
import type { Question } from '../../../src/core/import/questions.ts';
import type { ReceiptDraft } from '../../../src/core/import/receipt.ts';
import type { CallScript } from '../../../src/core/letter/call-script.ts';
import type { InboundMail, MailSign } from '../../../src/core/mail/received-mail.ts';
import { type Money, money } from '../../../src/core/money.ts';
import type { OfferView } from '../../../src/core/offer/offer-view.ts';
import type { Outcome } from '../../../src/core/outcome.ts';
import type { ProposalContent } from '../../../src/core/proposal.ts';
import type { Problem, ReadItem } from '../../../src/core/reading/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/settings.ts';
import type { OutcomeContext } from '../../../src/slack/views/outcome-fields.ts';
import type { OverdueTable } from '../../../src/slack/views/overdue.ts';
import {
  act,
  caseView,
  customer,
  digest,
  draft,
  entry,
  event,
  FACTS,
  leave,
  openInvoice,
  TODAY,
  UUID,
  ZONE,
} from './examples.ts';

/** What a view is drawn from, at one size: the same words, sums and lists everywhere. */
export type World = {
  readonly title: string;
  readonly name: string;
  readonly note: string;
  readonly sums: readonly Money[];
  readonly locale: string;
  readonly count: number;
};

function filled(pattern: string, length: number): string {
  return pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length);
}

const AGGRESSIVE = '<&>*_~`@channel <!here> <@U1> ';

export const WORLDS: readonly World[] = [
  {
    title: 'nothing at all',
    name: '-',
    note: '-',
    sums: [],
    locale: 'en-US',
    count: 0,
  },
  {
    title: 'a name of 200 marks, 500 invoices and yen',
    name: filled(AGGRESSIVE, 200),
    note: filled(AGGRESSIVE, 3000),
    sums: [money(9_876_543_210_987, 'JPY')],
    locale: 'ja-JP',
    count: 500,
  },
  {
    title: 'a name of 200 ampersands and dinars with three digits',
    name: filled('&', 200),
    note: filled('&', 3000),
    sums: [money(9_876_543_210_987, 'KWD')],
    locale: 'ar-KW',
    count: 500,
  },
  {
    title: 'a name of 200 emoji, a note of one endless line, and every currency',
    name: filled('👩‍👩‍👧‍👦', 200),
    note: filled('x', 3000),
    sums: Intl.supportedValuesOf('currency').map((code) => money(123456789, code)),
    locale: 'de-CH',
    count: 500,
  },
  {
    title: 'a name of line breaks and turns, and a note of 3,000 lines',
    name: filled('\u202e\n\t> a\u0000', 200),
    note: filled('\n', 3000),
    sums: [money(1, 'JPY'), money(1, 'KWD')],
    locale: 'en-US',
    count: 101,
  },
];

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** Made once a world: views change nothing of what they are drawn from, and the widest take long to make. */
function once<T>(make: (world: World) => T): (world: World) => T {
  const made = new Map<World, T>();
  return (world) => {
    const known = made.get(world) ?? make(world);
    made.set(world, known);
    return known;
  };
}

/** Where the world has no sum, a small one stands in. */
function sumOf({ sums }: World, index = 0): Money {
  return sums[index % Math.max(1, sums.length)] ?? money(100, 'USD');
}

/** As long as an invoice number may be, and different for each. */
function number(world: World, index: number): string {
  return `${index} ${world.name}`;
}

const numbersOf = once((world) => many(world.count, (index) => number(world, index)));

export function ageingOf({ sums }: World): Ageing {
  return {
    asOf: TODAY,
    currencies: sums.map((sum) => ({
      currency: sum.currency,
      current: sum,
      overdue: sum,
      buckets: { '1-30': sum, '31-60': sum, '61-90': sum, '90+': sum },
      credits: sum,
      overdueInvoices: 999_999,
      overdueCustomers: 999_999,
    })),
  };
}

function actOf(world: World) {
  return act({
    because: world.note,
    rankBecause: world.note,
    facts: many(world.count, () => world.note),
    total: sumOf(world),
    daysLate: 99_999,
    notBefore: '2026-12-24',
  });
}

export function digestOf(world: World): Digest {
  const named = many(world.count, (index) => ({ customerName: world.name, amount: sumOf(world, index) }));
  return digest({
    locale: world.locale,
    freshAt: world.count === 0 ? null : '2026-11-20T12:00:00.000Z',
    stale: true,
    ageing: ageingOf(world),
    changes: { since: TODAY, overdueBefore: world.sums, paid: named, newlyOverdue: named },
    thank: named.map(({ customerName, amount }) => ({ customerId: UUID, customerName, paid: amount })),
    calls: {
      owners: many(world.count, () => world.name),
      customers: named.map(({ customerName }) => ({
        customerId: UUID,
        customerName,
        revenue: world.sums,
        paidOnTime: world.count,
        lastContact: TODAY,
      })),
    },
    chase: many(world.count, (index) =>
      entry({
        act: actOf(world),
        customerName: world.name,
        hasEmail: index % 2 === 0,
        liveDraft: ([null, 'proposed', 'approved'] as const)[index % 3] ?? null,
        threadLink: index % 2 === 0 ? null : 'https://slack.example/p1',
        quote:
          index % 2 === 0
            ? {
                source: { channel: 'C1', ts: '1.0', quote: world.note },
                saidBy: { words: world.note, mayCommit: false },
                link: 'https://slack.example/p1',
              }
            : null,
      }),
    ),
    troubles: many(world.count, () => ({ customerId: UUID, customerName: world.name, words: world.note })),
    plans: many(world.count, () => ({ customerId: UUID, customerName: world.name, words: world.note })),
    unread: many(world.count, () => ({
      customerId: UUID,
      customerName: world.name,
      day: TODAY,
      subject: world.note,
    })),
    leave: many(world.count, () => ({
      leave: leave({ because: world.note, total: sumOf(world) }),
      customerName: world.name,
    })),
    onTime: many(world.count, () => ({ customerId: UUID, customerName: world.name, onTime: 10, of: 10 })),
    early: many(world.count, () => ({
      customerId: UUID,
      customerName: world.name,
      invoices: [world.name],
      open: sumOf(world),
      until: TODAY,
    })),
    requests: many(world.count, (index) => ({ customerName: world.name, request: requestOf(world, index) })),
    disputes: many(world.count, (index) =>
      index % 2 === 0
        ? { kind: 'open' as const, customerName: world.name, dispute: disputeOf(world, index) }
        : { kind: 'credit' as const, customerName: world.name, credit: creditOf(world, index) },
    ),
  });
}

function disputeOf(world: World, index: number): OpenDispute {
  return {
    eventId: `${UUID.slice(0, -4)}${String(index).padStart(4, '0')}`,
    customerId: UUID,
    invoices: numbersOf(world),
    amount: world.sums,
    reasons: ['not_received', 'goods'],
    since: '2026-11-20',
    owner: index % 4 === 0 ? null : world.name,
    isAssigned: true,
    next: world.note,
    due: index % 4 === 0 ? '2026-11-20' : TODAY,
    isAcknowledged: index % 3 === 0,
    acknowledgeBy: index % 4 === 0 ? '2026-11-23' : '2026-11-25',
  };
}

function requestOf(world: World, index: number): OpenRequest {
  const { eventId, customerId, invoices, since, owner, due } = disputeOf(world, index);
  return {
    eventId,
    customerId,
    document: (['invoice_copy', 'po_number', 'statement', 'other'] as const)[index % 4] ?? 'other',
    invoices,
    since,
    owner,
    due,
    askedOn: index % 4 === 1 ? TODAY : null,
  };
}

function creditOf(world: World, index: number): MissingCredit {
  return {
    eventId: UUID,
    customerId: UUID,
    invoices: numbersOf(world),
    amount: sumOf(world, index),
    since: '2026-11-20',
    wasExpected: index % 4 === 1,
  };
}

export const caseOf = once((world): CaseView => {
  const { name, note, count, locale } = world;
  return caseView({
    customer: customer({
      name,
      contacts: count === 0 ? [] : many(3, () => ({ name, email: `${name}@example.com`, phone: name })),
      accountManager: name,
    }),
    locale,
    open: many(count, (index) =>
      openInvoice(index, {
        number: number(world, index),
        open: sumOf(world, index),
        total: sumOf(world, index),
        kind: index % 5 === 4 ? 'credit_note' : 'invoice',
        disputed: index % 2 === 0,
        memo: note,
      }),
    ),
    overdue: world.sums,
    openTotals: world.sums,
    apart: { withAgency: world.sums, writtenOff: world.sums },
    verdicts:
      count === 0 ? [] : many(30, (index) => (index % 2 === 0 ? actOf(world) : leave({ because: note }))),
    history: many(count, (index) =>
      event(
        index % 2 === 0
          ? index % 4 === 0
            ? { kind: 'hold', reason: note, until: null }
            : { kind: 'dispute_resolved', how: note, invoices: [name], settlement: { kind: 'stands' } }
          : index % 3 === 0
            ? { kind: 'looked_back', worked: note, differently: note }
            : { kind: 'outcome', outcome: { kind: 'note', text: note }, via: null },
        { id: `e${index}`, by: name, source: { channel: 'C1', ts: '1.0', quote: note } },
      ),
    ),
    disputes: many(count, (index) => disputeOf(world, index)),
    requests: many(count, (index) => requestOf(world, index)),
    orderNumbers: many(count, (index) => ({
      eventId: disputeOf(world, index).eventId,
      number: note,
      invoices: numbersOf(world),
    })),
    numbersWanted: numbersOf(world),
    promises: {
      shown: many(count, (index) => ({
        promise: {
          event: { ...event({ kind: 'not_now' }), day: 0 },
          currency: 'USD',
          amount: sumOf(world, index),
          date: TODAY,
          dateDay: 0,
          freeOn: 0,
          invoices: numbersOf(world),
          status: (['live', 'kept', 'late', 'partial', 'broken'] as const)[index % 5] ?? 'live',
          receivedMinor: sumOf(world, index).minor,
          saidBy: { words: note, mayCommit: index % 2 === 0 },
        },
        link: index % 2 === 0 ? null : 'https://slack.example/p1',
      })),
      more: count,
    },
    missingCredits: many(count, (index) => creditOf(world, index)),
    offers: many(count, () => ({ kind: 'recognition' as const, reward: note.slice(0, 120), termsDays: 365 })),
    liveDraft: count === 0 ? null : { id: UUID, state: 'unsure', link: null },
    mayThank: true,
    relationship: {
      since: count === 0 ? null : TODAY,
      quarters: many(4, (index) => ({ name: `2026 Q${index + 1}`, invoices: count, total: world.sums })),
      trend: (['more', 'fewer', 'steady', null] as const)[count % 4] ?? null,
      onTime: { paid: count, of: count },
      daysLate: { now: count === 0 ? null : 999, before: count % 2 === 0 ? null : 1 },
      complaints: count,
      contactsAMonth: 99.9,
      tone: { friendly: count, upset: count },
      refusals: count,
      wishes: many(count, () => note),
      notes: many(count, (index) => ({
        eventId: `e${index}`,
        by: name,
        day: TODAY,
        text: note,
        mayMention: index % 2 === 0,
      })),
    },
  });
});

export function findingsOf({ note, count }: World): Finding[] {
  return many(count, (index) => ({
    code: 'wrong-amount',
    severity: index % 2 === 0 ? 'block' : 'warn',
    span: { part: 'body', start: 0, end: note.length, text: note },
    why: note,
    mend: note,
  }));
}

/** As many wordings as somebody with a keyboard and a long day makes. */
export function revisionsOf(world: World): DraftRevision[] {
  const { letter, facts, findings, authorship, to } = draftOf(world);
  return many(world.count, (index) => ({
    revision: index + 1,
    by: 'U0SAM',
    at: '2026-11-24T14:00:00.000Z',
    to,
    letter,
    facts,
    findings,
    authorship,
  }));
}

export function draftOf(world: World, over: Partial<Draft> = {}): Draft {
  const { name, note, count } = world;
  return draft({
    to: count === 0 ? '' : `${name}@example.com`,
    cc: many(count, () => `${name}@example.com`),
    letter: { subject: name, body: many(Math.min(count, 40), () => note).join('\n\n') },
    findings: findingsOf(world),
    reason: note,
    authorship: { ...draft().authorship, promptId: name, model: name, note },
    facts: {
      ...FACTS,
      customerName: name,
      mentions: many(3, () => note),
      total: sumOf(world),
      daysLate: 99_999,
      invoices: many(count, (index) => ({
        number: number(world, index),
        kind: 'invoice' as const,
        issued: TODAY,
        due: TODAY,
        daysLate: 99_999,
        total: sumOf(world, index),
        open: sumOf(world, index),
        payLink: null,
      })),
    },
    ...over,
  });
}

export function contextOf(world: World): OutcomeContext {
  const [first = 'USD', ...rest] = world.sums.map(({ currency }) => currency);
  return {
    today: TODAY,
    locale: world.locale,
    currencies: [first, ...rest],
    agencies: many(world.count, (index) => ({
      requestId: `${UUID}${index}`,
      agency: world.name.slice(0, 120),
      feePercent: null,
      // One a currency: nobody owes in five hundred.
      sums: world.sums.map((sum) => ({ given: sum, left: sum })),
    })),
    invoices: many(world.count, (index) => ({
      number: index % 2 === 0 ? number(world, index) : `INV-${index}`,
      open: sumOf(world, index),
      due: TODAY,
    })),
  };
}

/** One outcome of every kind, each as long as it may be. */
export function outcomesOf(world: World): Outcome[] {
  const { name, note } = world;
  const amount = sumOf(world);
  const invoices = numbersOf(world);
  return [
    { kind: 'promise', amount, date: TODAY, invoices, saidBy: { words: note, mayCommit: false } },
    { kind: 'claims_paid', amount, date: TODAY, invoices },
    { kind: 'dispute', reason: 'other', detail: note, amount, invoices },
    { kind: 'plan_request', instalments: 999, amount, cadence: 'monthly', first: TODAY },
    { kind: 'hardship', detail: note },
    { kind: 'insolvency', detail: note },
    { kind: 'callback', date: TODAY },
    { kind: 'no_answer' },
    { kind: 'left_message' },
    { kind: 'document_request', document: 'other', detail: note, invoices },
    { kind: 'wrong_contact', name, email: `${name}@example.com`, phone: name },
    { kind: 'contact_preference', detail: note },
    { kind: 'negotiation', detail: note },
    { kind: 'refused', detail: note },
    { kind: 'agency_report', requestId: UUID, note, recovered: amount, fee: amount, isGivenBack: true },
    { kind: 'note', text: note },
  ];
}

export function itemsOf(world: World): ReadItem[] {
  return outcomesOf(world).map((outcome) => ({ outcome, quote: world.note }));
}

export function problemsOf(world: World): Problem[] {
  return many(world.count, () => ({
    kind: 'unclear' as const,
    about: 'amount' as const,
    why: world.note,
    choices: many(30, () => ({ label: world.note, items: [] })),
  }));
}

export function overdueOf(world: World, over: Partial<OverdueTable> = {}): OverdueTable {
  return {
    today: TODAY,
    settings: { locale: world.locale, zone: ZONE },
    freshAt: '2026-11-24T12:00:00.000Z',
    ageing: ageingOf(world),
    rows: many(world.count, (index) => ({
      customerId: UUID,
      name: world.name,
      overdue: sumOf(world, index),
      invoices: 999_999,
      oldestDue: TODAY,
      daysLate: 99_999,
    })),
    total: world.count,
    offset: 0,
    filter: { minDaysLate: 1, mine: false },
    ...over,
  };
}

export function settingsOf(world: World): Settings {
  const { name, note, count } = world;
  return {
    ...DEFAULT_SETTINGS,
    businessName: name,
    sender: { name, email: `${name}@example.com` },
    channel: count === 0 ? null : 'C0OVERDUE',
    owners: many(count, (index) => `U0${index}`),
    approvers: many(count, (index) => `U1${index}`),
    waysToPay: { linkTemplate: note, bankDetails: note, phone: name },
    voice: {
      ...DEFAULT_SETTINGS.voice,
      greeting: count === 0 ? null : name,
      signOff: count === 0 ? null : name,
      use: many(Math.min(count, 12), () => name),
      avoid: many(Math.min(count, 40), () => name),
      samples: many(Math.min(count, 3), () => note),
    },
  };
}

export function resultOf(world: World): ImportResult {
  return {
    importId: UUID,
    repeated: world.count === 0,
    customersNew: 999_999,
    invoicesNew: 999_999,
    invoicesChanged: 999_999,
    invoicesUnchanged: 999_999,
    invoicesSettledByAbsence: 999_999,
    paid: many(world.count, (index) => ({
      customerId: UUID,
      customer: world.name,
      invoice: number(world, index),
      amount: sumOf(world, index),
      paidOff: true,
    })),
    withoutEmail: many(world.count, () => ({ customerId: UUID, customer: world.name })),
  };
}

export function lineProblemsOf(world: World): LineProblem[] {
  return many(world.count, (line) => ({ line, column: world.name, value: world.note, expected: world.note }));
}

export function receiptOf(world: World): ReceiptDraft {
  const { name, note, count, sums } = world;
  return {
    fileName: name,
    sheet: name,
    headerLine: 1,
    rowsRead: count,
    invoices: count,
    openInvoices: count,
    customers: count,
    credits: count,
    openTotals: sums,
    creditTotals: sums,
    totals: sums.map((sum) => ({ column: name, inFile: sum, read: sum, matches: false })),
    skipped: [],
    linesMerged: count,
    duplicates: many(count, () => ({ number: name, customer: name, lines: many(count, (line) => line) })),
    withdrawn: many(count, (line) => ({ line, customer: name, number: name })),
    warnings: lineProblemsOf(world),
    assumptions: many(count, () => note),
    columnsUsed: many(count, () => ({ role: 'customer', heading: name })),
    columnsIgnored: many(count, () => name),
    covers: 'changes',
  };
}

export function questionsOf(world: World): Question[] {
  return many(world.count, (index) => ({
    id: `column:${index}`,
    text: world.note,
    choices: many(index % 2 === 0 ? 3 : 150, (choice) => ({ value: String(choice), label: world.name })),
    suggested: '1',
  })) as unknown as Question[];
}

/** A script in which every part is as long and as frequent as it may be; none of them in the smallest world. */
export function scriptOf({ name, note, count }: World): CallScript {
  return {
    title: name,
    know: [name, ...many(count, () => note)],
    promise: count === 0 ? null : { quote: note, by: name, on: name, link: 'https://slack.example/p1' },
    theyWrite: count === 0 ? null : name,
    opening: count === 0 ? '' : note,
    question: count === 0 ? '' : note,
    answers: many(count, () => ({ said: name, answer: note })),
    offers: many(count, () => note),
    mayNot: many(count, () => note),
  };
}

export function proposalOf(world: World): ProposalContent {
  return {
    id: UUID,
    deed: { kind: 'note', customerId: UUID, text: world.note },
    words: {
      title: world.note,
      lines: many(world.count, () => world.note),
      button: world.name,
      asOf: world.note,
    },
    askedBy: world.name,
    askedAt: '2026-11-24T14:10:00.000Z',
    state: 'asked',
    decidedBy: world.name,
    result: world.note,
    link: 'https://slack.example/archives/C1/p1',
  };
}

/** An answer with rows, one about a customer, and one that asks which customer is meant. */
export function answersOf(world: World): Answer[] {
  const named = many(world.count, () => ({ id: UUID, name: world.name }));
  const full: Answer = {
    kind: 'answered',
    by: 'model',
    note: world.note,
    intent: 'payments',
    sentences: many(world.count, () => world.note),
    lines: many(Math.min(world.count, 15), () => ({
      text: `${world.name} · ${world.note}`,
      customerId: UUID,
    })),
    more: world.count,
    typed: world.note,
    choices: [],
    about: null,
    people: named,
    hints: many(world.count, (index) => (index % 2 === 0 ? `/overdue ${world.name}` : world.note)),
    offers: [],
    asOf: {
      now: '2026-11-24T14:10:00.000Z',
      today: TODAY,
      freshAt: world.count === 0 ? null : '2026-11-20T12:00:00.000Z',
      zone: ZONE,
      locale: world.locale,
    },
  };
  const about = { id: UUID, name: world.name };
  return [
    full,
    { ...full, about: { ...about, due: { channel: 'email', currency: 'USD' } } },
    { ...full, about: { ...about, due: null }, people: [] },
    { ...full, kind: 'which', choices: named },
  ];
}

const SIGNS = (world: World): MailSign[] => [
  { kind: 'bounce', bounce: { recipient: world.name, isFinal: true, why: world.note } },
  { kind: 'bounce', bounce: { recipient: null, isFinal: false, why: null } },
  { kind: 'out_of_office', until: '2026-12-07' },
  { kind: 'out_of_office', until: null },
  { kind: 'left_company' },
  { kind: 'auto_reply' },
  { kind: 'stop' },
  { kind: 'angry' },
];

/** One mail with each sign, one with all of them, one that somebody has looked at, and one of nothing. */
export function mailsOf(world: World): InboundMail[] {
  const mail: InboundMail = {
    id: UUID,
    key: world.name,
    customerId: UUID,
    match: { by: 'answer', isUnknownSender: true },
    signs: SIGNS(world),
    receivedAt: '2026-11-24T14:10:00.000Z',
    state: 'shown',
    card: { channel: 'C1', ts: '1.0' },
    lookedAt: null,
    messageId: null,
    answers: [],
    from: { name: world.name, address: world.name },
    subject: world.note,
    sentAt: null,
    text: world.note,
    reply: world.note,
    isCut: true,
    files: many(world.count, () => ({ name: world.name, contentType: world.name, bytes: 2_147_483_647 })),
  };
  const people = SIGNS(world).filter(({ kind }) => kind !== 'bounce' && kind !== 'auto_reply');
  return [
    ...SIGNS(world).map((sign) => ({ ...mail, signs: [sign] })),
    mail,
    { ...mail, signs: people },
    { ...mail, signs: people, lookedAt: { by: world.name, at: '2026-11-24T14:10:00.000Z' } },
    { ...mail, signs: [], files: [], reply: '', text: '', subject: '', from: { name: null, address: null } },
  ];
}

/** The first two currencies: one with an offer of as many invoices as there are, one with the reason why not. */
export function offersOf(world: World): OfferView {
  const sum = sumOf(world);
  const numbers = Array.from({ length: Math.max(1, world.count) }, (_, index) => `${world.name}${index}`);
  const not = { kind: 'not_possible', because: world.note } as const;
  const fee = {
    interest: sum,
    fixed: null,
    total: sum,
    ratePercent: 10,
    from: TODAY,
    days: 30,
    working: [world.note, world.note],
  };
  return {
    customer: { id: UUID, name: world.name },
    today: TODAY,
    locale: world.locale,
    early: [
      {
        currency: sum.currency,
        yearlyPercent: world.count === 0 ? null : 37.24,
        found: {
          kind: 'possible',
          offer: {
            kind: 'early_payment',
            percent: 2,
            parts: numbers.map((invoice) => ({ invoice, open: sum, off: sum, until: TODAY })),
          },
        },
      },
      { currency: 'USD', found: not, yearlyPercent: null },
    ],
    waivers: [
      {
        currency: sum.currency,
        found: {
          kind: 'possible',
          offer: { kind: 'fee_waiver', invoices: numbers, fee: sum, feeDay: TODAY, until: TODAY },
        },
        fees: numbers.map((number) => ({
          invoice: { ...openInvoice(1, { number }), dueDay: 1, agreedDay: 1, issuedDay: null },
          fee,
        })),
      },
      { currency: 'USD', found: not, fees: [] },
    ],
    usualUntil: TODAY,
    recognition: {
      found:
        world.count === 1
          ? not
          : { kind: 'possible', offer: { kind: 'recognition', reward: null, termsDays: null } },
      record: world.count === 0 ? null : { onTime: world.count, of: world.count },
      policy:
        world.count === 0
          ? { reward: null, termsDays: null }
          : { reward: world.note.slice(0, 120) || '-', termsDays: 365 },
    },
  };
}
