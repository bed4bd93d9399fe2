// The mails of the in-memory store.

import type { CaseEvent } from '../../src/core/ledger.ts';
import { lookedAtBody } from '../../src/core/mail/looked-at.ts';
import { type InboundMail, withoutWords } from '../../src/core/mail/received-mail.ts';
import type { NewEvent } from '../../src/ports/records.ts';
import type { Store } from '../../src/ports/store.ts';
import { compare, type MemoryState } from './memory-state.ts';

type MailPart = Pick<
  Store,
  | 'keepMail'
  | 'inboundMail'
  | 'mailByCard'
  | 'mailsIn'
  | 'saveMailCard'
  | 'moveMail'
  | 'lookAtMail'
  | 'lettersSentAs'
  | 'customersAt'
>;

export function memoryMails(state: MemoryState, record: (event: NewEvent) => CaseEvent): MailPart {
  const all = () => [...state.mails.values()];
  const put = (mail: InboundMail): InboundMail => {
    const kept = mail.state === 'passed_over' ? { ...mail, ...withoutWords(mail) } : mail;
    state.mails.set(kept.id, kept);
    return kept;
  };
  return {
    keepMail: async (mail, event) => {
      const known = all().find(({ key }) => key === mail.key);
      if (known) return { mail: known, isNew: false };
      if (mail.customerId !== null && !state.customers.has(mail.customerId))
        throw new Error('There is no such customer');
      if (event) record(event);
      return { mail: put({ ...mail, card: null, lookedAt: null }), isNew: true };
    },
    inboundMail: async (id) => state.mails.get(id) ?? null,
    mailByCard: async ({ channel, ts }) =>
      all().find(({ card }) => card?.channel === channel && card.ts === ts) ?? null,
    mailsIn: async (wanted) =>
      all()
        .filter((mail) => mail.state === wanted)
        .sort((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id)),
    saveMailCard: async (id, card) => {
      const known = state.mails.get(id);
      if (known) put({ ...known, card });
    },
    moveMail: async (id, from, to, change) => {
      const known = state.mails.get(id);
      if (known?.state !== from) return null;
      if (change?.event) record(change.event);
      const found = change ? { customerId: change.customerId, match: change.match, card: null } : {};
      return put({ ...known, ...found, state: to });
    },
    lookAtMail: async (id, by, at) => {
      const known = state.mails.get(id);
      if (!known?.customerId || known.lookedAt) return null;
      const { customerId } = known;
      record({ customerId, at, by, source: null, body: lookedAtBody(known) });
      return put({ ...known, lookedAt: { by, at } });
    },
    lettersSentAs: async (messageIds) =>
      [...state.drafts.values()]
        .filter(({ messageId, state: now }) => messageIds.includes(messageId) && WENT.has(now))
        .map(({ messageId, customerId }) => ({ messageId, customerId })),
    customersAt: async (address) => {
      const isIt = (email: string | null) => email?.toLowerCase() === address.toLowerCase();
      const contacts = [...state.customers.values()].filter(({ contacts: known }) =>
        known.some(({ email }) => isIt(email)),
      );
      const letters = [...state.drafts.values()].filter(({ to, state: now }) => now === 'sent' && isIt(to));
      const ids = [...contacts.map(({ id }) => id), ...letters.map(({ customerId }) => customerId)];
      return [...new Set(ids)].sort();
    },
  };
}

const WENT: ReadonlySet<string> = new Set(['sent', 'sending', 'unsure']);
