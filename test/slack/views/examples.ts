// Customers, verdicts, drafts and readings to draw, plain ones and hostile ones.
import type { Ageing } from '../../../src/core/ageing.ts';
import type { Day } from '../../../src/core/calendar.ts';
import type { CaseView } from '../../../src/core/case-view.ts';
import type { Digest, DigestEntry, LeftAlone } from '../../../src/core/digest.ts';
import type { Draft } from '../../../src/core/draft.ts';
import type { DraftFacts } from '../../../src/core/facts.ts';
import type { CaseEvent, Customer, EventBody } from '../../../src/core/ledger.ts';
import { type Money, money } from '../../../src/core/money.ts';
import type { ReadItem, Reading } from '../../../src/core/reading/reading.ts';
import type { Relationship } from '../../../src/core/relationship.ts';
import type { Act, Leave } from '../../../src/core/verdict.ts';
import type { ReadingContent } from '../../../src/slack/views/reading-card.ts';

export const TODAY: Day = '2026-11-24';
export const LOCALE = 'en-US';
export const ZONE = 'America/New_York';
export const PLACE = { today: TODAY, locale: LOCALE, zone: ZONE };
export const UUID = '0192f0aa-7c1b-7e55-9d3c-3f6c2b1a9e10';

/** A name that tries mentions, links, formatting, a quote, an emoji, a line break and a change of direction. */
export const HOSTILE =
  '<!channel> *Bold* & `Sons` <https://evil.example|pay here>\n> _Ltd_ ~x~ :tada: \u202eDTL';
export const LONG = 'Very Long Name of a Company That Never Ends '.repeat(80);

export const usd = (minor: number): Money => money(minor, 'USD');

export function customer(over: Partial<Customer> = {}): Customer {
  return {
    id: UUID,
    name: 'Acme Robotics Inc',
    group: null,
    contacts: [{ name: 'Dana Whitfield', email: 'dana@acme.example', phone: '+1 212 555 0101' }],
    language: 'en',
    country: 'US',
    zone: null,
    accountManager: 'U0AMY',
    terms: {},
    firstSeen: '2026-01-05T09:00:00.000Z',
    ...over,
  };
}

export function act(over: Partial<Act> = {}): Act {
  return {
    kind: 'act',
    customerId: UUID,
    currency: 'USD',
    step: 'question',
    channel: 'email',
    invoices: ['i1'],
    driver: 'i1',
    total: usd(249000),
    daysLate: 12,
    because: 'INV-1055 is 12 days late and the reminder of 16 Nov was not answered.',
    facts: ['INV-1055 was due on Thu 12 Nov.', 'A reminder went out on Mon 16 Nov.'],
    rank: 10,
    rankBecause: 'It is the greatest sum.',
    notBefore: TODAY,
    ...over,
  };
}

export function leave(over: Partial<Leave> = {}): Leave {
  return {
    kind: 'leave',
    customerId: UUID,
    currency: 'USD',
    reason: 'promised',
    because: 'They promised $500.00 by Fri 27 Nov.',
    facts: ['Sam recorded the promise on Mon 23 Nov.'],
    until: '2026-12-01',
    total: usd(50000),
    ...over,
  };
}

export function entry(over: Partial<DigestEntry> = {}): DigestEntry {
  return {
    act: act(),
    customerName: 'Acme Robotics Inc',
    hasEmail: true,
    liveDraft: null,
    threadLink: null,
    quote: null,
    ...over,
  };
}

export const AGEING: Ageing = {
  asOf: TODAY,
  currencies: [
    {
      currency: 'USD',
      current: usd(72000),
      overdue: usd(2340000),
      buckets: { '1-30': usd(1000000), '31-60': usd(900000), '61-90': usd(440000), '90+': usd(0) },
      credits: usd(5000),
      overdueInvoices: 41,
      overdueCustomers: 18,
    },
  ],
};

export const NO_AGEING: Ageing = { asOf: TODAY, currencies: [] };

export function digest(over: Partial<Digest> = {}): Digest {
  return {
    day: TODAY,
    freshAt: '2026-11-24T12:00:00.000Z',
    stale: false,
    ageing: AGEING,
    apart: { withAgency: [], writtenOff: [] },
    changes: null,
    unread: [],
    plans: [],
    troubles: [],
    thank: [],
    calls: { owners: [], customers: [] },
    chase: [entry()],
    leave: [{ leave: leave(), customerName: 'Beta Kitchens LLC' }],
    disputes: [],
    requests: [],
    onTime: [],
    early: [],
    locale: LOCALE,
    zone: ZONE,
    ...over,
  };
}

export function entries(
  number: number,
  name: (index: number) => string = (i) => `Customer ${i}`,
): DigestEntry[] {
  return Array.from({ length: number }, (_, i) => entry({ customerName: name(i) }));
}

export function leftAlone(number: number): LeftAlone[] {
  const reasons = ['promised', 'disputed', 'too_soon', 'nothing_due'] as const;
  return Array.from({ length: number }, (_, i) => ({
    leave: leave({ reason: reasons[i % reasons.length]!, because: `Reason number ${i}.` }),
    customerName: `Quiet Customer ${i}`,
  }));
}

