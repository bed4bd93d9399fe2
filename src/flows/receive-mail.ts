// Takes in a mail: whose it is, what it shows, and kept once. From that moment on nobody chases that customer.
import { dayIn } from '../core/calendar.ts';
import { matchMail, numbersIn } from '../core/mail/match-mail.ts';
import { readSigns } from '../core/mail/read-signs.ts';
import { type InboundMail, type MailSign, needsLook, type ReceivedMail } from '../core/mail/received-mail.ts';
import type { Ports } from '../ports/ports.ts';
import type { NewEvent } from '../ports/records.ts';
import type { Store } from '../ports/store.ts';

export type ReceivedAs = {
  readonly mail: InboundMail;
  /** False: the same mail was here before. */
  readonly isNew: boolean;
  /** It answers a letter of another workspace, whose own program shows it. */
  readonly isElsewhere: boolean;
};

/** `others`: further workspaces in the same database. A mail goes where the letter that it answers came from. */
export async function receiveMail(
  ports: Pick<Ports, 'store' | 'clock' | 'newId'>,
  received: ReceivedMail,
  others: readonly Store[] = [],
): Promise<ReceivedAs> {
  const store = await storeOf(received, [ports.store, ...others]);
  const now = ports.clock.now();
  const { zone, locale, sender } = await store.settings();
  const { sort, bounce, ...words } = received;
  const signs = readSigns(received, { today: dayIn(zone, now), locale });
  const isOurs = await isOurOwn(store, received, sender.email);
  const matched = isOurs ? null : matchMail(received, await cluesTo(store, received));
  const isPassedOver = matched === null || isNoise(received, signs, matched);
  const customerId = matched?.kind === 'matched' && !isPassedOver ? matched.customerId : null;
  const kept: InboundMail = {
    ...words,
    id: ports.newId(),
    customerId,
    match: matched?.kind === 'matched' && !isPassedOver ? matched.match : null,
    signs,
    receivedAt: now,
    state: isPassedOver ? 'passed_over' : 'kept',
    card: null,
    lookedAt: null,
  };
  const { mail, isNew } = await store.keepMail(kept, customerId ? heardEvent(kept, customerId, now) : null);
  return { mail, isNew, isElsewhere: store.workspaceId !== ports.store.workspaceId };
}

/** The fact that holds chasing; null for what needs nobody to look. */
export function heardEvent(
  { id, from, subject, signs }: InboundMail,
  customerId: string,
  at: string,
): NewEvent | null {
  if (!needsLook(signs)) return null;
  const who = from.address ?? from.name ?? 'somebody';
  return {
    customerId,
    at,
    by: 'tightrope',
    source: null,
    body: { kind: 'heard', mailId: id, from: who, subject },
  };
}

/** Where no letter of any workspace is answered, the mail is of the workspace whose mailbox or secret it came by. */
async function storeOf({ answers }: ReceivedMail, stores: readonly Store[]): Promise<Store> {
  const [own] = stores;
  for (const store of stores) if ((await store.lettersSentAs(answers)).length > 0) return store;
  if (!own) throw new Error('there is no workspace to take a mail in');
  return own;
}

/** Our own letters come back to us as copies and through lists: they are nobody's answer. */
async function isOurOwn(store: Store, { messageId, from }: ReceivedMail, sender: string): Promise<boolean> {
  if (from.address !== null && from.address === sender.toLowerCase()) return true;
  return messageId !== null && (await store.lettersSentAs([messageId])).length > 0;
}

async function cluesTo(store: Store, { answers, subject, bounce, from }: ReceivedMail) {
  // What comes back speaks of the one whom it did not reach.
  const address = bounce ? bounce.recipient : from.address;
  const [letters, bySender, ...invoices] = await Promise.all([
    store.lettersSentAs(answers),
    address ? store.customersAt(address) : [],
    ...numbersIn(subject).map((number) => store.invoicesByNumber(number)),
  ]);
  return { letters, bySender, byNumber: invoices.flat().map(({ customerId }) => customerId) };
}

/** Mail to many is no answer, unless it answers a letter of ours; a program's receipt that nobody knows whose it is says nothing. */
function isNoise(
  { sort }: ReceivedMail,
  signs: readonly MailSign[],
  matched: ReturnType<typeof matchMail>,
): boolean {
  const isAnswer = matched.kind === 'matched' && matched.match.by === 'answer';
  if (sort === 'bulk') return !isAnswer;
  if (matched.kind === 'matched') return false;
  return sort === 'automatic' || signs.some(({ kind }) => kind === 'auto_reply');
}
