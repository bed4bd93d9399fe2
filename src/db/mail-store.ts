// Mails that came in: each kept once, shown, looked at. What is passed over keeps its key and loses its words.

import { lookedAtBody } from '../core/mail/looked-at.ts';
import {
  type InboundMail,
  type MailMatch,
  type MailSign,
  type MailWords,
  withoutWords,
} from '../core/mail/received-mail.ts';
import type { Store } from '../ports/store.ts';
import type { Prisma } from './generated/client.ts';
import type { InboundMailModel } from './generated/models.ts';
import { eventRow, isUniqueViolation, isUuid, json, toDate, toInstant, toMessageRef } from './rows.ts';
import type { Scope } from './scope.ts';

type MailStore = Pick<
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

export function mailStore({ workspaceId, database: { prisma } }: Scope): MailStore {
  const one = (id: string) => ({ workspaceId_id: { workspaceId, id } });
  return {
    keepMail: async (mail, event) => {
      try {
        const row = await prisma.$transaction(async (tx) => {
          const made = await tx.inboundMail.create({ data: mailRow(workspaceId, mail) });
          if (event) await tx.caseEvent.create({ data: eventRow(workspaceId, event) });
          return made;
        });
        return { mail: toMail(row), isNew: true };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        const known = await prisma.inboundMail.findUniqueOrThrow({
          where: { workspaceId_key: { workspaceId, key: mail.key } },
        });
        return { mail: toMail(known), isNew: false };
      }
    },

    inboundMail: async (id) => {
      if (!isUuid(id)) return null;
      const row = await prisma.inboundMail.findUnique({ where: one(id) });
      return row && toMail(row);
    },

    mailByCard: async ({ channel, ts }) => {
      const row = await prisma.inboundMail.findFirst({
        where: { workspaceId, cardChannel: channel, cardTs: ts },
      });
      return row && toMail(row);
    },

    mailsIn: async (state) => {
      const rows = await prisma.inboundMail.findMany({
        where: { workspaceId, state },
        orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map(toMail);
    },

    saveMailCard: async (id, card) => {
      if (!isUuid(id)) return;
      await prisma.inboundMail.updateMany({
        where: { workspaceId, id },
        data: { cardChannel: card.channel, cardTs: card.ts },
      });
    },

    moveMail: async (id, from, to, change) => {
      if (!isUuid(id)) return null;
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.inboundMail.updateManyAndReturn({
          where: { workspaceId, id, state: from },
          data: {
            state: to,
            ...(change && {
              customerId: change.customerId,
              match: json(change.match),
              cardChannel: null,
              cardTs: null,
            }),
          },
        });
        if (!row) return null;
        if (change?.event) await tx.caseEvent.create({ data: eventRow(workspaceId, change.event) });
        if (to !== 'passed_over') return toMail(row);
        const mail = json(withoutWords(toMail(row)));
        return toMail(await tx.inboundMail.update({ where: one(id), data: { mail } }));
      });
    },

    lookAtMail: async (id, by, at) => {
      if (!isUuid(id)) return null;
      return prisma.$transaction(async (tx) => {
        const [row] = await tx.inboundMail.updateManyAndReturn({
          where: { workspaceId, id, lookedBy: null, customerId: { not: null } },
          data: { lookedBy: by, lookedAt: toDate(at) },
        });
        if (!row?.customerId) return null;
        const event = {
          customerId: row.customerId,
          at,
          by,
          source: null,
          body: lookedAtBody(toMail(row)),
        };
        await tx.caseEvent.create({ data: eventRow(workspaceId, event) });
        return toMail(row);
      });
    },

    lettersSentAs: async (messageIds) => {
      if (messageIds.length === 0) return [];
      return prisma.draft.findMany({
        // A letter of which nobody knows whether it went has gone, where it is answered.
        where: {
          workspaceId,
          messageId: { in: [...messageIds] },
          state: { in: ['sent', 'sending', 'unsure'] },
        },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { messageId: true, customerId: true },
      });
    },

    customersAt: async (address) => {
      const email = { equals: address, mode: 'insensitive' } as const;
      const [contacts, letters] = await Promise.all([
        prisma.contact.findMany({ where: { workspaceId, email }, select: { customerId: true, email: true } }),
        prisma.draft.findMany({
          where: { workspaceId, to: email, state: 'sent' },
          select: { customerId: true, to: true },
          distinct: ['customerId', 'to'],
        }),
      ]);
      const found = [...contacts, ...letters.map(({ customerId, to }) => ({ customerId, email: to }))];
      // The database takes "_" for any character.
      const exact = found.filter((row) => row.email?.toLowerCase() === address.toLowerCase());
      return [...new Set(exact.map(({ customerId }) => customerId))].sort();
    },
  };
}

function mailRow(workspaceId: string, mail: InboundMail): Prisma.InboundMailUncheckedCreateInput {
  const { id, key, customerId, match, signs, receivedAt, state, card: _, lookedAt: __, ...words } = mail;
  return {
    workspaceId,
    id,
    key,
    customerId,
    state,
    mail: json(state === 'passed_over' ? withoutWords(mail) : words),
    ...(match ? { match: json(match) } : {}),
    signs: json(signs),
    receivedAt: toDate(receivedAt),
  };
}

function toMail(row: InboundMailModel): InboundMail {
  return {
    id: row.id,
    key: row.key,
    customerId: row.customerId,
    state: row.state as InboundMail['state'],
    ...(row.mail as unknown as MailWords),
    match: row.match as unknown as MailMatch | null,
    signs: row.signs as unknown as MailSign[],
    receivedAt: toInstant(row.receivedAt),
    card: toMessageRef(row.cardChannel, row.cardTs),
    lookedAt: row.lookedBy && row.lookedAt ? { by: row.lookedBy, at: toInstant(row.lookedAt) } : null,
  };
}
