// A credit policy that may be used: of the right shape, and free of contradictions.
import { policyShape } from './policy.ts';
import { withOverrides } from './policy-for.ts';
import { contradictionsIn } from './policy-rules.ts';

/** Refuses what contradicts itself, for everybody or for one group, with the field and the reason. */
export const policySchema = policyShape.superRefine((policy, context) => {
  const refuse = (path: readonly (string | number)[], message: string) =>
    context.addIssue({ code: 'custom', path: [...path], message });
  const general = contradictionsIn(policy);
  for (const { path, why } of general) refuse(path, why);
  const known = new Set(general.map(({ why }) => why));
  for (const [group, overrides] of Object.entries(policy.groups)) {
    for (const { path, why } of contradictionsIn(withOverrides(policy, overrides))) {
      if (!known.has(why)) refuse(['groups', group, ...path], why);
    }
  }
});
