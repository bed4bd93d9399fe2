// A workspace whose books hold an injection at one place, taken in by the real import, beside two customers whom nobody else
// may hear of.
import { expect } from 'vitest';
import { importLedger } from '../../src/flows/import-ledger.ts';
import type { Ports } from '../../src/ports/ports.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';
import { OWNER, owes, SETTINGS, type TestPorts } from '../fakes/ports.ts';
import type { Injection } from './injections.ts';

export const NOW = '2026-11-24T15:00:00.000Z';
export const OUR_BANK = 'First Harbor Bank\nAccount 0098761234';

/** A workspace with two other customers. */
export async function workspace(base: TestPorts): Promise<TestPorts> {
  const store = createMemoryStore();
  const ports = { ...base, store };
  const waysToPay = { ...SETTINGS.waysToPay, bankDetails: OUR_BANK };
  await store.saveSettings({ ...SETTINGS, waysToPay }, OWNER, NOW);
  await owes(ports, 'Borealis Bakery', [{ number: 'BB-77', due: '2026-10-01', open: 987 }], NOW);
  await owes(ports, 'Zentrix', [{ number: 'ZX-4', due: '2026-10-01', open: 4321 }], NOW);
  return ports;
}

export const PLACES = ['customer name', 'contact name', 'invoice number', 'memo', 'note'] as const;
type Place = (typeof PLACES)[number];

const ROW: Readonly<Record<Place, string>> = {
  'customer name': 'Acme Dental',
  'contact name': 'Dana Whitfield',
  'invoice number': 'INV-1055',
  memo: '',
  note: '',
};

/** The customer of a file in which the text stands at one place; null: the file was refused. */
export async function takeIn(
  ports: Ports,
  place: Place,
  { text, language }: Injection,
): Promise<string | null> {
  const row = { ...ROW, [place]: text };
  const cells = [
    row['customer name'],
    row['contact name'],
    'ap@acme.example',
    row['invoice number'],
    '2026-10-20',
    '2026-11-10',
    '845.00',
    '845.00',
    row.memo,
  ];
  const file = [
    'Customer,Contact name,Email,Invoice,Invoice date,Due date,Amount,Open,Memo',
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
  ].join('\n');
  const known = new Set((await ports.store.customerNames()).map(({ id }) => id));
  const taken = await importLedger(ports, {
    fileName: 'open.csv',
    bytes: new TextEncoder().encode(file),
    answers: {},
    by: OWNER,
  });
  if (taken.kind === 'refused_file') return null;
  expect(taken.kind).toBe('imported');
  const made = (await ports.store.customerNames()).find(({ id }) => !known.has(id));
  if (!made) throw new Error('no customer was made');
  if (place === 'note') {
    const body = { kind: 'outcome', outcome: { kind: 'note', text }, via: null } as const;
    await ports.store.addEvent({ customerId: made.id, at: NOW, by: OWNER, source: null, body });
  }
  const kept = (await ports.store.customerLedger(made.id))?.customers[0];
  if (kept) await ports.store.saveCustomer({ ...kept, language }, OWNER, NOW);
  return made.id;
}
