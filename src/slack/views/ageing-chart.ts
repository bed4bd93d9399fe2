// What is overdue and how late it is: one native chart a currency, each followed by the same figures in words.
import type { AnyBlock } from '@slack/types';
import { AGEING_BUCKETS, type Ageing, type AgeingBucket, type AgeingOfCurrency } from '../../core/ageing.ts';
import { formatMoney, toDecimal } from '../../core/money.ts';
import { context, LIMITS } from './blocks.ts';
import { TWIN } from './fallback.ts';
import { count, fitLines } from './mrkdwn.ts';

/** Slack takes at most two charts a message; further currencies are said in words only. */
const MAX_CHARTS = 2;

const BUCKET_WORDS: Readonly<Record<AgeingBucket, string>> = {
  '1-30': '1–30 days',
  '31-60': '31–60 days',
  '61-90': '61–90 days',
  '90+': 'over 90 days',
};

/** "$23,400.00 overdue: 41 invoices of 18 customers", one line a currency. */
export function overdueLines(ageing: Ageing, locale: string): string[] {
  return ageing.currencies
    .filter(({ overdue }) => overdue.minor > 0)
    .map(
      ({ overdue, overdueInvoices, overdueCustomers }) =>
        `*${formatMoney(overdue, locale)}* overdue: ${count(overdueInvoices, 'invoice')} of ${count(overdueCustomers, 'customer')}`,
    );
}

/** "1–30 days $1,200.00 · 31–60 days $640.00"; empty buckets are left out. */
export function bucketWords(of: AgeingOfCurrency, locale: string): string {
  const late = AGEING_BUCKETS.filter((bucket) => of.buckets[bucket].minor > 0).map(
    (bucket) => `${BUCKET_WORDS[bucket]} ${formatMoney(of.buckets[bucket], locale)}`,
  );
  const credits = of.credits.minor > 0 ? [`open credits ${formatMoney(of.credits, locale)}`] : [];
  const current = of.current.minor > 0 ? [`not due yet ${formatMoney(of.current, locale)}`] : [];
  return [...late, ...current, ...credits].join(' · ');
}

export function ageingBlocks(ageing: Ageing, locale: string): AnyBlock[] {
  const late = ageing.currencies.filter(({ overdue }) => overdue.minor > 0);
  const rest = late.slice(MAX_CHARTS).map((of) => `${of.currency}: ${bucketWords(of, locale)}`);
  return [
    ...late
      .slice(0, MAX_CHARTS)
      .flatMap((of) => [
        ageingChart(of),
        { ...context(bucketWords(of, locale)), block_id: `${TWIN}ageing.${of.currency}` },
      ]),
    ...(rest.length > 0 ? [context(fitLines(rest, LIMITS.section))] : []),
  ];
}

/** `data_visualization` is newer than @slack/types: this is the one place that says its shape. */
function ageingChart(of: AgeingOfCurrency): AnyBlock {
  const categories = AGEING_BUCKETS.map((bucket) => BUCKET_WORDS[bucket]);
  const chart = {
    type: 'data_visualization',
    block_id: `chart.ageing.${of.currency}`,
    title: `Overdue by age, ${of.currency}`,
    chart: {
      type: 'bar',
      series: [
        {
          name: of.currency,
          data: AGEING_BUCKETS.map((bucket) => ({
            label: BUCKET_WORDS[bucket],
            value: Number(toDecimal(of.buckets[bucket])),
          })),
        },
      ],
      axis_config: { categories, x_label: 'Days late', y_label: of.currency },
    },
  };
  return chart as AnyBlock;
}
