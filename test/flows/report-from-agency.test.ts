// What an agency reports, told in the case's thread: read, put before a person, and logged with the hand-over.
import { beforeEach, describe, expect, test } from 'vitest';
import { addDays, type Day } from '../../src/core/calendar.ts';
import type { CaseEvent, EventBody } from '../../src/core/ledger.ts';
import { money } from '../../src/core/money.ts';
import type { RequestView } from '../../src/core/request-view.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { readLog, readReply } from '../../src/flows/read-reply.ts';
import { confirmReading, correctReading, undoReading } from '../../src/flows/record-outcome.ts';
import { agree } from '../../src/flows/requests.ts';
import { rewordReply, settleRewording } from '../../src/flows/reword-reply.ts';
import { callBack, logAgencyUpdate } from '../../src/flows/with-agency.ts';
import type { MessageRef } from '../../src/ports/records.ts';
import { BOOKKEEPER, morning, OWNER, owes, STRANGER, type TestPorts, testPorts } from '../fakes/ports.ts';

const DAY: Day = '2026-11-24';
const card = { channel: 'C0OVERDUE', ts: '7.7' };

let ports: TestPorts;
let acme: string;
let thread: MessageRef;
let requestId: string;
let count = 0;

/** 1,200.00 is with an agency since this morning; the card on which it was agreed is known. */
beforeEach(async () => {
  ports = await testPorts(morning(DAY));
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-7', due: addDays(DAY, -75), open: 1200 }]);
  const opened = await openCase(ports, acme);
  if (opened.kind !== 'open') throw new Error(opened.because);
  thread = opened.card;
  requestId = (await handOver()).id;
  ports.passSeconds(1);
  await agree(ports, { customerId: acme, requestId, by: OWNER, card }, async () => null);
  ports.passSeconds(1);
});

const record = (body: EventBody, by = BOOKKEEPER) =>
  ports.store.addEvent({ customerId: acme, at: ports.clock.now(), by, source: null, body });
const handOver = () =>
  record({
    kind: 'hand_over_asked',
    currency: 'USD',
    agencyId: 'fair',
    agency: 'Fair Collect',
    feePercent: 20,
    invoices: ['INV-7'],
    amount: money(120_000, 'USD'),
    approvals: 2,
    reason: 'no answer',
  });

async function asked(text: string) {
  count += 1;
  ports.passSeconds(1);
  const ts = `1764000000.${String(count).padStart(6, '0')}`;
  const read = await readReply(ports, { thread, ts, text, author: STRANGER });
  if (read.kind !== 'asked') throw new Error(`"${text}" was taken as ${read.kind}`);
  return read.pending;
}

const confirm = (
  readingId: string,
  by = BOOKKEEPER,
  choice: { problem: number; choice: number } | null = null,
) => confirmReading(ports, { readingId, by, choice });
const events = async (): Promise<readonly CaseEvent[]> =>
  (await gatherCustomer(ports, acme))?.ledger.events ?? [];
const updates = async () => (await events()).filter(({ body }) => body.kind === 'agency_update');
const verdict = async () => {
  const [found] = (await gatherCustomer(ports, acme))?.verdicts ?? [];
  return found?.kind === 'leave' ? found.reason : found?.step;
};
/** What the card of the hand-over shows last, and where that card is. */
const shown = () => {
  const last = ports.said.findLast(({ what }) => what === 'updateRequest');
  return last?.subject as RequestView | undefined;
};

