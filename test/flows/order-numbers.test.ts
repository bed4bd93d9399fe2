// A customer's order number from the day it is missing: asked for, recorded, named by letters, taken back.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '../../src/core/calendar.ts';
import { sendStatement } from '../../src/flows/answer-request.ts';
import { askForOrderNumber } from '../../src/flows/ask-order-number.ts';
import { setTerms } from '../../src/flows/change-customer.ts';
import { approveDraft, skipDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { gatherDigest } from '../../src/flows/post-digest.ts';
import { recordOrderNumber, takeBackOrderNumber } from '../../src/flows/record-order-number.ts';
import { undoReading } from '../../src/flows/record-outcome.ts';
import { ACME_BOOKS, type AcmeCase, openAcmeCase } from '../fakes/acme-case.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;
let told: AcmeCase['told'];
let view: AcmeCase['view'];
let waiting: AcmeCase['waiting'];
let send: AcmeCase['send'];

beforeEach(async () => {
  ({ ports, acme, told, view, waiting, send } = await openAcmeCase());
});

const ask = () => askForOrderNumber(ports, { customerId: acme, by: BOOKKEEPER });
const record = (number: string, invoices: readonly string[] = ['INV-1041']) => {
  ports.passSeconds(60);
  return recordOrderNumber(ports, { customerId: acme, number, invoices, by: BOOKKEEPER });
};

describe('where they want to see their order number', () => {
  test('a person asks for it with one letter, which takes no step and leaves them a week', async () => {
    await told('they need a PO number on INV-1041');
    expect(await waiting()).toBeNull();
    expect(await ask()).toMatchObject({ kind: 'drafted', isNew: true });
    expect(await ask()).toMatchObject({ kind: 'drafted', isNew: false });
    const draft = await waiting();
    expect(draft).toMatchObject({ findings: [], facts: { occasion: 'po_asked' } });
    expect(draft?.letter.subject).toBe('Your order number for invoice INV-1041');
    expect(draft?.letter.body).toContain('the invoice comes back to you with the number on it');
    expect(await send()).toEqual({ kind: 'sent' });
    expect((await view()).requests).toMatchObject([{ askedOn: '2026-11-24' }]);
    const chased = async (on: Day) => {
      ports.setNow(morning(on));
      await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
      const [verdict] = (await view()).verdicts;
      return verdict?.kind === 'act' ? [verdict.step, verdict.invoices.length] : verdict?.reason;
    };
    expect(await chased('2026-11-30')).toBe('quiet');
    expect(await chased('2026-12-01')).toEqual(['question', 2]);
  });

  test('a letter in German asks for it in German', async () => {
    const situation = await gatherCustomer(ports, acme);
    if (!situation) throw new Error('no such customer');
    await ports.store.saveCustomer({ ...situation.customer, language: 'de' }, OWNER, situation.now);
    await told('they need a PO number on the invoices');
    await ask();
    expect((await waiting())?.letter.subject).toBe('Ihre Bestellnummer zu Rechnungen INV-1041 und INV-1055');
  });

  test('the letter stops once the number is known, and is refused from then on', async () => {
    await told('they need a PO number on INV-1041');
    await ask();
    const draft = await waiting();
    await told('their PO is 4500123');
    expect((await view()).orderNumbers).toMatchObject([{ number: '4500123', invoices: ['INV-1041'] }]);
    const because = 'Their order number for INV-1041 is known: 4500123. There is nothing to ask.';
    expect(await ports.store.draft(draft?.id ?? '')).toMatchObject({ state: 'stopped', reason: because });
    expect(await ask()).toEqual({ kind: 'refused', because });
    expect((await view()).requests).toEqual([]);
  });

  test('the letter stops when what they asked for is taken back', async () => {
    const pending = await told('they need a PO number on INV-1041');
    await ask();
    const draft = await waiting();
    await undoReading(ports, { readingId: pending.id, by: BOOKKEEPER });
    expect(await ports.store.draft(draft?.id ?? '')).toMatchObject({
      state: 'stopped',
      reason: 'What this asks about was settled or taken back, so there is nothing to ask.',
    });
    expect(await ask()).toMatchObject({ kind: 'refused' });
  });

  test('nobody asks who must not be contacted, or is insolvent', async () => {
    await told('they need a PO number on INV-1041');
    const terms = (doNotContact: boolean) =>
      setTerms(ports, { customerId: acme, terms: { doNotContact }, accountManager: null, by: OWNER });
    await terms(true);
    expect(await ask()).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('are not to be contacted'),
    });
    await terms(false);
    await told('they are in liquidation');
    expect(await ask()).toMatchObject({ kind: 'refused', because: expect.stringContaining('Insolvency') });
  });
});

