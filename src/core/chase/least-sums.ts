// From which sum on a letter is worth writing, in any currency.
import { minorDigits } from '../money.ts';
import type { Policy } from '../policy.ts';

/** In minor units of `currency`. The policy's figures are meant the same in any currency: 25 dollars, 25 yen. */
export function leastSums(
  policy: Policy,
  workspaceCurrency: string,
  currency: string,
): { readonly tolerance: number; readonly least: number } {
  const scale = 10 ** (minorDigits(currency) - minorDigits(workspaceCurrency));
  return {
    tolerance: Math.round(policy.toleranceMinor * scale),
    least: Math.round(policy.minBalanceMinor * scale),
  };
}
