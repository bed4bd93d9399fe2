// What an agency has of a customer's, and what a report of it may say: never more than it has, in no other currency.
import type { HandOver, LastResort } from './chase/last-resort.ts';
import { type HandOverPart, partsOf } from './last-resort-events.ts';
import type { EventBody } from './ledger.ts';
import { formatMoney, type Money, money } from './money.ts';
import type { Outcome } from './outcome.ts';

export type AgencyReport = Extract<Outcome, { kind: 'agency_report' }>;

/** A hand-over in force. `left`: of what was given, what the agency has not reported as recovered; one a currency. */
export type AgencyHolding = {
  readonly requestId: string;
  readonly agency: string;
  readonly feePercent: number | null;
  readonly sums: readonly { readonly given: Money; readonly left: Money }[];
};

/**
 * Oldest first. `except`: the message whose own records are left out, because they would give way to what it says now.
 */
export function holdingsOf(
  { handOvers }: LastResort,
  except: { readonly channel: string; readonly ts: string } | null = null,
): AgencyHolding[] {
  const isOfIt = ({ source }: HandOver['updates'][number] | NonNullable<HandOver['end']>) =>
    except !== null && source?.channel === except.channel && source.ts === except.ts;
  return handOvers
    .filter(({ status, end }) => status === 'in_force' || (end !== null && isOfIt(end)))
    .map(({ id, event: { body }, updates }) => ({
      requestId: id,
      agency: body.agency,
      feePercent: body.feePercent,
      sums: partsOf(body).map(({ amount: given }: HandOverPart) => {
        const reported = updates.flatMap((update) => (isOfIt(update) ? [] : (update.body.recovered ?? [])));
        const minor = reported
          .filter(({ currency }) => currency === given.currency)
          .reduce((left, sum) => left - sum.minor, given.minor);
        return { given, left: money(Math.max(0, minor), given.currency) };
      }),
    }));
}

type Sums = Pick<AgencyReport, 'recovered' | 'fee'>;

/** `holding`: null where no agency has anything. Null: it can be recorded so. */
export function whyNoReport(
  holding: AgencyHolding | null,
  { recovered, fee }: Sums,
  locale: string,
): string | null {
  if (!holding) return 'No agency has anything of theirs now, so there is no report to log.';
  const say = (amount: Money) => formatMoney(amount, locale);
  if (fee && (!recovered || fee.currency !== recovered.currency || fee.minor > recovered.minor)) {
    return `A fee of ${say(fee)} on ${recovered ? say(recovered) : 'nothing'} recovered cannot be. Look the figures up and log the update again.`;
  }
  if (!recovered) return null;
  const { agency, sums } = holding;
  const sum = sums.find(({ given }) => given.currency === recovered.currency);
  if (!sum) {
    const has = sums.map(({ given }) => say(given)).join(' and ');
    return `${agency} was given ${has} and nothing in ${recovered.currency}. Look up in which currency it came.`;
  }
  if (recovered.minor <= sum.left.minor) return null;
  const before =
    sum.left.minor < sum.given.minor ? ` still has of the ${say(sum.given)} it was given` : ' has';
  return `${say(recovered)} is more than the ${say(sum.left)} that ${agency}${before}. Log what came of the debt alone, without interest or costs of its own.`;
}

/** Several reports of one message are one after the other: each has what those before it left. */
export function whyNoReports(
  holdings: readonly AgencyHolding[],
  reports: readonly AgencyReport[],
  locale: string,
): string | null {
  let left = holdings;
  for (const report of reports) {
    const holding = left.find(({ requestId }) => requestId === report.requestId) ?? null;
    const why = whyNoReport(holding, report, locale);
    if (why) return why;
    left = left.map((one) => (one === holding ? lessened(one, report.recovered) : one));
  }
  return null;
}

function lessened(holding: AgencyHolding, recovered: Money | null): AgencyHolding {
  return {
    ...holding,
    sums: holding.sums.map((sum) =>
      recovered?.currency === sum.left.currency
        ? { ...sum, left: money(sum.left.minor - recovered.minor, recovered.currency) }
        : sum,
    ),
  };
}

/** The same records that the forms of a hand-over's card make. */
export function eventsOfReport({ requestId, note, recovered, fee, isGivenBack }: AgencyReport): EventBody[] {
  return [
    ...(recovered || !isGivenBack
      ? [{ kind: 'agency_update', requestId, note, recovered, fee } as const]
      : []),
    ...(isGivenBack ? [{ kind: 'hand_over_ended', requestId, why: 'given_back', note } as const] : []),
  ];
}

/** "Recovered so far: $700.00, of which the agency kept $60.00; $500.00 is still with Fair Collect." */
export function standingWords(
  holding: AgencyHolding,
  { recovered, fees }: { readonly recovered: readonly Money[]; readonly fees: readonly Money[] },
  locale: string,
): string {
  const sums = (amounts: readonly Money[]) => amounts.map((one) => formatMoney(one, locale)).join(' and ');
  const kept = fees.length > 0 ? `, of which the agency kept ${sums(fees)}` : '';
  const left = holding.sums.map(({ left: sum }) => sum).filter(({ minor }) => minor > 0);
  const rest = left.length > 0 ? `${sums(left)} is still with ${holding.agency}` : 'that is all it was given';
  return `Recovered so far: ${sums(recovered) || 'nothing'}${kept}; ${rest}.`;
}
