// A person has looked at a customer's mail: the case goes on. Also what they may decide with the same click.
import { formatDay } from '../core/calendar.ts';
import type { InboundMail } from '../core/mail/received-mail.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { type Noted, setTerms, snooze } from './change-customer.ts';
import { gatherCustomer } from './gather.ts';
import { refreshCase } from './keep-case.ts';
import { refreshDigest } from './post-digest.ts';

const GONE: Refused = { kind: 'refused', because: 'Somebody has looked at this mail already.' };

type Click = { readonly mailId: string; readonly by: string };

/** "Seen, go on". */
export async function lookAtMail(ports: Ports, { mailId, by }: Click): Promise<Noted | Refused> {
  const mail = await ports.store.lookAtMail(mailId, by, ports.clock.now());
  if (!mail) return GONE;
  await drawAgain(ports, mail);
  return { kind: 'noted', words: 'Seen. The case goes on.' };
}

/** Whoever decides what a mail means has looked at it. Of any other message there is nothing to do. */
export async function lookedAt(ports: Ports, message: MessageRef, by: string): Promise<void> {
  const mail = await ports.store.mailByCard(message);
  const looked = mail && (await ports.store.lookAtMail(mail.id, by, ports.clock.now()));
  if (looked) await drawAgain(ports, looked);
}

async function drawAgain(ports: Ports, mail: InboundMail): Promise<void> {
  const situation = mail.customerId ? await gatherCustomer(ports, mail.customerId) : null;
  if (!situation) return;
  await ports.chat.updateMail(mail, situation.customer);
  await refreshCase(ports, situation.customer.id);
  await refreshDigest(ports, 0);
}

/** They asked to be left alone, and somebody who may says so: nobody writes to them or calls them from now on. */
export async function honourStop(ports: Ports, click: Click): Promise<Noted | Refused> {
  const situation = await situationOf(ports, click.mailId);
  if (!situation) return GONE;
  const { customer } = situation;
  const set = await setTerms(ports, {
    customerId: customer.id,
    terms: { ...customer.terms, doNotContact: true },
    accountManager: customer.accountManager,
    by: click.by,
  });
  if (set.kind === 'refused') return set;
  await lookAtMail(ports, click);
  return { kind: 'noted', words: `${customer.name} are not to be contacted from now on.` };
}

/** They want no thanks and no check-ins, and somebody who may says so: only what is owed is written about. */
export async function keepToPayment(ports: Ports, click: Click): Promise<Noted | Refused> {
  const situation = await situationOf(ports, click.mailId);
  if (!situation) return GONE;
  const { customer } = situation;
  const set = await setTerms(ports, {
    customerId: customer.id,
    terms: { ...customer.terms, onlyAboutPayment: true },
    accountManager: customer.accountManager,
    by: click.by,
  });
  if (set.kind === 'refused') return set;
  await lookAtMail(ports, click);
  return { kind: 'noted', words: `${customer.name} get letters about payment only from now on.` };
}

/** They are away: nobody writes before they are back. */
export async function waitForReturn(ports: Ports, click: Click): Promise<Noted | Refused> {
  const mail = await ports.store.inboundMail(click.mailId);
  const sign = mail?.signs.find((one) => one.kind === 'out_of_office');
  const until = sign?.kind === 'out_of_office' ? sign.until : null;
  if (!mail?.customerId || !until) return GONE;
  const { locale } = await ports.store.settings();
  const reason = `${mail.from.name ?? mail.from.address ?? 'They'} wrote that they are away until ${formatDay(until, locale)}`;
  const noted = await snooze(ports, { customerId: mail.customerId, until, reason, by: click.by });
  if (noted.kind === 'noted') await lookAtMail(ports, click);
  return noted;
}

async function situationOf(ports: Ports, mailId: string) {
  const mail = await ports.store.inboundMail(mailId);
  return mail?.customerId ? gatherCustomer(ports, mail.customerId) : null;
}
