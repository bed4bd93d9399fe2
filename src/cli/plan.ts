// `plan`: what a payment plan for a customer would come to, against the policy and beside what else could be done.
import { formatDay, isDay } from '../core/calendar.ts';
import { formatMoney } from '../core/money.ts';
import type { Cadence } from '../core/outcome.ts';
import { alternativesTo, behaviourOf, behaviourWords } from '../core/plan/compare.ts';
import type { PlanWish } from '../core/plan/work-out-plan.ts';
import { planDesk, workOut } from '../flows/plan-desk.ts';
import { describeNext } from '../flows/record-outcome.ts';
import type { Ports } from '../ports/ports.ts';
import { asOfMorning, EXIT, findOne, readArguments, type Shell, Usage } from './command.ts';

export const PLAN_HELP = `npm run tightrope -- plan CUSTOMER [--instalments N] [--cadence weekly|fortnightly|monthly] [--first DAY]
                                    [--currency CODE] [--as-of DAY] [--json]

Works out instalments for what is overdue, and holds them against the policy. Nothing is proposed or recorded:
that is done in Slack, where an owner approves. What is left out takes its usual value within the policy.`;

const CADENCES: readonly Cadence[] = ['weekly', 'fortnightly', 'monthly'];

export async function plan(given: Ports, args: readonly string[], shell: Shell): Promise<number> {
  const { words, options } = readArguments(args, {
    options: ['instalments', 'cadence', 'first', 'currency', 'as-of'],
    flags: [],
  });
  const ports = await asOfMorning(given, options);
  const found = await findOne(ports, words.join(' '), shell);
  if (!found) return EXIT.refused;
  const desk = await planDesk(ports, found.id, options.get('currency')?.toUpperCase() ?? null);
  if ('kind' in desk) {
    shell.err(desk.because);
    return EXIT.refused;
  }
  const worked = workOut(desk, wishOf(options, desk.usual));
  if (worked.kind === 'refused') {
    shell.err(worked.because);
    return EXIT.refused;
  }
  const { today, settings, verdicts } = desk.situation;
  const { locale } = settings;
  const behaviour = behaviourWords(behaviourOf(desk.state));
  const alternatives = alternativesTo(desk.state, worked.total, describeNext(verdicts), { today, locale });
  if (shell.json) {
    shell.out(JSON.stringify({ customer: found.name, ...worked, behaviour, alternatives }, null, 2));
    return EXIT.done;
  }
  const { instalments, invoices } = worked.terms;
  shell.out(`${found.name}: ${formatMoney(worked.total, locale)} in ${instalments.length} instalments`);
  for (const { day, amount } of instalments)
    shell.out(`  ${formatDay(day, locale, today)}  ${formatMoney(amount, locale)}`);
  shell.out(`For ${invoices.join(', ')}.`);
  for (const line of worked.leftOut) shell.out(line);
  if (worked.beyond.length === 0) shell.out('It is within your policy.');
  else
    for (const line of ['Beyond your policy, so only an owner can agree:', ...worked.beyond]) shell.out(line);
  for (const line of behaviour) shell.out(line);
  for (const { name, words: said } of alternatives) shell.out(`${name}: ${said}`);
  return EXIT.done;
}

/** @throws Usage for what is no number, no cadence and no day. */
function wishOf(options: ReadonlyMap<string, string>, usual: PlanWish): PlanWish {
  const instalments = options.get('instalments');
  if (instalments !== undefined && !/^\d{1,6}$/.test(instalments)) {
    throw new Usage(`"${instalments}" is not a number of instalments, such as 3.`);
  }
  const wanted = options.get('cadence');
  const cadence = wanted === undefined ? usual.cadence : CADENCES.find((each) => each === wanted);
  if (!cadence) throw new Usage(`"${wanted}" is not one of ${CADENCES.join(', ')}.`);
  const first = options.get('first') ?? usual.first;
  if (!isDay(first)) throw new Usage(`"${first}" is not a day like 2026-12-01.`);
  return {
    ...usual,
    cadence,
    first,
    instalments: instalments === undefined ? usual.instalments : Number(instalments),
  };
}
