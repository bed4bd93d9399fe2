// A customer's statement of account: made from the ledger of this moment, with a letter or on request.
import { asAgreed } from '../core/agreed-due.ts';
import type { Day } from '../core/calendar.ts';
import type { CustomerState } from '../core/customer-state.ts';
import type { Invoice } from '../core/ledger.ts';
import type { LetterLanguage } from '../core/letter/language.ts';
import { buildStatement, type Statement } from '../core/statement.ts';
import type { MailFile } from '../ports/mail.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { gatherCustomer, type Situation } from './gather.ts';
import { NO_CUSTOMER, openCase } from './keep-case.ts';

export type Given = { readonly kind: 'given'; readonly fileName: string };

/** Puts the statement into the thread of the customer's case, where everybody who works on it can take it. */
export async function giveStatement(ports: Ports, input: { customerId: string }): Promise<Given | Refused> {
  const made = await makeStatement(ports, input.customerId);
  if (made.kind === 'refused') return made;
  const opened = await openCase(ports, input.customerId);
  if (opened.kind === 'refused') return opened;
  const { file } = made;
  await ports.chat.giveFile(
    opened.card,
    file,
    'The statement of account as the books have it now. It was sent to nobody.',
  );
  return { kind: 'given', fileName: file.name };
}

export type Made = { readonly kind: 'made'; readonly statement: Statement; readonly file: MailFile };

export async function makeStatement(ports: Ports, customerId: string): Promise<Made | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  if (situation.settings.businessName === '') {
    return {
      kind: 'refused',
      because:
        'Say first what your business is called, under Settings on my Home tab: it stands on the statement.',
    };
  }
  const statement = statementOf(situation, situation.today, null);
  return { kind: 'made', statement, file: await fileOf(ports, statement) };
}

export function statementOf(
  { ledger, customer, settings, state }: Situation,
  asOf: Day,
  language: LetterLanguage | null,
): Statement {
  return buildStatement({
    ledger: { ...ledger, invoices: invoicesOf(state) },
    customer,
    settings,
    asOf,
    disputedInvoiceIds: [...state.disputedInvoiceIds],
    language,
  });
}

/** A statement asks for what it names, and so does an agency: what was given up does not stand there. */
export function invoicesOf(state: CustomerState): Invoice[] {
  return state.file.invoices.map((invoice) => withoutWrittenOff(asAgreed(invoice), state));
}

function withoutWrittenOff(invoice: Invoice, { lastResort }: CustomerState): Invoice {
  const minor = lastResort.apart.get(invoice.id)?.writtenOffMinor ?? 0;
  return minor === 0 ? invoice : { ...invoice, open: { ...invoice.open, minor: invoice.open.minor - minor } };
}

export async function fileOf(
  { documents }: Pick<Ports, 'documents'>,
  statement: Statement,
): Promise<MailFile> {
  const bytes = await documents.statement(statement);
  return { name: statement.fileName, contentType: 'application/pdf', bytes };
}
