// Bugs of the field that show only when a letter really goes: to whom, in which language, in which thread, how often.
import { beforeEach, expect, test } from 'vitest';
import { addContact } from '../../src/flows/change-customer.ts';
import { approveDraft } from '../../src/flows/decide-draft.ts';
import { draftMessage } from '../../src/flows/draft-message.ts';
import { gatherCustomer } from '../../src/flows/gather.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

let ports: TestPorts;
let acme: string;

beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
});

async function drafted() {
  const result = await draftMessage(ports, { customerId: acme, currency: null, by: BOOKKEEPER });
  if (result.kind !== 'drafted') throw new Error(result.kind === 'refused' ? result.because : 'a script');
  return result.draft;
}

async function sendOne() {
  const draft = await drafted();
  const input = { draftId: draft.id, revision: draft.revision, by: BOOKKEEPER };
  const approved = await approveDraft(ports, input);
  if (approved.kind === 'refused') throw new Error(approved.because);
  ports.passSeconds(60);
  await sendApproved(ports, draft.id);
  return ports.sent.at(-1);
}

test('OCA #353: of several contacts the one who gets letters gets them, and no other', async () => {
  const contact = { name: 'Priya', email: 'priya@acme.example', phone: null };
  await addContact(ports, { customerId: acme, contact, by: BOOKKEEPER });
  const mail = await sendOne();
  expect(mail).toMatchObject({ to: 'priya@acme.example', cc: [] });
  expect(mail?.text).toContain('Hello Priya');
});

test('OCA #571: the letter is in the recipient’s language, its table, sums and days too', async () => {
  const situation = await gatherCustomer(ports, acme);
  if (!situation) throw new Error('no customer');
  await ports.store.saveCustomer({ ...situation.customer, language: 'de' }, OWNER, ports.clock.now());
  const mail = await sendOne();
  expect(mail?.text).toMatch(/Guten Tag/);
  expect(mail?.text).toContain('12. November 2026');
  expect(mail?.text).toMatch(/1\.850,00/);
  expect(mail?.html).toMatch(/Rechnung/);
  expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/\b(Hello|invoice|due)\b/i);
});

test('OCA account-financial-tools #434: the second letter answers the first', async () => {
  const first = await sendOne();
  ports.setNow(morning('2026-12-07'));
  await owes(ports, 'Acme Robotics Inc', [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  const second = await sendOne();
  expect(second?.inReplyTo).toBe(first?.messageId);
  expect(second?.references).toContain(first?.messageId);
});

test('two clicks on Approve are one message', async () => {
  const draft = await drafted();
  const input = { draftId: draft.id, revision: draft.revision };
  const clicks = await Promise.all([
    approveDraft(ports, { ...input, by: BOOKKEEPER }),
    approveDraft(ports, { ...input, by: OWNER }),
  ]);
  expect(clicks.filter(({ kind }) => kind === 'decided')).toHaveLength(1);
  ports.passSeconds(60);
  await Promise.all([sendApproved(ports, draft.id), sendApproved(ports, draft.id)]);
  expect(ports.sent).toHaveLength(1);
});
