// Shows a mail that is kept: in the thread of its case with what it seems to mean, or in the channel where nobody knows whose it is.
import { withoutSignature } from '../core/mail/cut-quote.ts';
import { isOfPerson } from '../core/mail/looked-at.ts';
import type { InboundMail } from '../core/mail/received-mail.ts';
import type { SaidBy } from '../core/outcome.ts';
import type { Reading } from '../core/reading/reading.ts';
import { saidAllBy } from '../core/reading/who-said.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { draftAnswer } from './answer-mail.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, openCase, refreshCase } from './keep-case.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { refreshDigest } from './post-digest.ts';
import { askAbout, mailContext } from './read-reply.ts';
import { heardEvent } from './receive-mail.ts';
import { stopStaleDrafts } from './send-approved.ts';

/** The reader takes a reply as long as a person writes in a thread; the card has more of it. */
const LONGEST_READ = 4_000;

/** Once a mail, whoever asks: what was shown half when the program ended is shown to its end. */
export async function showMail(ports: Ports, mailId: string): Promise<void> {
  await oneAtATime(`mail ${ports.store.workspaceId} ${mailId}`, async () => {
    const mail = await ports.store.inboundMail(mailId);
    if (mail?.state !== 'kept') return;
    const { customerId } = mail;
    if (customerId === null) await askWhose(ports, mail);
    else await showInCase(ports, mail, customerId);
  });
}

/** What a crash, or a Slack that did not answer, left unshown. */
export async function showWaitingMails(ports: Ports): Promise<void> {
  for (const { id } of await ports.store.mailsIn('kept')) await showMail(ports, id);
}

async function askWhose(ports: Ports, mail: InboundMail): Promise<void> {
  const { channel } = await ports.store.settings();
  if (!channel) return; // Shown as soon as one is chosen.
  if (!mail.card) await ports.store.saveMailCard(mail.id, await ports.chat.askWhose(mail, channel));
  await ports.store.moveMail(mail.id, 'kept', 'asked');
}

async function showInCase(ports: Ports, mail: InboundMail, customerId: string): Promise<void> {
  // A letter that was approved before they wrote must not go now.
  await stopStaleDrafts(ports, customerId);
  const opened = await openCase(ports, customerId);
  const situation = await gatherCustomer(ports, customerId);
  if (opened.kind === 'refused' || !situation) return;
  const reading = await readingOf(ports, mail, situation);
  const card = mail.card ?? (await ports.chat.postMail(mail, situation.customer, opened.card, reading));
  if (!mail.card) await ports.store.saveMailCard(mail.id, card);
  if (reading?.kind === 'outcomes') {
    await askAbout(ports, situation, reading, {
      source: { ...card, quote: mail.reply.slice(0, LONGEST_READ) },
      author: mail.from.name ?? mail.from.address ?? 'They',
      thread: opened.card,
    });
  }
  await draftAnswer(ports, situation, mail, reading);
  await ports.store.moveMail(mail.id, 'kept', 'shown');
  await refreshCase(ports, customerId);
  await refreshDigest(ports, 0);
}

/** What a program or a server wrote says nothing of paying; of a person's mail only their own words are read. */
async function readingOf(ports: Ports, mail: InboundMail, situation: Situation): Promise<Reading | null> {
  if (!isOfPerson(mail)) return null;
  const words = withoutSignature(mail.reply).slice(0, LONGEST_READ);
  if (words === '') return null;
  const reading = await ports.reader.read(words, mailContext(situation));
  if (reading.kind !== 'outcomes') return reading;
  // Whoever writes gives their own word, whomever they name; and how they sound is kept once the mail is looked at.
  const { tone: _, ...meant } = reading;
  return saidAllBy({ ...meant, via: 'email' }, senderOf(mail));
}

/** An address that is none of the customer's that we know of may be anybody's. */
function senderOf({ match, from }: InboundMail): SaidBy | null {
  if (!match?.isUnknownSender) return null;
  return { words: (from.address ?? from.name ?? 'an unknown sender').slice(0, 80), mayCommit: false };
}

const DECIDED: Refused = { kind: 'refused', because: 'Somebody has decided about this mail already.' };

/** A person says whose it is: it moves into that case. */
export async function assignMail(
  ports: Ports,
  input: { mailId: string; customerId: string; by: string },
): Promise<{ readonly kind: 'assigned'; readonly customerName: string } | Refused> {
  const { mailId, customerId, by } = input;
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  await showMail(ports, mailId); // A quick hand presses before it is kept that the card was shown.
  const asked = await ports.store.inboundMail(mailId);
  if (asked?.state !== 'asked') return DECIDED;
  const known = asked.from.address ? await ports.store.customersAt(asked.from.address) : [];
  const moved = await ports.store.moveMail(mailId, 'asked', 'kept', {
    customerId,
    match: { by: 'person', isUnknownSender: !known.includes(customerId) },
    event: heardEvent(asked, customerId, situation.now),
  });
  if (!moved) return DECIDED;
  const { name } = situation.customer;
  if (asked.card) await ports.chat.updateWhose(asked.card, { customerName: name, by });
  await showMail(ports, mailId);
  return { kind: 'assigned', customerName: name };
}

/** "Not about an invoice": its words are forgotten. */
export async function passOver(
  ports: Ports,
  { mailId, by }: { mailId: string; by: string },
): Promise<{ readonly kind: 'passed' } | Refused> {
  await showMail(ports, mailId); // The same.
  const moved = await ports.store.moveMail(mailId, 'asked', 'passed_over');
  if (!moved) return DECIDED;
  if (moved.card) await ports.chat.updateWhose(moved.card, { customerName: null, by });
  return { kind: 'passed' };
}
