// What an import asks the database to take in, and what came of it. Made by core/import, taken by db.
import type { Day } from '../calendar.ts';
import type { Contact } from '../ledger.ts';
import type { Money } from '../money.ts';

export type ImportCustomer = {
  /** Finds the same customer again in the next file: the name, folded (case, spaces, width). */
  readonly key: string;
  readonly name: string;
  readonly group: string | null; // the parent of a "Parent:Child"
  readonly contact: Contact | null; // only what the file says; an import never wipes a contact
};

export type ImportInvoice = {
  readonly customerKey: string;
  readonly number: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly issued: Day | null;
  readonly due: Day;
  readonly total: Money; // ≥ 0
  readonly open: Money; // ≥ 0
  readonly memo: string | null;
  readonly line: number; // in the file, from 1
};

export type ImportBatch = {
  readonly fileName: string;
  readonly sha256: string;
  /** The day on which decreases of the open amount are booked as paid, when the file names none. */
  readonly day: Day;
  readonly customers: readonly ImportCustomer[];
  readonly invoices: readonly ImportInvoice[];
  /**
   * 'open_items': the file lists all that is open, so an invoice known as open and absent here is settled.
   * 'changes': it lists some invoices; the others stay as they are.
   */
  readonly covers: 'open_items' | 'changes';
};

export type ImportResult = {
  readonly importId: string;
  readonly repeated: boolean; // this very file was the last one taken in: nothing changed
  readonly customersNew: number;
  readonly invoicesNew: number;
  readonly invoicesChanged: number;
  readonly invoicesUnchanged: number;
  readonly invoicesSettledByAbsence: number;
  /** What became less since the last import: booked as payments. */
  readonly paid: readonly {
    readonly customerId: string;
    readonly customer: string;
    readonly invoice: string;
    readonly amount: Money;
    readonly paidOff: boolean;
  }[];
  /** Customers with something overdue and no e-mail address. */
  readonly withoutEmail: readonly { readonly customerId: string; readonly customer: string }[];
};
