// The forms about a customer's own order number: which it is and for which invoices, and that one was wrong.
import type { ModalView } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import { readOrderNumber } from '../../core/order-number.ts';
import { CALLBACKS, encodeValue } from './action-ids.ts';
import { context, LIMITS, modal, option, section } from './blocks.ts';
import { selectField, severalField, textField } from './inputs.ts';
import { escapeInline, oneLine, shorten } from './mrkdwn.ts';
import { orderNumberField } from './outcome-fields.ts';
import { chosenIn, type Parsed, parsed, type StateValues, severalIn, textIn, wrong } from './read-inputs.ts';

function frame({ customer }: CaseView) {
  return {
    about: context(`About *${escapeInline(shorten(customer.name, 150))}*`),
    metadata: encodeValue('customer', { customerId: customer.id, currency: null }),
  };
}

/** Those that wait for a number first, then what is open; a number that fits no option can be told in the thread. */
function choosable({ open, numbersWanted }: CaseView): string[] {
  const invoices = open.filter(({ kind }) => kind === 'invoice').map(({ number }) => number);
  return [...new Set([...numbersWanted, ...invoices])]
    .filter(({ length }) => length <= LIMITS.option)
    .slice(0, 100);
}

export function orderNumberModal(view: CaseView): ModalView {
  const { about, metadata } = frame(view);
  const numbers = choosable(view);
  const title = 'Their order number';
  if (numbers.length === 0)
    return modal(CALLBACKS.orderNumber, title, [about, section('No invoice of theirs is open.')], {
      metadata,
    });
  const wanted = view.numbersWanted.filter((number) => numbers.includes(number));
  return modal(
    CALLBACKS.orderNumber,
    title,
    [
      about,
      severalField(
        'invoices',
        'For which invoices?',
        numbers.map((number) => option(oneLine(number), number)),
        wanted.length > 0 || numbers.length > 1 ? wanted : numbers,
      ),
      orderNumberField(null, {
        hint: 'As they told it. Letters about these invoices name it from then on, and what they asked for or disputed because it was missing is settled.',
      }),
    ],
    { submit: 'Save', metadata },
  );
}

export type OrderNumberGiven = { readonly invoices: readonly string[]; readonly number: string };

export function parseOrderNumber(values: StateValues): Parsed<OrderNumberGiven> {
  const invoices = severalIn(values, 'invoices');
  const read = readOrderNumber(textIn(values, 'order') ?? '');
  const errors: Record<string, string> = {};
  if (invoices.length === 0) errors.invoices = 'Choose the invoices that it is for.';
  if (read.kind === 'wrong') errors.order = read.why;
  if (read.kind === 'wrong' || invoices.length === 0) return wrong(errors);
  return parsed({ invoices, number: read.number });
}

export function orderTakeBackModal(view: CaseView): ModalView {
  const { about, metadata } = frame(view);
  const title = 'A wrong order number';
  const choices = view.orderNumbers
    .slice(0, 100)
    .map(({ eventId, number, invoices }) => option(oneLine(`${number}: ${invoices.join(', ')}`), eventId));
  const [first] = choices;
  if (!first)
    return modal(CALLBACKS.orderTakeBack, title, [about, section('No order number of theirs is recorded.')], {
      metadata,
    });
  return modal(
    CALLBACKS.orderTakeBack,
    title,
    [
      about,
      selectField('number', 'Which one?', choices, first.value ?? null),
      textField('reason', 'Why is it wrong?', null, {
        limit: 300,
        placeholder: 'It was the number of another order.',
        hint: 'No letter names it any more, and what it settled is open again.',
      }),
    ],
    { submit: 'Take it back', metadata },
  );
}

export function parseOrderTakeBack(
  values: StateValues,
): Parsed<{ readonly eventId: string; readonly reason: string }> {
  const eventId = chosenIn(values, 'number');
  const reason = textIn(values, 'reason');
  if (!eventId) return wrong({ number: 'Choose which one.' });
  if (!reason) return wrong({ reason: 'Say in a few words why it is wrong.' });
  return parsed({ eventId, reason });
}