describe('a dispute over what is missing', () => {
  const disputeIt = () => told('they dispute INV-1041 because the PO number is missing');

  beforeEach(async () => {
    await disputeIt();
    const [dispute] = (await view()).disputes;
    expect(dispute).toMatchObject({ reasons: ['missing_po'], invoices: ['INV-1041'] });
  });

  test('brings the question for it at once, which says that we heard them', async () => {
    expect(await waiting()).toMatchObject({ facts: { occasion: 'po_asked' }, findings: [] });
    expect((await view()).disputes).toMatchObject([{ isAcknowledged: false }]);
    expect(await send()).toEqual({ kind: 'sent' });
    expect((await view()).disputes).toMatchObject([{ isAcknowledged: true }]);
    ports.setNow(morning('2026-12-15'));
    expect((await view()).disputes).toHaveLength(1); // it holds until it is settled
  });

  test('ends with the number: the letter of the correction names it, and so does the next one', async () => {
    await send();
    ports.setNow(morning('2026-11-26'));
    await told('PO number for INV-1041: 4500123');
    expect((await view()).disputes).toEqual([]);
    expect(await waiting()).toMatchObject({ facts: { occasion: 'dispute_corrected' }, findings: [] });
    expect((await waiting())?.letter.body).toContain('It will name your order 4500123.');
    expect(await send()).toEqual({ kind: 'sent' });
    ports.setNow(morning('2026-12-08'));
    await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
    const drafted = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    if (drafted.kind !== 'drafted') throw new Error(JSON.stringify(drafted));
    expect(drafted.draft.findings).toEqual([]);
    expect(drafted.draft.letter.body).toContain('INV-1041 (your order 4500123) · due');
    expect(drafted.draft.letter.body).toContain('INV-1055 · due');
  });

  test('ends by the form as well, which says what is left to do in the books', async () => {
    const recorded = await record('4500123');
    expect(recorded).toMatchObject({ kind: 'noted', letter: { kind: 'drafted' } });
    expect(recorded.kind === 'noted' && recorded.words).toBe(
      'Letters about INV-1041 name their order 4500123 from now on. Correct INV-1041 in your books and import them; it is asked for again in a week at the earliest.',
    );
    const [standing] = (await view()).orderNumbers;
    ports.passSeconds(60);
    const back = { customerId: acme, eventId: standing?.eventId ?? '', reason: 'of another', by: BOOKKEEPER };
    const letter = await waiting();
    expect(await takeBackOrderNumber(ports, back)).toMatchObject({ kind: 'noted' });
    expect((await view()).disputes).toHaveLength(1);
    expect(await ports.store.draft(letter?.id ?? '')).toMatchObject({ state: 'stopped' });
    expect(await takeBackOrderNumber(ports, back)).toMatchObject({ kind: 'refused' });
  });

  test('that ended while another letter waits says so, and the letter can be had once that is decided', async () => {
    await skipDraft(ports, { draftId: (await waiting())?.id ?? '', by: OWNER, reason: 'by phone' });
    await told('please send them a statement of account');
    expect(await sendStatement(ports, { customerId: acme, by: BOOKKEEPER })).toMatchObject({
      kind: 'drafted',
    });
    await told('PO number for INV-1041: 4500123');
    const said = ports.said.filter(({ what }) => what === 'say').map(({ subject }) => String(subject));
    expect(said.at(-1)).toContain('could not be drafted. A letter to Acme Robotics Inc waits in their case');
    expect(await record('4500123')).toMatchObject({ kind: 'refused' });
    await skipDraft(ports, { draftId: (await waiting())?.id ?? '', by: OWNER, reason: 'by phone' });
    expect(await record('4500123')).toMatchObject({ kind: 'noted', letter: { kind: 'drafted' } });
    expect(await record('4500123')).toMatchObject({ kind: 'refused' });
  });

  test('that a person chose not to answer is not asked about by itself again', async () => {
    await skipDraft(ports, { draftId: (await waiting())?.id ?? '', by: OWNER, reason: 'by phone' });
    await told('PO 4500123 for INV-1055');
    expect(await waiting()).toBeNull();
    expect((await view()).disputes).toMatchObject([{ isAcknowledged: true }]);
  });
});

describe('an order number', () => {
  test.each([
    ['9'.repeat(41), 'at most 40 characters'],
    ['45\n00', 'on one line'],
    ['<!channel> 45', 'letters, digits, spaces'],
    ['none', 'no order number'],
  ])('%j is refused with a sentence, and nothing is recorded', async (number, because) => {
    expect(await record(number)).toEqual({ kind: 'refused', because: expect.stringContaining(because) });
    expect((await view()).orderNumbers).toEqual([]);
  });

  test('is recorded once, for invoices that are theirs', async () => {
    expect(await record('45', ['X-9'])).toMatchObject({ kind: 'refused' });
    expect(await record('45')).toMatchObject({ kind: 'noted', letter: null });
    expect(await record('45')).toEqual({
      kind: 'refused',
      because: '45 is recorded for INV-1041 already.',
    });
  });

  test('that changed after a letter named it stops that letter', async () => {
    await record('4500123');
    ports.setNow(morning('2026-12-08'));
    await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
    await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
    const draft = await waiting();
    expect(draft?.letter.body).toContain('your order 4500123');
    await record('4500999');
    const approve = { draftId: draft?.id ?? '', revision: draft?.revision ?? 0, by: OWNER };
    expect(await approveDraft(ports, approve)).toMatchObject({
      kind: 'refused',
      because: expect.stringContaining('Their order number for INV-1041 is another one'),
    });
  });
});

test('the digest lists what they asked for until it is done, theirs to answer last', async () => {
  const other = await owes(ports, 'Bolt Bakery', [{ number: 'INV-9', due: '2026-11-10', open: 90 }]);
  await told('they need a PO number on INV-1041');
  await told('they need a copy of INV-9', other);
  expect((await gatherDigest(ports)).requests).toMatchObject([
    {
      customerName: 'Acme Robotics Inc',
      request: { document: 'po_number', due: '2026-11-25', askedOn: null },
    },
    { customerName: 'Bolt Bakery', request: { document: 'invoice_copy', customerId: other } },
  ]);
  await ask();
  await send();
  expect((await gatherDigest(ports)).requests).toMatchObject([
    { customerName: 'Bolt Bakery' },
    { customerName: 'Acme Robotics Inc', request: { askedOn: '2026-11-24' } },
  ]);
  await record('45');
  expect((await gatherDigest(ports)).requests).toMatchObject([{ customerName: 'Bolt Bakery' }]);
});
