// Who may change the settings, and two owners who do it at the same moment.
import { expect, test } from 'vitest';
import type { Agency } from '../../src/core/agencies.ts';
import { changeSettings } from '../../src/flows/change-settings.ts';
import { BOOKKEEPER, morning, OWNER, testPorts } from '../fakes/ports.ts';

const agency = (id: string): Agency => ({
  id,
  name: `${id} Collect`,
  contact: '',
  licence: '',
  feePercent: 20,
  reporting: '',
  references: '',
  notes: '',
  marks: { respect: 5, licence: 5, fees: 5, reporting: 5, references: 5 },
});

test('two owners who add an agency at once both find theirs afterwards', async () => {
  const ports = await testPorts(morning('2026-11-24'));
  await Promise.all(
    ['fair', 'kind'].map((id) =>
      changeSettings(ports, {
        change: ({ agencies }) => ({ agencies: [...agencies, agency(id)] }),
        by: OWNER,
      }),
    ),
  );
  expect((await ports.store.settings()).agencies.map(({ id }) => id)).toEqual(['fair', 'kind']);
});

test('nobody but an owner changes them, and the sentence names who is one', async () => {
  const ports = await testPorts(morning('2026-11-24'));
  const saved = await changeSettings(ports, { change: { digestTime: '07:00' }, by: BOOKKEEPER });
  expect(saved).toMatchObject({ kind: 'refused', because: expect.stringContaining(`<@${OWNER}>`) });
  expect((await ports.store.settings()).digestTime).not.toBe('07:00');
});
