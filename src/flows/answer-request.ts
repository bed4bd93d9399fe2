// Sends what a customer asked for: the statement, a copy of the invoice; or records that it is done, or their order number.
import { type OpenRequest, openRequests } from '../core/document-care.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Noted, note } from './change-customer.ts';
import { draftAnswer } from './draft-answer.ts';
import type { Drafted } from './draft-message.ts';
import { gatherCustomer } from './gather.ts';
import { NO_CUSTOMER } from './keep-case.ts';
import { offerCorrections } from './record-order-number.ts';

const DONE: Refused = {
  kind: 'refused',
  because: 'This request was settled or taken back already, so nothing was done.',
};

/** Many mail servers take 10 MB in all, and encoding makes a file a third larger. */
export const MAX_COPY_BYTES = 5_000_000;

async function findRequest(
  ports: Ports,
  customerId: string,
  is: (request: OpenRequest) => boolean,
): Promise<OpenRequest | Refused> {
  const situation = await gatherCustomer(ports, customerId);
  if (!situation) return NO_CUSTOMER;
  return openRequests(situation.state).find(is) ?? DONE;
}

export async function sendStatement(
  ports: Ports,
  input: { customerId: string; by: string },
): Promise<Drafted | Refused> {
  const request = await findRequest(ports, input.customerId, ({ document }) => document === 'statement');
  if ('kind' in request) return request;
  const { eventId, invoices } = request;
  return draftAnswer(ports, {
    ...input,
    occasion: 'statement_sent',
    invoices,
    matter: { eventId, credit: null, reasons: null },
  });
}

/** The file is held against what a PDF begins with, whatever its name; it is kept until the letter is sent. */
export async function sendCopy(
  ports: Ports,
  input: { customerId: string; requestId: string; invoice: string; bytes: Uint8Array; by: string },
): Promise<Drafted | Refused> {
  const { customerId, requestId, invoice, bytes, by } = input;
  const request = await findRequest(ports, customerId, ({ eventId }) => eventId === requestId);
  if ('kind' in request) return request;
  if (bytes.length > MAX_COPY_BYTES) {
    return {
      kind: 'refused',
      because: 'The file has more than 5 MB, which many mail servers refuse. Save it smaller.',
    };
  }
  if (!isPdf(bytes)) {
    return {
      kind: 'refused',
      because: 'That file is no PDF, whatever its name says. Export the invoice as PDF.',
    };
  }
  const name = `invoice-${invoice.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60)}.pdf`;
  const uploadId = await ports.store.keepUpload({ fileName: name, bytes, by, at: ports.clock.now() });
  const file = { uploadId, name };
  const drafted = await draftAnswer(ports, {
    customerId,
    by,
    occasion: 'copy_sent',
    invoices: [invoice],
    matter: { eventId: requestId, credit: null, reasons: null, file },
  });
  const isKept =
    drafted.kind === 'drafted' && drafted.draft.facts.detail?.matter?.file?.uploadId === uploadId;
  if (isKept) return drafted;
  await ports.store.dropUpload(uploadId);
  if (drafted.kind === 'refused') return drafted;
  return {
    kind: 'refused',
    because:
      'A letter with a copy waits already, so this file was not kept. Skip that letter to send another.',
  };
}

/** ISO 32000: a PDF begins with these five characters. */
function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.slice(0, 5)) === '%PDF-';
}

export async function settleRequest(
  ports: Ports,
  input: { customerId: string; requestId: string; note: string; by: string },
): Promise<Noted | Refused> {
  const { customerId, requestId, by } = input;
  const request = await findRequest(ports, customerId, ({ eventId }) => eventId === requestId);
  if ('kind' in request) return request;
  const { document, invoices } = request;
  const noted = await note(
    ports,
    customerId,
    by,
    { kind: 'request_done', requestId, document, invoices, note: input.note },
    (name) => `Recorded: what ${name} asked for is settled.`,
  );
  if (document === 'po_number' && noted.kind === 'noted') await offerCorrections(ports, customerId, by);
  return noted;
}
