// A customer's timeline and hand-over pack: made from what was recorded, and put into the thread of the case.
import { invoicesCsv, readMe } from '../core/hand-over-pack.ts';
import { partsOf } from '../core/last-resort-events.ts';
import { type PackFile, sealPack } from '../core/pack.ts';
import { isHandOver } from '../core/request-view.ts';
import { plainName, type Timeline, timelineCsv, timelineOf } from '../core/timeline.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { invoicesOf, makeStatement } from './give-statement.ts';
import { NO_CUSTOMER, openCase } from './keep-case.ts';
import { findRequest, type Told } from './requests.ts';

async function timelineIn(ports: Ports, situation: Situation): Promise<Timeline> {
  const { ledger, customer, settings, today } = situation;
  const input = {
    ledger,
    customer,
    settings,
    today,
    promises: situation.state.promises,
    drafts: await ports.store.draftsOf(customer.id),
  };
  // Told once to hear whom it names, and again with their names.
  const users = new Set<string>();
  const note = (user: string) => {
    users.add(user);
    return user;
  };
  timelineOf({ ...input, nameOf: note });
  const names = new Map(
    await Promise.all([...users].map(async (user) => [user, await ports.chat.nameOf(user)] as const)),
  );
  return timelineOf({ ...input, nameOf: (user) => names.get(user) ?? user });
}

export async function giveTimeline(ports: Ports, input: { customerId: string }): Promise<Told | Refused> {
  const situation = await gatherCustomer(ports, input.customerId);
  if (!situation) return NO_CUSTOMER;
  const opened = await openCase(ports, input.customerId);
  if (opened.kind === 'refused') return opened;
  const timeline = await timelineIn(ports, situation);
  const pdf = { name: `${timeline.fileName}.pdf`, bytes: await ports.documents.timeline(timeline) };
  const csv = { name: `${timeline.fileName}.csv`, bytes: encode(timelineCsv(timeline)) };
  await ports.chat.giveFile(
    opened.card,
    pdf,
    'Everything that was recorded, in order. It was sent to nobody.',
  );
  await ports.chat.giveFile(opened.card, csv, 'The same as a table.');
  return { kind: 'told', words: `${pdf.name} and ${csv.name} are in the thread of the case.` };
}

/** The same facts on the same day give the same bytes. */
export async function givePack(
  ports: Ports,
  input: { customerId: string; requestId: string },
): Promise<Told | Refused> {
  const found = await findRequest(ports, input.customerId, input.requestId);
  if ('kind' in found) return found;
  const { request, situation, state } = found;
  if (!isHandOver(request) || (request.status !== 'in_force' && request.status !== 'ended')) {
    return { kind: 'refused', because: 'There is no pack before the hand-over is agreed.' };
  }
  const opened = await openCase(ports, input.customerId);
  if (opened.kind === 'refused') return opened;
  const statement = await makeStatement(ports, input.customerId);
  if (statement.kind === 'refused') return statement;
  const timeline = await timelineIn(ports, situation);
  const { customer, settings, today } = situation;
  const { agency } = request.event.body;
  const parts = partsOf(request.event.body);
  const about = {
    business: settings.businessName,
    customer: customer.name,
    agency,
    parts,
    asOf: today,
    locale: settings.locale,
  };
  const files: PackFile[] = [
    { name: 'READ-ME.txt', bytes: encode(readMe(about)) },
    { name: 'statement.pdf', bytes: statement.file.bytes },
    { name: 'invoices.csv', bytes: encode(invoicesCsv(invoicesOf(state), parts, today)) },
    { name: 'timeline.pdf', bytes: await ports.documents.timeline(timeline) },
    { name: 'timeline.csv', bytes: encode(timelineCsv(timeline)) },
  ];
  const sealed = sealPack(
    { customer: customer.name, madeOn: today },
    files,
    timeline.entries,
    ports.documents.sha256,
  );
  const name = `hand-over-${plainName(customer.name)}-${today}.zip`;
  const bytes = await ports.documents.zip(sealed.files, today);
  await ports.chat.giveFile(
    opened.card,
    { name, bytes },
    `The pack for ${agency.replace(/[<>&]/g, ' ')}: look it over, then send it to them yourself. Its seal is \`${sealed.seal}\`: with it anybody can see later that nothing was altered.`,
  );
  return { kind: 'told', words: `${name} is in the thread of the case.` };
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
