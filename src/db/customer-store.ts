// What people say about a customer: who gets the letters, its terms, its language and zone, who looks after it.
import type { Store } from '../ports.ts';
import { withContactFirst } from './contact-order.ts';
import { isUuid, json, toDate } from './rows.ts';
import type { Scope } from './scope.ts';

type CustomerStore = Pick<Store, 'customerNames' | 'saveContact' | 'saveCustomer'>;

export function customerStore({ workspaceId, database: { prisma } }: Scope): CustomerStore {
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
        // Two people may enter contacts at once: the second waits and goes before the first.
        const locked = await tx.$queryRaw<unknown[]>`
          SELECT id FROM customers
          WHERE workspace_id = ${workspaceId}::uuid AND id = ${customerId}::uuid FOR UPDATE`;
        if (locked.length === 0) throw new Error(`There is no customer ${customerId}`);
        const known = await tx.contact.findMany({
          where: { workspaceId, customerId },
          orderBy: { position: 'asc' },
          select: { name: true, email: true, phone: true, author: true },
        });
        const { name, email, phone } = contact;
        const ordered = withContactFirst(known, { name, email, phone, author });
        await tx.contact.deleteMany({ where: { workspaceId, customerId } });
        await tx.contact.createMany({
          data: ordered.map((entry, position) => ({ workspaceId, customerId, position, ...entry })),
        });
        await tx.customerChange.create({
          data: { workspaceId, customerId, author, at: toDate(at), change: json({ contact }) },
        });
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
