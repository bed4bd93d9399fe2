// A timeline tells what passed in the order in which it passed, with the words, and how promises went.
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import { instantAt } from '../../src/core/calendar.ts';
import { customerState } from '../../src/core/customer-state.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { Draft } from '../../src/core/draft.ts';
import type { CaseEvent, Ledger } from '../../src/core/ledger.ts';
import { timelineCsv, timelineOf } from '../../src/core/timeline.ts';
import { timelinePdf } from '../../src/outside/timeline-pdf.ts';
import {
  customer,
  event,
  inDays,
  invoice,
  ledgerOf,
  payment,
  promise,
  said,
  sent,
  TODAY,
  ZONE,
} from './chase/situation.ts';

const NAMES: Readonly<Record<string, string>> = { U0ANA: 'Ana Account', U0BEN: 'Ben Books' };

function timelineWith(
  events: readonly CaseEvent[],
  books: Partial<Pick<Ledger, 'invoices' | 'payments'>> = {},
  drafts: readonly Draft[] = [],
) {
  const acme = customer({ name: 'Ácme & Söhne' });
  const ledger = ledgerOf({ customers: [acme], events, ...books });
  const now = instantAt(ZONE, TODAY, '10:00');
  const { promises } = customerState(ledger, acme, DEFAULT_POLICY, { now, zone: ZONE });
  return timelineOf({
    ledger,
    customer: acme,
    promises,
    drafts,
    settings: { zone: ZONE, locale: 'en-US', businessName: 'Harbor & Pine' },
    today: TODAY,
    nameOf: (user) => NAMES[user] ?? user,
  });
}

function made() {
  const letter = sent(inDays(-30), 'reminder', ['A']);
  const told = {
    ...promise(inDays(-20), inDays(-15), 50_000),
    source: { channel: 'C', ts: '1', quote: '500 by Friday' },
  };
  const wrong = said(inDays(-10), { kind: 'note', text: '=cmd|calc' });
  const draftId = letter.body.kind === 'sent' ? letter.body.draftId : '';
  const draft = {
    id: draftId,
    letter: { subject: 'Your invoice A', body: 'Hello Dana,\n\nplease pay.' },
  } as Draft;
  return timelineWith(
    [
      event(inDays(-9), { kind: 'undone', eventId: wrong.id, reason: null }),
      wrong,
      told,
      letter,
      said(inDays(-5), { kind: 'contact_preference', detail: 'no calls before noon' }),
    ],
    {
      invoices: [invoice(60, { number: 'A', open: 90_000, total: 100_000 })],
      payments: [payment(inDays(-17), 10_000, { invoiceId: 'id of A' })],
    },
    [draft],
  );
}

test('has every entry in order, with its words and what became of it', () => {
  const { entries, fileName, head } = made();
  expect(entries.map(({ kind }) => kind)).toEqual([
    'Letter',
    'Promise',
    'Payment',
    'Contact',
    'Record',
    'Wish',
  ]);
  expect(entries[0]).toMatchObject({
    day: inDays(-30),
    time: '10:00',
    words: 'Your invoice A\n\nHello Dana,\n\nplease pay.',
  });
  expect(entries[1]).toMatchObject({
    words: '500 by Friday',
    what: expect.stringMatching(/kept in part \(\$100\.00 came\)$/),
  });
  expect(entries[2]).toMatchObject({ what: '$100.00 came for A', time: null });
  expect(entries[3]?.what).toMatch(/\(taken back\)$/);
  expect(fileName).toBe(`timeline-acme-sohne-${TODAY}`);
  expect(head).toContain('Wishes about contact recorded below: 1.');
});

test('says who by name, also in the words of people', () => {
  const by = (event: CaseEvent, user: string): CaseEvent => ({ ...event, by: user });
  const asked = said(inDays(-8), { kind: 'note', text: 'call with <@U0BEN|ben>' });
  const { entries } = timelineWith([
    by({ ...asked, source: { channel: 'C', ts: '1', quote: '<@U0ANA> and <@U0GONE> called' } }, 'U0ANA'),
    by(said(inDays(-7), { kind: 'no_answer' }), 'tightrope'),
    by(said(inDays(-6), { kind: 'no_answer' }), 'U0GONE'),
  ]);
  expect(entries.map(({ by }) => by)).toEqual(['Ana Account', 'Tightrope', 'U0GONE']);
  expect(entries[0]).toMatchObject({
    what: 'Note: call with @Ben Books',
    words: '@Ana Account and @U0GONE called',
  });
});

test('says who was named to settle a dispute', () => {
  const named = {
    kind: 'dispute_owned',
    disputeId: 'd',
    owner: 'U0BEN',
    next: 'call them',
    due: TODAY,
  } as const;
  const [entry] = timelineWith([event(inDays(-2), named)]).entries;
  expect(entry?.what).toMatch(/^Named who settles the dispute, by .*: call them \(Ben Books\)$/);
});

test('marks what was taken back, and no more once that was taken back itself', () => {
  const note = said(inDays(-9), { kind: 'note', text: 'they moved' });
  const undo = event(inDays(-8), { kind: 'undone', eventId: note.id, reason: null });
  const redo = event(inDays(-7), { kind: 'undone', eventId: undo.id, reason: 'it was right' });
  expect(timelineWith([note, undo, redo]).entries.map(({ what }) => what)).toEqual([
    'Note: they moved',
    'Took back an earlier record (taken back)',
    'Took back an earlier record: it was right',
  ]);
});

test('is a table that no spreadsheet runs, and a PDF with the same bytes each time', async () => {
  const csv = timelineCsv(made());
  expect(csv.split('\r\n')[0]).toBe('\uFEFFDate,Time,Who,Kind,What,Words');
  expect(csv).not.toMatch(/(?:^|,|\n)"?[=@]/);
  const [one, two] = await Promise.all([timelinePdf(made()), timelinePdf(made())]);
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
  const { text } = await extractText(await getDocumentProxy(Uint8Array.from(one)), { mergePages: true });
  const words = text.replace(/\s+/g, ' ');
  for (const said of [
    'Timeline of Ácme & Söhne',
    'please pay.',
    'kept in part ($100.00 came)',
    '500 by Friday',
  ])
    expect(words).toContain(said);
});
