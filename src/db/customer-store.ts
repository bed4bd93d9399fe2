// What people say about a customer: who gets the letters, its terms, its language and zone, who looks after it.
import type { Contact } from '../core/ledger.ts';
import type { Store } from '../ports/store.ts';
import { isAsSaved, withContactFirst } from './contact-order.ts';
import type { Prisma } from './generated/client.ts';
import { isUuid, json, toDate } from './rows.ts';
import type { Scope } from './scope.ts';

type CustomerStore = Pick<Store, 'customerNames' | 'saveContact' | 'takeBackContact' | 'saveCustomer'>;

type KeptContact = Contact & { readonly author: string };

export function customerStore({ workspaceId, database: { prisma } }: Scope): CustomerStore {
  /** Two people may enter contacts at once: the second waits and goes before the first. Null: no such customer. */
  const lockedContacts = async (
    tx: Prisma.TransactionClient,
    customerId: string,
  ): Promise<KeptContact[] | null> => {
    const locked = await tx.$queryRaw<unknown[]>`
      SELECT id FROM customers
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${customerId}::uuid FOR UPDATE`;
    if (locked.length === 0) return null;
    return tx.contact.findMany({
      where: { workspaceId, customerId },
      orderBy: { position: 'asc' },
      select: { name: true, email: true, phone: true, author: true },
    });
  };
  const putContacts = async (
    tx: Prisma.TransactionClient,
    customerId: string,
    contacts: readonly KeptContact[],
  ): Promise<void> => {
    await tx.contact.deleteMany({ where: { workspaceId, customerId } });
    await tx.contact.createMany({
      data: contacts.map((entry, position) => ({ workspaceId, customerId, position, ...entry })),
    });
  };
  return {
    customerNames: () =>
      prisma.customer.findMany({
        where: { workspaceId },
        select: { id: true, name: true },
        orderBy: [{ name: 'asc' }, { id: 'asc' }],
      }),

    saveContact: async (customerId, contact, author, at) => {
      refuseUnlessUuid(customerId);
      await prisma.$transaction(async (tx) => {
        const before = await lockedContacts(tx, customerId);
        if (!before) throw new Error(`There is no customer ${customerId}`);
        const { name, email, phone } = contact;
        await putContacts(tx, customerId, withContactFirst(before, { name, email, phone, author }));
        const change = json({ contact: { name, email, phone }, before });
        await tx.customerChange.create({ data: { workspaceId, customerId, author, at: toDate(at), change } });
      });
    },

    takeBackContact: async (customerId, { name, email, phone }, savedAt, author, at) => {
      refuseUnlessUuid(customerId);
      return prisma.$transaction(async (tx) => {
        const now = await lockedContacts(tx, customerId);
        const saved = await tx.customerChange.findFirst({
          where: {
            workspaceId,
            customerId,
            change: { path: ['contact'], equals: json({ name, email, phone }) },
          },
          orderBy: { id: 'desc' },
        });
        if (!now || saved?.at.getTime() !== toDate(savedAt).getTime()) return false;
        const { before } = saved.change as { before?: KeptContact[] };
        if (!before || !isAsSaved(before, { name, email, phone, author: saved.author }, now)) return false;
        await putContacts(tx, customerId, before);
        const change = json({ takenBack: { name, email, phone } });
        await tx.customerChange.create({ data: { workspaceId, customerId, author, at: toDate(at), change } });
        return true;
      });
    },

    saveCustomer: async ({ id, terms, language, zone, accountManager }, author, at) => {
      refuseUnlessUuid(id);
      const change = { terms: json(terms), language, zone, accountManager };
      await prisma.$transaction(async (tx) => {
        await tx.customer.update({ where: { workspaceId_id: { workspaceId, id } }, data: change });
        await tx.customerChange.create({
          data: { workspaceId, customerId: id, author, at: toDate(at), change: json(change) },
        });
      });
    },
  };
}

function refuseUnlessUuid(id: string): void {
  if (!isUuid(id)) throw new Error(`"${id}" is no customer's id`);
}
