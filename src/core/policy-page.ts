// The policy as customers may read it: what the terms are, what happens when, how to reach us, how to ask for time.
import { ladderOf } from './chase/ladder.ts';
import { escapeHtml } from './escape-html.ts';
import { formatMoney, money } from './money.ts';
import type { Policy, PolicyStep } from './policy.ts';
import type { Settings } from './settings.ts';

export type CustomerPage = {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly lines: readonly string[] }[];
};

/** Nothing here threatens: steps that the customer may meet are named as they are, and a person decides each. */
export function customerPage(policy: Policy, settings: Settings): CustomerPage {
  const { businessName, sender, waysToPay } = settings;
  const name = businessName || 'our company';
  const ways = [
    ...(waysToPay.linkTemplate ? ['By the payment link on each invoice and in each of our letters.'] : []),
    ...(waysToPay.bankDetails
      ? [`By bank transfer: ${waysToPay.bankDetails.replace(/\s*\n\s*/g, ', ')}`]
      : []),
  ];
  return {
    title: `How we work with ${name}: payment terms`.replace('How we work with our company', 'How we work'),
    sections: [
      { title: 'Our terms', lines: termsLines(policy) },
      { title: 'How to pay', lines: ways.length > 0 ? ways : ['As each invoice says.'] },
      { title: 'If a payment is late', lines: lateLines(policy, settings) },
      { title: 'If you need more time', lines: timeLines(policy) },
      {
        title: 'If something is not right',
        lines: [
          'Tell us, best in a line by e-mail. What you dispute is not asked for until we have settled it with you.',
        ],
      },
      {
        title: 'How to reach us',
        lines: [
          ...(sender.name || sender.email ? [[sender.name, sender.email].filter(Boolean).join(', ')] : []),
          ...(waysToPay.phone ? [waysToPay.phone] : []),
          `We write and call on ${weekdays(policy)} between ${policy.window.from} and ${policy.window.to}, by your clock.`,
        ],
      },
    ].filter(({ lines }) => lines.length > 0),
  };
}

function termsLines({ termsDays, earlyPayment }: Policy): string[] {
  return [
    `Please pay within ${count(termsDays, 'day')} of the invoice’s date, unless it names another day.`,
    ...(earlyPayment && earlyPayment.percent > 0
      ? [
          `Whoever pays within ${count(earlyPayment.withinDays, 'day')} of the invoice may take off ${earlyPayment.percent} %.`,
        ]
      : []),
  ];
}

const MET: Readonly<Partial<Record<PolicyStep['name'], string>>> = {
  nudge: 'we send a short note, so that the day is not forgotten',
  reminder: 'we send a friendly reminder',
  question: 'we ask which day we can expect the payment',
  call: 'we call you',
  firm: 'we write again and look for a solution with you',
  owner: 'the owner writes to you',
  final_notice: 'you get a final notice, with at least a week to answer',
};

function lateLines({ steps, lateFee, minBalanceMinor }: Policy, { currency, locale }: Settings): string[] {
  const ladder = ladderOf(steps).flatMap(({ name, day }) => {
    const what = MET[name];
    if (!what) return [];
    return [
      `${day < 0 ? `${count(-day, 'day')} before the due day` : `${count(day, 'day')} after it`} ${what}.`,
    ];
  });
  return [
    ...ladder,
    'A person decides about each letter. Whoever tells us when they will pay is left in peace until then.',
    ...(lateFee.kind === 'simple_interest' && lateFee.annualRatePercent !== null
      ? [`Late payments may bear interest of ${lateFee.annualRatePercent} % a year, simple and by the day.`]
      : []),
    ...(lateFee.kind === 'uk_statutory'
      ? [
          'We may ask for the interest and the fixed sum of the Late Payment of Commercial Debts (Interest) Act 1998.',
        ]
      : []),
    ...(lateFee.kind === 'eu_statutory'
      ? ['We may ask for the interest and the fixed sum of Directive 2011/7/EU.']
      : []),
    ...(minBalanceMinor > 0
      ? [`Sums below ${formatMoney(money(minBalanceMinor, currency), locale)} are not chased.`]
      : []),
  ];
}

function timeLines({ plan }: Policy): string[] {
  return [
    'Tell us before the due day, or as soon as you know. Most things can be arranged.',
    `We can agree on up to ${plan.maxInstalments} instalments within ${count(plan.maxDays, 'day')}, the first within ${count(plan.firstWithinDays, 'day')}.`,
  ];
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function weekdays({ window }: Policy): string {
  const names = [...window.weekdays].sort().map((day) => WEEKDAYS[day - 1] ?? '');
  const isWorkweek = names.join() === WEEKDAYS.slice(0, 5).join();
  return isWorkweek ? 'Monday to Friday' : names.join(', ');
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/** One page of HTML that stands by itself: no script, no picture, no font from elsewhere; it prints well. */
export function customerPageHtml({ title, sections }: CustomerPage, language = 'en'): string {
  const body = sections.map(
    (section) =>
      `<section><h2>${escapeHtml(section.title)}</h2><ul>${section.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul></section>`,
  );
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; color: #1c2321; max-width: 42rem; margin: 3rem auto; padding: 0 1.25rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.1rem; margin: 1.75rem 0 0.25rem; }
ul { padding-left: 1.2rem; margin: 0; } li { margin: 0.25rem 0; }
@media print { body { margin: 0; } }
</style>
</head>
<body>
<h1>${escapeHtml(title)}</h1>
${body.join('\n')}
</body>
</html>
`;
}
