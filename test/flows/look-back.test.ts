// Looking back on a case: asked once when all that was late is paid, answered or skipped once, remembered the next time.
import { beforeEach, expect, test } from 'vitest';
import { lessons } from '../../src/cli/lessons.ts';
import { afterImport } from '../../src/flows/import-ledger.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { askToLookBack, listLessons, lookBack } from '../../src/flows/look-back.ts';
import { showCustomer } from '../../src/flows/show-overdue.ts';
import { caseCard } from '../../src/slack/views/case-card.ts';
import { BOOKKEEPER, morning, OWNER, owes, type TestPorts, testPorts } from '../fakes/ports.ts';

const ACME = 'Acme Robotics Inc';
let ports: TestPorts;
let acme: string;

/** Acme owes $1,850 since twelve days, and has a case. */
beforeEach(async () => {
  ports = await testPorts(morning('2026-11-24'));
  acme = await owes(ports, ACME, [{ number: 'INV-1041', due: '2026-11-12', open: 1850 }]);
  await openCase(ports, acme);
});

const pays = async (open = 0) => {
  await owes(ports, ACME, [{ number: 'INV-1041', due: '2026-11-12', open, total: 1850 }]);
  await afterImport(ports);
};
const questions = () => ports.said.filter(({ what }) => what === 'askLookBack').length;
const answer = (worked: string | null, differently: string | null, by = BOOKKEEPER) =>
  lookBack(ports, { customerId: acme, worked, differently, by });
const card = async () => {
  const seen = await showCustomer(ports, acme);
  return seen.kind === 'found' ? caseCard(seen.view).text : '';
};

test('asks once when all that was late is paid, however often the books come', async () => {
  await pays(900);
  expect(questions()).toBe(0);
  await pays();
  await pays();
  await askToLookBack(ports);
  expect(questions()).toBe(1);
});

test('asks again where the question could not be posted, and again after the next time', async () => {
  const { askLookBack } = ports.chat;
  Object.assign(ports.chat, { askLookBack: () => Promise.reject(new Error('gone')) });
  await expect(pays()).rejects.toThrow('gone');
  Object.assign(ports.chat, { askLookBack });
  expect(await askToLookBack(ports)).toBe(1);
  await answer('a call', null);
  ports.setNow(morning('2026-12-15'));
  await owes(ports, ACME, [{ number: 'INV-2', due: '2026-12-10', open: 70 }]);
  await owes(ports, ACME, [{ number: 'INV-2', due: '2026-12-10', open: 0, total: 70 }]);
  expect(await askToLookBack(ports)).toBe(1);
});

test('asks nobody without a case, nor for what was paid in time', async () => {
  for (const [name, due] of [
    ['Beta', '2026-11-20'],
    ['Gamma', '2026-11-30'],
  ] as const) {
    const id = await owes(ports, name, [{ number: name, due, open: 70 }]);
    if (name === 'Gamma') await openCase(ports, id);
    await owes(ports, name, [{ number: name, due, open: 0, total: 70 }]);
  }
  expect(await askToLookBack(ports)).toBe(0);
});

test.each([
  [1850, 1],
  [900, 0],
])('asks when $%i of 1,850 is written off: %i times, and thanks nobody for it', async (written, times) => {
  await ports.store.addEvent({
    customerId: acme,
    at: ports.clock.now(),
    by: OWNER,
    source: null,
    body: {
      kind: 'write_off_asked',
      currency: 'USD',
      parts: [{ invoice: 'INV-1041', amount: { minor: written * 100, currency: 'USD' } }],
      approvals: 1,
      reason: 'They closed down.',
    },
  });
  await afterImport(ports);
  await askToLookBack(ports);
  expect(questions()).toBe(times);
  expect(await ports.store.draftsOf(acme)).toEqual([]);
});

