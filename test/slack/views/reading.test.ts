import { describe, expect, it } from 'vitest';
import type { Outcome, OutcomeKind } from '../../../src/core/outcome.ts';
import type { Problem } from '../../../src/core/reading/reading.ts';
import { decodeValue } from '../../../src/slack/views/action-ids.ts';
import { KIND_WORDS, type OutcomeContext } from '../../../src/slack/views/outcome-fields.ts';
import {
  changeReadingModal,
  kindIn,
  logCallModal,
  parseChangeReading,
  parseLogCall,
} from '../../../src/slack/views/outcome-modals.ts';
import { parseOutcome } from '../../../src/slack/views/parse-outcome.ts';
import type { StateValues } from '../../../src/slack/views/read-inputs.ts';
import { readingCard } from '../../../src/slack/views/reading-card.ts';
import { HOSTILE, LOCALE, LONG, PLACE, PROMISE, pending, reading, TODAY, UUID, usd } from './examples.ts';
import { actionIdsOf, elementsOf, problemsOfMessage, problemsOfView, wordsOf } from './slack-limits.ts';

const CONTEXT: OutcomeContext = {
  today: TODAY,
  locale: LOCALE,
  currencies: ['USD'],
  invoices: [{ number: 'INV-1055', open: usd(124500), due: '2026-11-12' }],
};

const UNCLEAR: Problem = {
  kind: 'unclear',
  about: 'amount',
  why: 'Is it half of $1,245.00 or half of INV-1055?',
  choices: [
    { label: 'Half of all', items: [PROMISE] },
    { label: 'Half of INV-1055', items: [PROMISE] },
  ],
};

const show = (over: Parameters<typeof pending>[0] = {}, after: string | null = null) =>
  readingCard(pending(over), 'Acme Robotics Inc', PLACE, after);

