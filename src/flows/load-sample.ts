// Loads the sample business into an empty local workspace, so that there is something to try at once.
import { dayIn } from '../core/calendar.ts';
import { sampleBusiness } from '../core/sample-business.ts';
import { DEFAULT_SETTINGS } from '../core/settings.ts';
import type { Ports } from '../ports/ports.ts';

export type SamplePeople = {
  readonly owner: string;
  readonly bookkeeper: string;
  readonly accountManager: string;
};

/** False where the workspace has a ledger already: nothing is touched. */
export async function loadSample(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  people: SamplePeople,
  channel: string,
): Promise<boolean> {
  if (await store.lastImport()) return false;
  const now = clock.now();
  const { zone } = DEFAULT_SETTINGS;
  const business = sampleBusiness(dayIn(zone, now), zone, now);
  for (const { batch, at } of business.imports) await store.importBatch(batch, people.owner, at);

  const ids = new Map((await store.customerNames()).map(({ id, name }) => [name.toLowerCase(), id]));
  for (const { customerKey, at, quote, body } of business.events) {
    const customerId = ids.get(customerKey);
    if (!customerId) continue;
    const source = quote === null ? null : { channel, ts: '', quote };
    await store.addEvent({ customerId, at, by: people.bookkeeper, source, body });
  }
  for (const { customerKey, terms, managed } of business.terms) {
    const id = ids.get(customerKey);
    if (!id) continue;
    const accountManager = managed ? people.accountManager : null;
    await store.saveCustomer({ id, terms, language: 'en', zone: null, accountManager }, people.owner, now);
  }
  await store.saveSettings(
    {
      ...DEFAULT_SETTINGS,
      businessName: business.name,
      sender: { name: 'Olivia Owner', email: 'olivia@harborandpine.example' },
      channel,
      owners: [people.owner],
      approvers: [people.owner, people.bookkeeper],
      waysToPay: {
        linkTemplate: 'https://pay.harborandpine.example/{number}',
        bankDetails: 'First Harbor Bank, account 0012345678, routing 021000021',
        phone: '+1 212 555 0199',
      },
      onboarded: true,
    },
    people.owner,
    now,
  );
  return true;
}