test('asks when it is handed over to an agency in full, and nobody thanks a customer who is with one', async () => {
  await ports.store.addEvent({
    customerId: acme,
    at: ports.clock.now(),
    by: OWNER,
    source: null,
    body: {
      kind: 'hand_over_asked',
      currency: 'USD',
      agencyId: 'a',
      agency: 'Fair & Firm',
      feePercent: null,
      invoices: ['INV-1041'],
      amount: { minor: 185_000, currency: 'USD' },
      approvals: 1,
      reason: 'No answer.',
    },
  });
  expect(await askToLookBack(ports)).toBe(1);
  await pays();
  expect(await ports.store.draftsOf(acme)).toEqual([]);
});

test('keeps the first answer, and says so to the second', async () => {
  await pays();
  expect(await answer('a call to Dana', 'ask for the order number')).toMatchObject({ kind: 'noted' });
  expect(await answer('letters', null, OWNER)).toMatchObject({
    because: `<@${BOOKKEEPER}> has answered this already.`,
  });
  expect(await listLessons(ports)).toMatchObject([
    { customerName: ACME, worked: 'a call to Dana', differently: 'ask for the order number' },
  ]);
});

test('is on the card when they are late again, and only then', async () => {
  await pays();
  await answer('a call to <Dana>', 'ask for the order number');
  await owes(ports, ACME, [{ number: 'INV-2', due: '2026-11-30', open: 70 }]);
  expect(await card()).not.toContain('Last time');
  ports.setNow(morning('2026-12-01'));
  expect(await card()).toContain(
    'Last time:* worked – a call to &lt;Dana&gt;; differently next time – ask for the order number',
  );
});

test('a case that was skipped taught nothing, and the shell says so or lists what was learned', async () => {
  const lines: string[] = [];
  const shell = { json: false, out: (line: string) => lines.push(line) } as never;
  await pays();
  await answer(null, null);
  expect(await lessons(ports, [], shell)).toBe(0);
  expect(lines[0]).toMatch(/^Nothing yet\./);
  ports.setNow(morning('2026-12-15'));
  await answer('a call', null);
  await lessons(ports, [], shell);
  expect(lines.slice(1)).toEqual(['Tue Dec 15 · Acme Robotics Inc', '  worked: a call']);
  await expect(lessons(ports, ['x'], shell)).rejects.toThrow('I do not know');
});

test('asks once where it was written off, also after the books show that, and thanks nobody then', async () => {
  await ports.store.addEvent({
    customerId: acme,
    at: ports.clock.now(),
    by: OWNER,
    source: null,
    body: {
      kind: 'write_off_asked',
      currency: 'USD',
      parts: [{ invoice: 'INV-1041', amount: { minor: 185_000, currency: 'USD' } }],
      approvals: 1,
      reason: 'gone',
    },
  });
  expect(await askToLookBack(ports)).toBe(1);
  await answer('nothing', null);
  ports.setNow(morning('2026-11-26'));
  await pays();
  expect(questions()).toBe(1);
  expect(await ports.store.draftsOf(acme)).toEqual([]);
});

test('asks also where a credit settled it, and thanks nobody for that', async () => {
  const said = { customerId: acme, at: ports.clock.now(), by: OWNER, source: null };
  await ports.store.addEvent({
    ...said,
    body: {
      kind: 'outcome',
      outcome: { kind: 'dispute', reason: 'price', detail: '', amount: null, invoices: ['INV-1041'] },
      via: null,
    },
  });
  await ports.store.addEvent({
    ...said,
    at: '2026-11-25T15:00:00.000Z',
    body: {
      kind: 'dispute_resolved',
      how: 'a credit',
      invoices: ['INV-1041'],
      settlement: { kind: 'credit_note', amount: { minor: 185_000, currency: 'USD' } },
    },
  });
  ports.setNow(morning('2026-11-26'));
  await pays();
  expect(questions()).toBe(1);
  expect(await ports.store.draftsOf(acme)).toEqual([]);
});
