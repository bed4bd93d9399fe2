// What a customer asked us to send: the buttons on the card, and the forms that attach a copy or say that it is done.
import type { ModalView } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import type { OpenRequest } from '../../core/document-care.ts';
import { DOCUMENT_WORDS } from '../../core/outcome-words.ts';
import { ACTIONS, CALLBACKS, encodeValue } from './action-ids.ts';
import { button, context, LIMITS, modal, option, section } from './blocks.ts';
import { fileField, selectField, textField } from './inputs.ts';
import { escapeInline, oneLine, shorten } from './mrkdwn.ts';
import {
  chosenIn,
  fileIn,
  type Parsed,
  type PickedFile,
  parsed,
  type StateValues,
  textIn,
  wrong,
} from './read-inputs.ts';

export function requestButtons({ requests, customer, numbersWanted }: CaseView, value: string) {
  const has = (document: OpenRequest['document']) =>
    requests.some((request) => request.document === document);
  const one = (actionId: string, words: string) =>
    button(actionId, words, value, { label: `${words}: ${customer.name}` });
  return [
    has('statement') ? one(ACTIONS.requestStatement, 'Send the statement') : null,
    has('invoice_copy') ? one(ACTIONS.requestCopy, 'Attach the invoice copy…') : null,
    numbersWanted.length > 0 ? one(ACTIONS.orderAsk, 'Ask for their order number') : null,
    numbersWanted.length > 0 || has('po_number') ? one(ACTIONS.orderNumber, 'Their order number…') : null,
    requests.length > 0 ? one(ACTIONS.requestDone, 'It is done…') : null,
  ];
}

function frame({ customer }: CaseView) {
  return {
    about: context(`About *${escapeInline(shorten(customer.name, 150))}*`),
    metadata: encodeValue('customer', { customerId: customer.id, currency: null }),
  };
}

const NOTHING = section('Nothing that they asked for is open any more.');

/** The invoices of which they want a copy, each with the request that asked for it first. */
function wanted({ requests }: CaseView): Map<string, OpenRequest> {
  const found = new Map<string, OpenRequest>();
  for (const request of requests) {
    if (request.document !== 'invoice_copy') continue;
    for (const number of request.invoices) if (!found.has(number)) found.set(number, request);
  }
  return found;
}

export type Copy = { readonly requestId: string; readonly invoice: string; readonly file: PickedFile };

export function copyModal(view: CaseView): ModalView {
  const { about, metadata } = frame(view);
  const numbers = [...wanted(view).keys()].filter(({ length }) => length <= LIMITS.option).slice(0, 100);
  if (numbers.length === 0)
    return modal(CALLBACKS.requestCopy, 'Attach the copy', [about, NOTHING], { metadata });
  return modal(
    CALLBACKS.requestCopy,
    'Attach the copy',
    [
      about,
      selectField(
        'invoice',
        'Which invoice is it?',
        numbers.map((number) => option(oneLine(number), number)),
        numbers[0] ?? null,
      ),
      fileField('file', 'The invoice as PDF', ['pdf'], {
        hint: 'Up to 5 MB. It is kept until the letter is sent, a week at most.',
      }),
    ],
    { submit: 'Draft the letter', metadata },
  );
}

export function parseCopy(values: StateValues, view: CaseView, maxBytes: number): Parsed<Copy> {
  const errors: Record<string, string> = {};
  const invoice = chosenIn(values, 'invoice') ?? '';
  const request = wanted(view).get(invoice);
  const file = fileIn(values, 'file');
  if (!request) errors.invoice = 'Choose an invoice that they asked for.';
  if (!file) errors.file = 'Choose the PDF file.';
  else if (!/\.pdf$/i.test(file.name)) errors.file = 'This is no PDF file. Export the invoice as PDF.';
  else if (file.size > maxBytes) errors.file = 'The file has more than 5 MB. Save it smaller.';
  if (!request || !file || Object.keys(errors).length > 0) return wrong(errors);
  return parsed({ requestId: request.eventId, invoice, file });
}

export type Settled = { readonly requestId: string; readonly note: string };

export function requestDoneModal(view: CaseView): ModalView {
  const { about, metadata } = frame(view);
  const choices = view.requests
    .slice(0, 100)
    .map(({ eventId, document, invoices }) =>
      option(oneLine(`${DOCUMENT_WORDS[document]}: ${invoices.join(', ')}`), eventId),
    );
  const first = view.requests.find(({ document }) => document === 'po_number') ?? view.requests[0];
  if (!first) return modal(CALLBACKS.requestDone, 'It is done', [about, NOTHING], { metadata });
  return modal(
    CALLBACKS.requestDone,
    'It is done',
    [
      about,
      selectField('request', 'What did they ask for?', choices, first.eventId),
      textField('note', 'Their order number, or what was done', null, {
        limit: 200,
        placeholder: 'PO-4711',
        hint: 'It stays in the history of the case.',
      }),
    ],
    { submit: 'Save', metadata },
  );
}

export function parseRequestDone(values: StateValues): Parsed<Settled> {
  const requestId = chosenIn(values, 'request');
  const note = textIn(values, 'note');
  if (!requestId) return wrong({ request: 'Choose what it was.' });
  if (!note) return wrong({ note: 'Give the number, or say in a few words what was done.' });
  return parsed({ requestId, note });
}