describe('the reading card', () => {
  it('says what was understood, whose words they were, and asks', () => {
    const card = show();
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('What I understood about Acme Robotics Inc');
    expect(card.text).toContain('$500.00');
    expect(card.text).toContain('<@U0SAM> wrote: “spoke to accounts, they will pay 500 by Friday”');
    expect(actionIdsOf(card.blocks)).toEqual(['reading.confirm', 'reading.change', 'reading.dismiss']);
  });

  it('says before anybody confirms who may not be able to promise it, and that the tone is kept', () => {
    const by = (mayCommit: boolean) => ({
      ...PROMISE,
      outcome: { ...PROMISE.outcome, saidBy: { words: 'the <receptionist>', mayCommit } } as Outcome,
    });
    const marked = show({ reading: reading({ items: [by(false)], tone: 'upset' }) });
    expect(problemsOfMessage(marked)).toEqual([]);
    expect(marked.text).toContain(
      ':warning: *Said by the &lt;receptionist&gt;, who may not be able to promise this for Acme Robotics Inc.*',
    );
    expect(marked.text).toContain('It is also kept that they sounded upset.');
    expect(actionIdsOf(marked.blocks)).toEqual(['reading.confirm', 'reading.change', 'reading.dismiss']);
    const sure = show({ reading: reading({ items: [by(true)] }) });
    expect(sure.text).toContain('said by the &lt;receptionist&gt;');
    expect(sure.text).not.toContain(':warning:');
  });

  it('asks what of the record once the words were changed, and shows what they meant and mean', () => {
    const rewording = { quote: 'they will pay 700', reading: reading({ items: [PROMISE] }) };
    const card = show({ state: 'confirmed', decidedBy: 'U0SAM', editedTs: '17.5', rewording });
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('they will pay 500 by Friday');
    expect(card.text).toContain('Now: “they will pay 700”');
    expect(actionIdsOf(card.blocks)).toEqual(['reading.follow', 'reading.keep']);
    expect(decodeValue('reading', String(elementsOf(card.blocks)[0]?.value))).toEqual({
      readingId: UUID,
      words: '17.5',
    });
    const unclear = { ...rewording, reading: reading({ problems: [UNCLEAR] }) };
    const asks = show({ state: 'confirmed', editedTs: '17.5', rewording: unclear });
    expect(actionIdsOf(asks.blocks)).toEqual(['reading.ask_again', 'reading.keep']);
    expect(asks.text).toContain('Is it half of');
    for (const quote of [null, 'thanks!']) {
      const nothing = { quote, reading: { kind: 'chatter' } } as const;
      const gone = show({ state: 'confirmed', editedTs: '17.5', rewording: nothing });
      expect(actionIdsOf(gone.blocks)).toEqual(['reading.take_back', 'reading.keep']);
      expect(gone.text).toContain(quote === null ? 'deleted' : 'nothing to record');
    }
  });

  it('is withdrawn with a line that says why, and offers nothing', () => {
    for (const quote of [null, 'thanks!']) {
      const card = show({ state: 'withdrawn', rewording: { quote, reading: { kind: 'chatter' } } });
      expect(card.text).toContain(quote === null ? 'deleted the reply' : 'changed the reply');
      expect(actionIdsOf(card.blocks)).toEqual([]);
    }
  });

  it('offers the answers to what is unclear, and no Confirm before', () => {
    const card = show({ reading: reading({ problems: [UNCLEAR] }) });
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('Is it half of');
    expect(actionIdsOf(card.blocks)).toEqual([
      'reading.choose.0.0',
      'reading.choose.0.1',
      'reading.change',
      'reading.dismiss',
    ]);
    expect(decodeValue('choice', String(elementsOf(card.blocks)[1]?.value))).toEqual({
      readingId: UUID,
      problem: 0,
      choice: 1,
    });
  });

  it('lets what is merely odd be confirmed, with the doubt said', () => {
    const odd: Problem = { kind: 'odd', about: 'date', why: 'That is a Sunday.', choices: [] };
    const card = show({ reading: reading({ problems: [odd] }) });
    expect(card.text).toContain('That is a Sunday.');
    expect(actionIdsOf(card.blocks)).toContain('reading.confirm');
  });

  it('does not ask to confirm nothing', () => {
    const card = show({ reading: reading({ items: [], problems: [] }) });
    expect(card.text).toContain('I am not sure what this means');
    expect(actionIdsOf(card.blocks)).toEqual(['reading.change', 'reading.dismiss']);
  });

  it('says what was recorded, by whom, and how the next step changes', () => {
    const card = show({ state: 'confirmed', decidedBy: 'U0OLIVIA' }, 'No reminder before Tue 1 Dec.');
    expect(problemsOfMessage(card)).toEqual([]);
    expect(card.text).toContain('Recorded for Acme Robotics Inc* by <@U0OLIVIA>');
    expect(card.text).toContain('No reminder before Tue 1 Dec.');
    expect(actionIdsOf(card.blocks)).toEqual(['reading.undo']);
  });

  it('keeps the words when it is dismissed or taken back', () => {
    const dismissed = show({ state: 'dismissed', decidedBy: 'U0SAM' });
    expect(dismissed.text).toContain('Not recorded* by <@U0SAM>');
    expect(dismissed.text).toContain('they will pay 500 by Friday');
    expect(actionIdsOf(dismissed.blocks)).toEqual([]);
    const undone = show({ state: 'undone', decidedBy: 'U0SAM' }, 'A reminder is due today.');
    expect(undone.text).toContain('Taken back');
    expect(undone.text).toContain('A reminder is due today.');
    expect(actionIdsOf(undone.blocks)).toEqual([]);
  });

  it('takes many doubts, many answers, and hostile or endless words', () => {
    const problems = Array.from({ length: 30 }, () => ({
      ...UNCLEAR,
      why: HOSTILE + LONG,
      choices: Array.from({ length: 40 }, (_, i) => ({ label: `${HOSTILE}${LONG}${i}`, items: [] })),
    }));
    const items = Array.from({ length: 50 }, () => ({
      outcome: { kind: 'note', text: HOSTILE + LONG } as const,
      quote: '',
    }));
    for (const state of ['asked', 'confirmed', 'dismissed', 'undone', 'withdrawn'] as const) {
      const card = readingCard(
        pending({
          state,
          reading: reading({ items, problems }),
          source: { channel: 'C1', ts: '1', quote: `${HOSTILE}\n${LONG}` },
        }),
        HOSTILE + LONG,
        PLACE,
        LONG,
      );
      expect(problemsOfMessage(card)).toEqual([]);
      expect(card.text).not.toContain('<!channel>');
    }
  });
});

const kinds = Object.keys(KIND_WORDS) as OutcomeKind[];

const chosen = (value: string) => ({ input: { selected_option: { value } } });
const typed = (value: string | null) => ({ input: { value } });
const onDay = (value: string | null) => ({ input: { selected_date: value } });

