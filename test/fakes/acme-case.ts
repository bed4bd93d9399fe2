// One customer with two late invoices and the thread of their case, for the stories that begin with a reply.
import { approveDraft } from '../../src/flows/decide-draft.ts';
import { gatherCustomer, liveDraft, viewCase } from '../../src/flows/gather.ts';
import { openCase } from '../../src/flows/keep-case.ts';
import { readReply } from '../../src/flows/read-reply.ts';
import { confirmReading } from '../../src/flows/record-outcome.ts';
import { sendApproved } from '../../src/flows/send-approved.ts';
import { BOOKKEEPER, morning, OWNER, owes, testPorts } from './ports.ts';

export const ACME_BOOKS = [
  { number: 'INV-1041', due: '2026-11-12', open: 1850 },
  { number: 'INV-1055', due: '2026-11-14', open: 640 },
] as const;

/** On 24 November 2026, a Tuesday, at ten, with the books of that day. */
export async function openAcmeCase() {
  const ports = await testPorts('2026-09-01T12:00:00.000Z');
  const acme = await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
  ports.setNow(morning('2026-11-24'));
  await owes(ports, 'Acme Robotics Inc', ACME_BOOKS);
  let replies = 0;
  const threadOf = async (customerId: string) => {
    const opened = await openCase(ports, customerId);
    if (opened.kind !== 'open') throw new Error(opened.because);
    return opened.card;
  };
  const waiting = async () => liveDraft(await ports.store.draftsOf(acme));
  return {
    ports,
    acme,
    /** What the bookkeeper writes in the thread, recorded. */
    told: async (text: string, customerId = acme) => {
      replies += 1;
      ports.passSeconds(60); // people do one thing after the other
      const ts = `1764100000.${String(replies).padStart(6, '0')}`;
      const thread = await threadOf(customerId);
      const read = await readReply(ports, { thread, ts, text, author: BOOKKEEPER });
      if (read.kind !== 'asked') throw new Error(`"${text}" was taken as ${read.kind}`);
      const by = BOOKKEEPER;
      const recorded = await confirmReading(ports, { readingId: read.pending.id, by, choice: null });
      if (recorded.kind !== 'recorded') throw new Error(recorded.because);
      return recorded.pending;
    },
    view: async () => {
      const situation = await gatherCustomer(ports, acme);
      if (!situation) throw new Error('no such customer');
      return viewCase(ports, situation, null);
    },
    /** The letter that waits, if one does. */
    waiting,
    /** Approves it and lets it go. */
    send: async () => {
      const draft = await waiting();
      if (!draft) throw new Error('no letter waits');
      const decided = await approveDraft(ports, { draftId: draft.id, revision: draft.revision, by: OWNER });
      if (decided.kind !== 'decided') throw new Error(JSON.stringify(decided));
      ports.passSeconds(31);
      return sendApproved(ports, draft.id);
    },
  };
}

export type AcmeCase = Awaited<ReturnType<typeof openAcmeCase>>;
