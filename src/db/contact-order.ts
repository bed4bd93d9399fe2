// Where a contact that a person enters goes among those known: first, and never twice.
import type { Contact } from '../core/ledger.ts';

/**
 * The contacts with `saved` first. It takes the place of one with the same e-mail address, or of one without any
 * that may be the same person; what it leaves out stays known. The others follow in their order.
 */
export function withContactFirst<C extends Contact>(known: readonly C[], saved: C): C[] {
  const same = known.find((contact) => isSame(contact, saved));
  const others = known.filter((contact) => contact !== same);
  const first = same
    ? {
        ...saved,
        name: saved.name ?? same.name,
        email: saved.email ?? same.email,
        phone: saved.phone ?? same.phone,
      }
    : saved;
  return [first, ...others];
}

function isSame(known: Contact, saved: Contact): boolean {
  if (known.email !== null && saved.email !== null) {
    return known.email.toLowerCase() === saved.email.toLowerCase();
  }
  return known.name === null || saved.name === null || known.name === saved.name;
}

/** Whether nobody has changed the contacts since `saved` was put first among `before`. */
export function isAsSaved<C extends Contact & { readonly author: string }>(
  before: readonly C[],
  saved: C,
  now: readonly C[],
): boolean {
  const said = (contacts: readonly C[]) =>
    JSON.stringify(contacts.map(({ name, email, phone, author }) => [name, email, phone, author]));
  return said(withContactFirst(before, saved)) === said(now);
}