describe('a report told in the thread', () => {
  test('is recorded as the form records it, once a person confirms, and not before', async () => {
    const pending = await asked('agency collected 400 and keeps 15 %');
    expect(await updates()).toEqual([]);
    const done = await confirm(pending.id, STRANGER);
    expect(done).toMatchObject({
      kind: 'recorded',
      after:
        'INV-7: with Fair Collect since Tue Nov 24, so we do not chase it. Recovered so far: $400.00, of which the agency kept $60.00; $800.00 is still with Fair Collect. Enter what came in your books as well: I never change them.',
    });
    expect(await updates()).toMatchObject([
      {
        by: STRANGER,
        source: { quote: 'agency collected 400 and keeps 15 %' },
        body: {
          requestId,
          note: 'agency collected 400 and keeps 15 %',
          recovered: money(40_000, 'USD'),
          fee: money(6_000, 'USD'),
        },
      },
    ]);
    expect((await events()).filter(({ body }) => body.kind === 'outcome')).toEqual([]);
    expect(shown()?.request.updates).toHaveLength(1);
    expect(await confirm(pending.id)).toMatchObject({ because: expect.stringContaining('decided') });
    expect(await updates()).toHaveLength(1);
  });

  test('in plain words is a report without a sum', async () => {
    await confirm((await asked('agency: debtor does not answer')).id);
    expect(await updates()).toMatchObject([
      { body: { note: 'agency: debtor does not answer', recovered: null } },
    ]);
    expect(await verdict()).toBe('agency');
  });

  test('adds up with those before it, and stops at what was given', async () => {
    await confirm((await asked('the agency collected 1,000')).id);
    const more = await asked('agency collected 300');
    expect(await confirm(more.id)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('not clear'),
    });
    expect(more.reading).toMatchObject({
      items: [],
      problems: [
        {
          why: expect.stringContaining(
            '$300.00 is more than the $200.00 that Fair Collect still has of the $1,200.00',
          ),
        },
      ],
    });
    // "Only their words, no sum"
    await confirm(more.id, BOOKKEEPER, { problem: 0, choice: 0 });
    expect((await updates()).map(({ body }) => body.kind === 'agency_update' && body.recovered)).toEqual([
      money(100_000, 'USD'),
      null,
    ]);
  });

  test('is asked of again when it is confirmed: what was logged or ended meanwhile counts', async () => {
    const [one, two, three] = [
      await asked('agency collected 700'),
      await asked('the agency collected 600'),
      await asked('agency: no answer'),
    ];
    await logAgencyUpdate(ports, {
      customerId: acme,
      requestId,
      by: BOOKKEEPER,
      card,
      note: 'half',
      recovered: money(50_000, 'USD'),
      fee: null,
    });
    expect((await confirm(one.id)).kind).toBe('recorded');
    expect(await confirm(two.id)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('$600.00 is more than the $0.00'),
    });
    await callBack(ports, { customerId: acme, requestId, by: OWNER, card, why: 'agreement', note: 'x' });
    expect(await confirm(three.id)).toEqual({
      kind: 'refused',
      because: 'No agency has anything of theirs now, so there is no report to log.',
    });
    expect(await updates()).toHaveLength(2);
  });

  test('of two people at once is recorded once above what is left', async () => {
    const [one, two] = [await asked('agency collected 700'), await asked('the agency collected 800')];
    const answers = await Promise.all([confirm(one.id), confirm(two.id, OWNER)]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['recorded', 'refused']);
  });

  test('in another currency, or where no agency has anything, records nothing', async () => {
    const euro = await asked('agency collected 400 euros');
    expect(euro.reading).toMatchObject({
      problems: [{ why: expect.stringContaining('was given $1,200.00 and nothing in EUR') }],
    });
    expect((await confirm(euro.id)).kind).toBe('refused');
    await callBack(ports, { customerId: acme, requestId, by: OWNER, card, why: 'agreement', note: 'x' });
    const none = await asked('agency collected 400');
    expect(none.reading).toMatchObject({
      items: [],
      problems: [{ why: expect.stringContaining('No agency has anything of theirs now') }],
    });
    expect((await confirm(none.id)).kind).toBe('refused');
    expect(await updates()).toEqual([]);
    await confirm(none.id, BOOKKEEPER, { problem: 0, choice: 0 });
    expect((await events()).at(-1)?.body).toMatchObject({ kind: 'outcome', outcome: { kind: 'note' } });
  });
});

