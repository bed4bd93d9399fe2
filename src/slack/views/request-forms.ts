// The forms behind the buttons of a request's card: decline, take back, the agency's report, call back.

import type { ModalView } from '@slack/types';
import { capital } from '../../core/chase/speaker.ts';
import type { HandOverEnd } from '../../core/last-resort-events.ts';
import { END_WORDS } from '../../core/last-resort-words.ts';
import type { Money } from '../../core/money.ts';
import { CALLBACKS } from './action-ids.ts';
import { modal, section } from './blocks.ts';
import { amountField, options, radioField, selectField } from './inputs.ts';
import { REASON, reasonField } from './last-resort-forms.ts';
import { amountIn, chosenIn, type Parsed, parsed, type StateValues, textIn, wrong } from './read-inputs.ts';

/** `metadata`: the request and its card. */
export function declineModal(metadata: string): ModalView {
  return modal(
    CALLBACKS.requestDecline,
    'Decline',
    [reasonField('reason', 'Why not?', 'They called this morning and offer to pay in two parts')],
    { submit: 'Decline', metadata },
  );
}

export function takeBackModal(metadata: string): ModalView {
  return modal(
    CALLBACKS.requestTakeBack,
    'Take it back',
    [
      section('What is still open is then asked for softly, as if it were new. The record of both stays.'),
      reasonField('reason', 'Why?', 'They are in business again and want to pay'),
    ],
    { submit: 'Take it back', metadata },
  );
}

export function parseReason(values: StateValues): Parsed<{ readonly reason: string }> {
  const reason = textIn(values, 'reason');
  return reason ? parsed({ reason }) : wrong({ reason: REASON });
}

/** The currency is asked only where several were handed over. */
export function agencyUpdateModal(metadata: string, currencies: readonly string[]): ModalView {
  const one = currencies.length === 1 ? ` (${currencies[0]})` : '';
  return modal(
    CALLBACKS.requestUpdate,
    'The agency reports',
    [
      reasonField('note', 'What do they say?', 'Spoke with Dana; she pays half on Friday'),
      amountField('recovered', `Recovered since the last report${one}`, null, { optional: true }),
      amountField('fee', `Their fee of that${one}`, null, { optional: true }),
      ...(one
        ? []
        : [
            selectField(
              'currency',
              'In which currency?',
              options(currencies.map((code) => [code, code] as const)),
              currencies[0] ?? null,
              { hint: 'One report a currency: two are never added.' },
            ),
          ]),
    ],
    { submit: 'Log', metadata },
  );
}

export function parseAgencyUpdate(
  values: StateValues,
  usual: string,
): Parsed<{ readonly note: string; readonly recovered: Money | null; readonly fee: Money | null }> {
  const note = textIn(values, 'note');
  const currency = chosenIn(values, 'currency') ?? usual;
  const recovered = amountIn(values, 'recovered', currency);
  const fee = amountIn(values, 'fee', currency);
  const errors: Record<string, string> = {};
  if (!note) errors.note = 'Say in a few words what they reported.';
  if (recovered === 'wrong') errors.recovered = 'Give a sum above zero, or leave it empty.';
  if (fee === 'wrong') errors.fee = 'Give a sum above zero, or leave it empty.';
  if (!note || Object.keys(errors).length > 0) return wrong(errors);
  const sum = (amount: Money | 'none' | 'wrong') => (typeof amount === 'string' ? null : amount);
  return parsed({ note, recovered: sum(recovered), fee: sum(fee) });
}

const ENDS = ['paid', 'agreement', 'given_back'] as const satisfies readonly HandOverEnd[];

export function callBackModal(metadata: string): ModalView {
  return modal(
    CALLBACKS.requestCallBack,
    'Call it back',
    [
      section('Tell the agency yourself. What is still open is then asked for by us again, softly.'),
      radioField(
        'why',
        'What happened?',
        options(ENDS.map((why) => [why, capital(END_WORDS[why])] as const)),
        null,
      ),
      reasonField('note', 'In a few words', 'They pay 500 a month from December'),
    ],
    { submit: 'Call it back', metadata },
  );
}

export function parseCallBack(
  values: StateValues,
): Parsed<{ readonly why: HandOverEnd; readonly note: string }> {
  const chosen = chosenIn(values, 'why');
  const why = ENDS.find((one) => one === chosen);
  const note = textIn(values, 'note');
  if (why && note) return parsed({ why, note });
  return wrong({ ...(why ? {} : { why: 'Choose one.' }), ...(note ? {} : { note: REASON }) });
}
