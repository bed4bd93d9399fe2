// What a customer asked for is sent with a person's approval: the statement, a copy of the invoice; or said to be done.
import { beforeEach, describe, expect, test } from 'vitest';
import { MAX_COPY_BYTES, sendCopy, sendStatement, settleRequest } from '../../src/flows/answer-request.ts';
import { approveDraft, skipDraft } from '../../src/flows/decide-draft.ts';
import { gatherCustomer, liveDraft, viewCase } from '../../src/flows/gather.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { readReply } from '../../src/flows/read-reply.ts';
import { confirmReading, undoReading } from '../../src/flows/record-outcome.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import type { MessageRef } from '../../src/ports/records.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
let thread: MessageRef;

const BOOKS = [{ number: 'INV/1041', due: '2026-11-12', open: 1850 }] as const;
const PDF = new TextEncoder().encode('%PDF-1.7 an invoice');

beforeEach(async () => {
  ports = await testPorts('2026-09-01T12:00:00.000Z');
  acme = await owes(ports, 'Acme Robotics Inc', BOOKS);
  ports.setNow(morning('2026-11-24'));
  await owes(ports, 'Acme Robotics Inc', BOOKS);
  const opened = await openCase(ports, acme);
  if (opened.kind !== 'open') throw new Error(opened.because);
  thread = opened.card;
});

async function told(text: string) {
  const read = await readReply(ports, { thread, ts: '1764100000.000001', text, author: BOOKKEEPER });
  if (read.kind !== 'asked') throw new Error(`"${text}" was taken as ${read.kind}`);
  await confirmReading(ports, { readingId: read.pending.id, by: BOOKKEEPER, choice: null });
  return read.pending;
}

async function requests() {
  const situation = await gatherCustomer(ports, acme);
  if (!situation) throw new Error('no such customer');
  return (await viewCase(ports, situation, null)).requests;
}

const waiting = async () => liveDraft(await ports.store.draftsOf(acme));

async function send() {
  const draft = await waiting();
  const decided = await approveDraft(ports, {
    draftId: draft?.id ?? '',
    revision: draft?.revision ?? 0,
    by: OWNER,
  });
  if (decided.kind !== 'decided') throw new Error(JSON.stringify(decided));
  ports.passSeconds(31);
  return sendApproved(ports, decided.draft.id);
}

const copyOf = async (bytes: Uint8Array) => {
  const [request] = await requests();
  const requestId = request?.eventId ?? '';
  return sendCopy(ports, { customerId: acme, requestId, invoice: 'INV/1041', bytes, by: BOOKKEEPER });
};

test('the statement goes with the short letter, and the task is done', async () => {
  await told('please send them a statement of account');
  expect(await requests()).toMatchObject([{ document: 'statement', invoices: ['INV/1041'] }]);
  expect(await sendStatement(ports, { customerId: acme, by: BOOKKEEPER })).toMatchObject({ kind: 'drafted' });
  expect(await waiting()).toMatchObject({ findings: [], attachments: ['statement'] });
  expect(await send()).toEqual({ kind: 'sent' });
  expect(ports.sent[0]?.attachments.map(({ name }) => name)).toEqual(['statement-2026-11-24.pdf']);
  expect(await requests()).toEqual([]);
  expect(await sendStatement(ports, { customerId: acme, by: BOOKKEEPER })).toMatchObject({ kind: 'refused' });
});

describe('a copy of the invoice', () => {
  const kept = async () => (await waiting())?.facts.detail?.matter?.file?.uploadId ?? '';

  beforeEach(() => told('they need a copy of invoice INV/1041'));

  test('goes with the letter under a plain name, and is kept no longer', async () => {
    expect(await copyOf(PDF)).toMatchObject({ kind: 'drafted' });
    const uploadId = await kept();
    expect(await ports.store.takeUpload(uploadId)).not.toBeNull();
    expect(await send()).toEqual({ kind: 'sent' });
    const [file] = ports.sent[0]?.attachments ?? [];
    expect(file).toMatchObject({ name: 'invoice-INV-1041.pdf', contentType: 'application/pdf', bytes: PDF });
    expect(await ports.store.takeUpload(uploadId)).toBeNull();
    expect(await requests()).toEqual([]);
  });

  test.each([
    ['another kind of file', new TextEncoder().encode('<html>%PDF-'), 'is no PDF'],
    ['nothing', new Uint8Array(), 'is no PDF'],
    ['a file that is too large', new Uint8Array(MAX_COPY_BYTES + 1), 'more than 5 MB'],
  ])('is refused when it is %s', async (_, bytes, because) => {
    expect(await copyOf(bytes)).toMatchObject({ kind: 'refused', because: expect.stringContaining(because) });
    expect(await waiting()).toBeNull();
  });

  test('of the largest size is taken', async () => {
    const largest = new Uint8Array(MAX_COPY_BYTES);
    largest.set(PDF);
    expect(await copyOf(largest)).toMatchObject({ kind: 'drafted' });
  });

  test('is not sent without its file', async () => {
    await copyOf(PDF);
    await ports.store.dropUpload(await kept());
    expect(await send()).toEqual({ kind: 'failed' });
    expect(ports.sent).toEqual([]);
    expect((await waiting())?.reason).toContain('is kept no longer');
  });

  test('given twice keeps the first until it is decided', async () => {
    await copyOf(PDF);
    const first = await kept();
    expect(await copyOf(PDF)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('waits already'),
    });
    expect(await kept()).toBe(first);
    await skipDraft(ports, { draftId: (await waiting())?.id ?? '', by: OWNER, reason: 'sent by post' });
    expect(await requests()).toEqual([]);
  });
});

test('an order number is a fact of the case, and a request that was taken back wants nothing', async () => {
  const pending = await told('they need a PO number on INV/1041');
  const [request] = await requests();
  const settle = { customerId: acme, requestId: request?.eventId ?? '', note: 'PO-4711', by: BOOKKEEPER };
  if (request) {
    expect(await settleRequest(ports, settle)).toMatchObject({ kind: 'noted' });
    expect((await gatherCustomer(ports, acme))?.ledger.events.at(-1)?.body).toMatchObject({
      kind: 'request_done',
      document: 'po_number',
      note: 'PO-4711',
    });
    expect(await settleRequest(ports, settle)).toMatchObject({ kind: 'refused' });
  }
  expect(request).toMatchObject({ document: 'po_number' });
  await undoReading(ports, { readingId: pending.id, by: BOOKKEEPER });
  expect(await requests()).toEqual([]);
});

test('a statement is sent to whoever owes nothing any more as well: it shows what was paid', async () => {
  await owes(ports, 'Acme Robotics Inc', [{ ...BOOKS[0], open: 0, total: 1850 }]);
  await told('please send them a statement of account');
  const drafted = await sendStatement(ports, { customerId: acme, by: BOOKKEEPER });
  expect(drafted).toMatchObject({ kind: 'drafted', draft: { findings: [] } });
  expect(await send()).toEqual({ kind: 'sent' });
  expect(ports.sent[0]?.attachments).toMatchObject([{ contentType: 'application/pdf' }]);
  expect(await requests()).toEqual([]);
});
