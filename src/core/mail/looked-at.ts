// The record that a person has looked at a mail, with how its writer sounded.
import type { EventBody } from '../ledger.ts';
import { toneOfMail } from '../reading/read-tone.ts';
import type { InboundMail, MailSign } from './received-mail.ts';

/** What a person may show; any other sign is a program's or a server's. */
const OF_PEOPLE: ReadonlySet<MailSign['kind']> = new Set(['stop', 'angry']);

export function isOfPerson({ signs }: Pick<InboundMail, 'signs'>): boolean {
  return signs.every(({ kind }) => OF_PEOPLE.has(kind));
}

export function lookedAtBody(mail: Pick<InboundMail, 'id' | 'signs' | 'reply'>): EventBody {
  const tone = isOfPerson(mail) ? toneOfMail(mail.reply) : null;
  return { kind: 'looked_at', mailId: mail.id, ...(tone ? { tone } : {}) };
}
