// The questions that the direct message offers: made from the ledger of today, so that each has an answer worth reading.
import type { Ports } from '../ports/ports.ts';
import { gatherDigest } from './post-digest.ts';

/** Slack shows four. */
const MOST = 4;

/** A longer name makes a prompt that nobody reads. */
const LONGEST_NAME = 60;

export async function promptsOfToday(ports: Ports): Promise<string[]> {
  if (!(await ports.store.lastImport())) return ['Import my open invoices', 'What can you do?'];
  const { chase, leave, changes } = await gatherDigest(ports);
  const isShort = ({ customerName }: { customerName: string }) => customerName.length <= LONGEST_NAME;
  const left = leave.find(isShort);
  const first = chase.find(isShort);
  return [
    chase.length > 0 ? 'Who should I call today?' : 'What is due next week?',
    ...(left ? [`Why are we leaving ${left.customerName} alone?`] : []),
    ...(first ? [`What have we agreed with ${first.customerName}?`] : []),
    ...(changes && changes.paid.length > 0 ? ['What came in this week?'] : ['How much is overdue?']),
    'Who broke a promise?',
  ].slice(0, MOST);
}