describe('the form for an outcome', () => {
  it.each(kinds)(
    'is within Slack’s limits for %s, with one currency or several and any number of invoices',
    (kind) => {
      const invoices = Array.from({ length: 300 }, (_, i) => ({
        number: i === 0 ? LONG : `INV-${i}`,
        open: usd(100),
        due: TODAY,
      }));
      for (const context of [
        CONTEXT,
        { ...CONTEXT, invoices: [] },
        { ...CONTEXT, invoices, currencies: ['USD', 'GBP'] as const },
      ]) {
        const log = logCallModal({ id: UUID, name: HOSTILE + LONG, currency: 'USD' }, context, kind, 'typed');
        const change = changeReadingModal(pending(), HOSTILE + LONG, context, kind);
        for (const view of [log, change]) expect(problemsOfView(view)).toEqual([]);
        expect(actionIdsOf(log)).toContain('outcome.kind');
      }
    },
  );

  it.each<[StateValues, Outcome]>([
    [
      {
        amount: typed('500'),
        date: onDay('2026-11-27'),
        invoices: { input: { selected_options: [{ value: 'INV-1055' }] } },
      },
      { kind: 'promise', amount: usd(50000), date: '2026-11-27', invoices: ['INV-1055'] },
    ],
    [{ date: onDay(TODAY) }, { kind: 'promise', amount: 'full', date: TODAY, invoices: [] }],
    [
      { date: onDay(TODAY), who: typed('Maria from AP'), may: chosen('yes') },
      {
        kind: 'promise',
        amount: 'full',
        date: TODAY,
        invoices: [],
        saidBy: { words: 'Maria from AP', mayCommit: true },
      },
    ],
    [
      { date: onDay(TODAY), may: chosen('no') },
      {
        kind: 'promise',
        amount: 'full',
        date: TODAY,
        invoices: [],
        saidBy: { words: 'somebody', mayCommit: false },
      },
    ],
    [{ amount: typed('0.5') }, { kind: 'claims_paid', amount: usd(50), date: null, invoices: [] }],
    [
      { reason: chosen('goods'), detail: typed('Broken') },
      { kind: 'dispute', reason: 'goods', detail: 'Broken', amount: null, invoices: [] },
    ],
    [
      { instalments: typed('3'), cadence: chosen('monthly'), date: onDay('2026-12-01') },
      { kind: 'plan_request', instalments: 3, amount: null, cadence: 'monthly', first: '2026-12-01' },
    ],
    [{ date: onDay('2026-11-25') }, { kind: 'callback', date: '2026-11-25' }],
    [{}, { kind: 'no_answer' }],
    [{}, { kind: 'left_message' }],
    [
      { document: chosen('invoice_copy') },
      { kind: 'document_request', document: 'invoice_copy', detail: '', invoices: [] },
    ],
    [
      { email: typed('ap@acme.example') },
      { kind: 'wrong_contact', name: null, email: 'ap@acme.example', phone: null },
    ],
    [{ order: typed(' PO-4711 ') }, { kind: 'order_number', number: 'PO-4711', invoices: [] }],
    [{ detail: typed('Text') }, { kind: 'hardship', detail: 'Text' }],
    [{ detail: typed('Text') }, { kind: 'note', text: 'Text' }],
  ])('reads %o', (values, outcome) => {
    expect(parseOutcome(outcome.kind, values, CONTEXT)).toEqual({ kind: 'parsed', value: outcome });
  });

  it.each<[OutcomeKind, StateValues, string]>([
    ['promise', {}, 'date'],
    ['promise', { date: onDay('2026-11-23') }, 'date'],
    ['promise', { date: onDay(TODAY), amount: typed('0') }, 'amount'],
    ['promise', { date: onDay(TODAY), amount: typed('1.234') }, 'amount'],
    ['claims_paid', { date: onDay('2026-11-25') }, 'date'],
    ['dispute', {}, 'reason'],
    ['plan_request', { instalments: typed('1') }, 'instalments'],
    ['plan_request', { instalments: typed('2.5') }, 'instalments'],
    ['plan_request', { date: onDay('2026-01-01') }, 'date'],
    ['callback', { date: onDay('2026-11-23') }, 'date'],
    ['document_request', {}, 'document'],
    ['order_number', {}, 'order'],
    ['order_number', { order: typed('<b>1</b>') }, 'order'],
    ['wrong_contact', {}, 'name'],
    ['wrong_contact', { email: typed('nobody') }, 'email'],
    ['refused', {}, 'detail'],
    ['note', { detail: typed('  ') }, 'detail'],
  ])('says what is wrong with a %s of %o', (kind, values, field) => {
    const read = parseOutcome(kind, values, CONTEXT);
    expect(read.kind === 'errors' && Object.keys(read.errors)).toEqual([field]);
  });

  it('takes the chosen currency where the customer owes in several', () => {
    const context: OutcomeContext = { ...CONTEXT, currencies: ['USD', 'JPY'] };
    const values = { date: onDay(TODAY), amount: typed('500'), currency: chosen('JPY') };
    expect(parseOutcome('promise', values, context)).toMatchObject({
      value: { amount: { minor: 500, currency: 'JPY' } },
    });
  });
});

