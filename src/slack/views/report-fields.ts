// The fields for what a collection agency reports, in the forms that log a call or change a reading.
import type { AnyBlock } from '@slack/types';
import type { AgencyHolding, AgencyReport } from '../../core/agency-report.ts';
import { type Money, toDecimal } from '../../core/money.ts';
import { LIMITS } from './blocks.ts';
import { amountField, options, selectField, textField } from './inputs.ts';
import { shorten } from './mrkdwn.ts';

/** Which hand-over and in which currency is asked only where there are several. */
export function reportFields(had: AgencyReport | null, agencies: readonly AgencyHolding[]): AnyBlock[] {
  const currencies = reportCurrencies(agencies);
  const usual = had?.recovered?.currency ?? currencies[0] ?? null;
  const one = currencies.length === 1 ? ` (${currencies[0]})` : '';
  const sum = (amount: Money | null | undefined) => (amount ? toDecimal(amount) : null);
  return [
    ...(agencies.length > 1
      ? [
          selectField(
            'handOver',
            'Which hand-over?',
            options(
              agencies.map(({ requestId, agency, sums }) => [
                requestId,
                shorten(`${agency} · ${sums.map(({ given }) => given.currency).join(', ')}`, LIMITS.option),
              ]),
            ),
            had?.requestId ?? null,
          ),
        ]
      : []),
    amountField('amount', `Recovered since the last report${one}`, sum(had?.recovered), { optional: true }),
    amountField('fee', `Their fee of that${one}`, sum(had?.fee), { optional: true }),
    ...(currencies.length > 1
      ? [
          selectField(
            'currency',
            'In which currency?',
            options(currencies.map((code) => [code, code] as const)),
            usual,
          ),
        ]
      : []),
    selectField(
      'back',
      'Does the case come back?',
      options([
        ['no', 'No, they go on'],
        ['yes', 'Yes, they give it back'],
      ]),
      had?.isGivenBack ? 'yes' : 'no',
    ),
    textField('detail', 'What do they say?', had?.note ?? null, { limit: 500, multiline: true }),
  ];
}

export function reportCurrencies(agencies: readonly AgencyHolding[]): string[] {
  return [...new Set(agencies.flatMap(({ sums }) => sums.map(({ given }) => given.currency)))];
}