describe('a case that an agency gives back', () => {
  test('is called back by an approver’s word alone, and asked for softly', async () => {
    const pending = await asked('agency gave up, nobody there any more');
    expect(await confirm(pending.id, STRANGER)).toMatchObject({
      because: expect.stringContaining('which an approver confirms'),
    });
    expect(await verdict()).toBe('agency');
    await confirm(pending.id, OWNER);
    expect((await events()).at(-1)?.body).toEqual({
      kind: 'hand_over_ended',
      requestId,
      why: 'given_back',
      note: 'agency gave up, nobody there any more',
    });
    expect(shown()?.request.status).toBe('ended');
    expect(await verdict()).not.toBe('agency');
  });

  test('with what it brought is both, and is taken back as one', async () => {
    const pending = await asked('agency collected 300 and returned the case');
    await confirm(pending.id, OWNER);
    expect((await events()).slice(-2).map(({ body }) => body.kind)).toEqual(
      expect.arrayContaining(['agency_update', 'hand_over_ended']),
    );
    expect(shown()?.request).toMatchObject({
      status: 'ended',
      updates: [{ body: { note: expect.any(String) } }],
    });
    ports.passSeconds(1);
    await undoReading(ports, { readingId: pending.id, by: OWNER });
    expect(shown()?.request).toMatchObject({ status: 'in_force', updates: [] });
    expect(await verdict()).toBe('agency');
  });
});

describe('a report that is put right', () => {
  test('in the form is held to the same', async () => {
    const pending = await asked('agency collected a couple hundred');
    const item = (recovered: number) => ({
      quote: pending.source.quote,
      outcome: {
        kind: 'agency_report' as const,
        requestId,
        note: 'a couple hundred',
        recovered: money(recovered, 'USD'),
        fee: null,
        isGivenBack: false,
      },
    });
    const put = (...sums: number[]) =>
      correctReading(ports, { readingId: pending.id, by: BOOKKEEPER, items: sums.map(item) });
    expect(await put(120_001)).toMatchObject({ because: expect.stringContaining('more than the $1,200.00') });
    expect(await put(70_000, 60_000)).toMatchObject({
      because: expect.stringContaining('more than the $500.00'),
    });
    expect((await put(25_000)).kind).toBe('recorded');
    expect(await updates()).toMatchObject([{ body: { recovered: money(25_000, 'USD') } }]);
  });

  test('by changing the words may use again what it had', async () => {
    const pending = await asked('agency collected 1,000');
    await confirm(pending.id);
    ports.passSeconds(60);
    const changed = await rewordReply(ports, {
      thread,
      ts: pending.source.ts,
      editedTs: '1764000600.000001',
      text: 'agency collected 1,100',
      author: STRANGER,
      isQuestion: false,
    });
    expect(changed).toMatchObject({
      kind: 'questioned',
      pending: { rewording: { reading: { problems: [] } } },
    });
    const settled = await settleRewording(ports, {
      readingId: pending.id,
      editedTs: '1764000600.000001',
      to: 'confirmed',
      by: BOOKKEEPER,
    });
    expect(settled.kind).toBe('recorded');
    expect(shown()?.request.updates.map(({ body }) => body.recovered)).toEqual([money(110_000, 'USD')]);
  });

  test('from the form that logs a call is a report as well', async () => {
    const read = await readLog(ports, {
      customerId: acme,
      thread,
      text: 'Fair Collect says that Dana pays them 50 a week',
      outcome: null,
      via: 'call',
      author: BOOKKEEPER,
    });
    if (read.kind !== 'asked') throw new Error(read.kind);
    await confirm(read.pending.id);
    expect(await updates()).toHaveLength(1);
    expect((await events()).filter(({ body }) => body.kind === 'outcome')).toEqual([]);
  });
});