export function event(body: EventBody, over: Partial<CaseEvent & { undone: boolean }> = {}) {
  return {
    id: 'e1',
    customerId: UUID,
    at: '2026-11-23T19:05:00.000Z',
    by: 'U0SAM',
    source: null,
    body,
    undone: false,
    ...over,
  };
}

export function openInvoice(
  index: number,
  over: Partial<CaseView['open'][number]> = {},
): CaseView['open'][number] {
  return {
    id: `i${index}`,
    customerId: UUID,
    number: `INV-${1000 + index}`,
    kind: 'invoice',
    issued: '2026-10-13',
    due: '2026-11-12',
    total: usd(185000),
    open: usd(124500),
    memo: null,
    firstSeen: '2026-10-13T09:00:00.000Z',
    daysLate: 12,
    moreTimeUntil: null,
    disputed: false,
    ...over,
  };
}

export const RELATIONSHIP: Relationship = {
  since: '2025-01-05',
  quarters: [{ name: '2026 Q4', invoices: 2, total: [usd(249000)] }],
  trend: 'steady',
  onTime: { paid: 9, of: 11 },
  daysLate: { now: 4, before: 9 },
  complaints: 1,
  contactsAMonth: 1.3,
  tone: { friendly: 0, upset: 0 },
  refusals: 0,
  wishes: [],
  notes: [],
};

export function caseView(over: Partial<CaseView> = {}): CaseView {
  return {
    customer: customer(),
    ...PLACE,
    open: [openInvoice(55), openInvoice(56, { due: '2026-12-09', daysLate: -15 })],
    overdue: [usd(124500)],
    openTotals: [usd(249000)],
    apart: { withAgency: [], writtenOff: [] },
    verdicts: [act()],
    history: [],
    disputes: [],
    orderNumbers: [],
    numbersWanted: [],
    missingCredits: [],
    requests: [],
    promises: { shown: [], more: 0 },
    offers: [],
    liveDraft: null,
    threadLink: null,
    mayThank: false,
    relationship: RELATIONSHIP,
    ...over,
  };
}

export const FACTS: DraftFacts = {
  asOf: TODAY,
  step: 'question',
  tone: 'helpful',
  maySay: [],
  decided: [],
  language: 'en',
  customerName: 'Acme Robotics Inc',
  contactName: 'Dana Whitfield',
  senderName: 'Olivia Owner',
  senderEmail: 'olivia@harbor.example',
  businessName: 'Harbor & Pine',
  businessPhone: null,
  bankDetails: null,
  invoices: [
    {
      number: 'INV-1055',
      kind: 'invoice',
      issued: '2026-10-13',
      due: '2026-11-12',
      daysLate: 12,
      total: usd(185000),
      open: usd(124500),
      payLink: null,
    },
  ],
  total: usd(124500),
  daysLate: 12,
  deadline: null,
  plan: null,
  history: {
    firstLatePayment: false,
    customerSince: null,
    lettersSent: 1,
    lastLetter: null,
    brokenPromise: null,
    partPaid: false,
  },
  policyVersion: 3,
};

export function draft(over: Partial<Draft> = {}): Draft {
  return {
    id: UUID,
    customerId: UUID,
    currency: 'USD',
    step: 'question',
    state: 'proposed',
    revision: 2,
    to: 'dana@acme.example',
    cc: [],
    letter: { subject: 'Invoice INV-1055', body: 'Hi Dana,\n\nwhen can we expect $1,245.00?\n\nOlivia' },
    facts: FACTS,
    findings: [],
    authorship: {
      kind: 'template',
      promptId: 'question',
      promptVersion: 1,
      promptHash: null,
      model: null,
      note: null,
    },
    card: null,
    createdBy: 'U0SAM',
    createdAt: '2026-11-24T14:00:00.000Z',
    approvedBy: null,
    approvedAt: null,
    sendAfter: null,
    sentAt: null,
    messageId: '<draft-1@harbor.example>',
    inReplyTo: null,
    reason: null,
    decidedBy: null,
    overruled: null,
    attachments: [],
    ...over,
  };
}

export const PROMISE: ReadItem = {
  outcome: { kind: 'promise', amount: usd(50000), date: '2026-11-27', invoices: [] },
  quote: 'they will pay 500 by Friday',
};

export function reading(over: Partial<Extract<Reading, { kind: 'outcomes' }>> = {}): Reading {
  return {
    kind: 'outcomes',
    items: [PROMISE],
    problems: [],
    via: 'call',
    sureness: 'high',
    by: 'grammar',
    ...over,
  };
}

export function pending(over: Partial<ReadingContent> = {}): ReadingContent {
  return {
    id: UUID,
    author: 'U0SAM',
    source: { channel: 'C0CASES', ts: '1.0', quote: 'spoke to accounts, they will pay 500 by Friday' },
    reading: reading(),
    state: 'asked',
    decidedBy: null,
    editedTs: null,
    rewording: null,
    ...over,
  };
}
