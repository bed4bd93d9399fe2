// Drafts thanks on the day on which something late was paid, and a check-in a month later. A person decides, as on any letter.
import { dayIn, timeIn } from '../core/calendar.ts';
import { courtesiesDue, courtesyAsked, courtesyDue } from '../core/courtesies-due.ts';
import type { Draft } from '../core/draft.ts';
import { type CourtesyName, isCourtesy } from '../core/facts.ts';
import { isWorkingDay } from '../core/office-hours.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Drafted, draftOccasion } from './draft-message.ts';
import { courtesyContext, gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import { askToLookBack } from './look-back.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { stopStaleDrafts } from './send-approved.ts';

const JOB = 'courtesies';

/** One import may settle what hundreds owed; more letters than this a run nobody reads. The digest offers the rest. */
export const MOST_COURTESIES_A_RUN = 20;

/** Somebody asks for it: also for a payment that was on time, and where there was no case yet. */
export async function thankCustomer(
  ports: Ports,
  { customerId, by }: { customerId: string; by: string },
): Promise<Drafted | Refused> {
  return draftFor(ports, customerId, 'thank_you', { by, isAsked: true });
}

/** Everybody with a case whose late payment has come in. The same books again draft nothing again. */
export async function draftThanks(ports: Ports): Promise<number> {
  return draftAll(ports, 'thank_you');
}

/** What a tick calls, every minute: once a working day, from the hour at which the window opens. */
export async function draftDueCourtesies(ports: Ports): Promise<number> {
  const [settings, { policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  const now = ports.clock.now();
  const today = dayIn(settings.zone, now);
  if (!settings.onboarded || timeIn(settings.zone, now) < policy.window.from) return 0;
  if (!isWorkingDay(today, policy, null)) return 0;
  if (!(await ports.store.claimJob(JOB, today, now))) return 0;
  try {
    await stopOutlived(ports);
    await askToLookBack(ports);
    return (await draftAll(ports, 'thank_you')) + (await draftAll(ports, 'check_in'));
  } catch (error) {
    // What stands on a card is found there, so that trying again drafts nothing twice.
    await ports.store.releaseJob(JOB, today);
    throw error;
  }
}

/** At start: a round that was interrupted is taken up again. */
export async function releaseInterruptedCourtesies(ports: Ports): Promise<void> {
  const { zone } = await ports.store.settings();
  await ports.store.releaseJob(JOB, dayIn(zone, ports.clock.now()));
}

/** Thanks on which nobody decided for a week, or while which something else fell due, make room for what is due now. */
async function stopOutlived(ports: Ports): Promise<void> {
  const waiting: Draft[] = [
    ...(await ports.store.draftsIn('proposed')),
    ...(await ports.store.draftsIn('approved')),
  ];
  for (const { customerId } of waiting.filter(({ facts }) => isCourtesy(facts.occasion ?? '')))
    await stopStaleDrafts(ports, customerId);
}

async function draftAll(ports: Ports, occasion: CourtesyName): Promise<number> {
  const [ledger, settings, { policy }] = await Promise.all([
    ports.store.ledger(),
    ports.store.settings(),
    ports.store.policy(),
  ]);
  if (!settings.onboarded) return 0;
  let made = 0;
  for (const due of courtesiesDue(ledger, policy, courtesyContext(settings, ports.clock.now()), occasion)) {
    if (made >= MOST_COURTESIES_A_RUN) break;
    // Whoever paid a little late and never heard from us is not written to of our own accord.
    if (!(await ports.store.caseOf(due.customer.id))?.card) continue;
    const drafted = await draftFor(ports, due.customer.id, occasion, { by: 'tightrope', isAsked: false });
    if (drafted.kind === 'drafted' && drafted.isNew) made += 1;
  }
  return made;
}

/** One at a time for a customer, so that an import and the clock put up one card. */
function draftFor(
  ports: Ports,
  customerId: string,
  occasion: CourtesyName,
  how: { by: string; isAsked: boolean },
): Promise<Drafted | Refused> {
  return oneAtATime(`courtesy ${ports.store.workspaceId} ${customerId}`, () =>
    draftAlone(ports, customerId, occasion, how),
  );
}

async function draftAlone(
  ports: Ports,
  customerId: string,
  occasion: CourtesyName,
  { by, isAsked }: { by: string; isAsked: boolean },
): Promise<Drafted | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  const { ledger, customer, policy, settings, sendAt } = situation;
  const find = isAsked ? courtesyAsked : courtesyDue;
  const found = find(ledger, customer, policy, courtesyContext(settings, sendAt), occasion);
  if (found.kind === 'none') return { kind: 'refused', because: found.because };
  const { currency, hardStretch } = found.settlement;
  return draftOccasion(ports, { customerId, occasion, currency, detail: { invoices: [], hardStretch }, by });
}