describe('logging a call', () => {
  it('leaves reading the words to the reader where nothing else is chosen', () => {
    const values = { via: chosen('call'), kind: chosen('words'), text: typed('LVM') };
    expect(kindIn(values)).toBeNull();
    expect(parseLogCall(values, CONTEXT)).toEqual({
      kind: 'parsed',
      value: { text: 'LVM', outcome: null, via: 'call' },
    });
    expect(parseLogCall({ via: chosen('call'), kind: chosen('words') }, CONTEXT).kind).toBe('errors');
  });

  it('takes a chosen outcome with or without words', () => {
    const read = parseLogCall({ via: chosen('meeting'), kind: chosen('no_answer') }, CONTEXT);
    expect(read).toMatchObject({ value: { via: 'meeting', outcome: { kind: 'no_answer' } } });
    expect(read.kind === 'parsed' && read.value.text.length > 0).toBe(true);
    expect(kindIn({ kind: chosen('toString') })).toBeNull();
  });
});

describe('changing a reading', () => {
  it('starts from what was understood and keeps the other things that were said', () => {
    const note = { outcome: { kind: 'note', text: 'Nice chat' } as const, quote: 'nice chat' };
    const both = pending({ reading: reading({ items: [PROMISE, note] }) });
    const modal = changeReadingModal(both, 'Acme', CONTEXT);
    expect(JSON.stringify(modal)).toContain('"initial_value":"500.00"');
    expect(wordsOf(modal)).toContain('Also record');
    const values = {
      kind: chosen('promise'),
      amount: typed('600'),
      date: onDay('2026-11-30'),
      others: { input: { selected_options: [{ value: '1' }] } },
    };
    expect(parseChangeReading(values, both, CONTEXT)).toMatchObject({
      value: { items: [{ outcome: { kind: 'promise', amount: usd(60000), date: '2026-11-30' } }, note] },
    });
    expect(parseChangeReading({ ...values, others: {} }, both, CONTEXT)).toMatchObject({
      value: { items: [{ outcome: { kind: 'promise' } }] },
    });
    expect(parseChangeReading({}, both, CONTEXT).kind).toBe('errors');
  });

  it('puts right what is not clear, and keeps what is: no day is set that nobody told', () => {
    const asked = {
      quote: '300 soon',
      outcome: { kind: 'promise', amount: usd(30000), date: '2026-12-04', invoices: [] } as const,
    };
    const problem = {
      kind: 'unclear',
      about: 'date',
      why: 'On which day was not said.',
      choices: [{ label: '$300.00, Fri Dec 4', items: [asked, PROMISE] }],
    } as const;
    const half = pending({ reading: reading({ items: [PROMISE], problems: [problem] }) });
    const modal = changeReadingModal(half, 'Acme', CONTEXT);
    expect(JSON.stringify(modal)).toContain('"initial_value":"300.00"');
    expect(JSON.stringify(modal)).not.toContain('initial_date');
    expect(wordsOf(modal)).toMatch(/Also record[\s\S]*\$500\.00/);
    const values = {
      kind: chosen('promise'),
      amount: typed('300'),
      date: onDay('2026-12-02'),
      others: { input: { selected_options: [{ value: '0' }] } },
    };
    expect(parseChangeReading(values, half, CONTEXT)).toMatchObject({
      value: { items: [{ outcome: { amount: usd(30000), date: '2026-12-02' } }, PROMISE] },
    });
  });

  it('offers the reply itself as a note where nothing was understood', () => {
    const none = pending({ reading: reading({ items: [] }) });
    expect(JSON.stringify(changeReadingModal(none, 'Acme', CONTEXT))).toContain('spoke to accounts');
  });
});
