// Shows what a change of the credit policy would change, and saves it: by owners, and never over somebody else's change.
import { type Day, dayIn, type Instant } from '../core/calendar.ts';
import { forecast, type Planned } from '../core/chase/forecast.ts';
import type { Policy } from '../core/policy.ts';
import { policySchema } from '../core/policy-schema.ts';
import { changesBetween, type PolicyChange } from '../core/policy-words.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { mayChangeSettings } from './change-settings.ts';
import { chaseContext } from './gather.ts';
import { afterImport } from './import-ledger.ts';

export const PREVIEW_DAYS = 14;

/** Some of the policy's fields, put otherwise. */
export type PolicyPatch = Partial<Policy>;

export type PolicyPage = {
  readonly version: number;
  readonly policy: Policy;
  readonly settings: Settings;
  readonly mayChange: boolean;
  readonly today: Day;
};

export async function showPolicy(ports: Pick<Ports, 'store' | 'clock'>, user: string): Promise<PolicyPage> {
  const [settings, { version, policy }] = await Promise.all([ports.store.settings(), ports.store.policy()]);
  const today = dayIn(settings.zone, ports.clock.now());
  return { version, policy, settings, mayChange: mayChangeSettings(settings, user), today };
}

export type Preview = {
  readonly kind: 'preview';
  readonly changes: readonly PolicyChange[];
  readonly before: readonly Planned[];
  readonly after: readonly Planned[];
  readonly settings: Settings;
  readonly today: Day;
};

/** The next days under the policy as it is and as it would be. */
export async function previewPolicy(
  ports: Pick<Ports, 'store' | 'clock'>,
  input: { patch: PolicyPatch; version: number; by: string },
): Promise<Preview | Refused> {
  const read = await changeable(ports, input);
  if (read.kind === 'refused') return read;
  const { policy, settings } = read;
  const ledger = await ports.store.ledger();
  const now = ports.clock.now();
  const after = policySchema.parse({ ...policy, ...input.patch });
  const ahead = (under: Policy) => forecast(ledger, under, chaseContext(settings, now), PREVIEW_DAYS);
  return {
    kind: 'preview',
    changes: changesBetween(policy, after, settings),
    before: ahead(policy),
    after: ahead(after),
    settings,
    today: dayIn(settings.zone, now),
  };
}

export type PolicySaved = {
  readonly kind: 'saved';
  readonly version: number;
  readonly changes: readonly PolicyChange[];
};

export async function changePolicy(
  ports: Ports,
  input: { patch: PolicyPatch; version: number; by: string },
): Promise<PolicySaved | Refused> {
  const read = await changeable(ports, input);
  if (read.kind === 'refused') return read;
  const checked = policySchema.safeParse({ ...read.policy, ...input.patch });
  if (!checked.success)
    return {
      kind: 'refused',
      because: checked.error.issues[0]?.message ?? 'This policy contradicts itself.',
    };
  const changes = changesBetween(read.policy, checked.data, read.settings);
  if (changes.length === 0)
    return { kind: 'refused', because: 'Nothing is different, so nothing was saved.' };
  const version = await ports.store.savePolicy(checked.data, input.by, ports.clock.now(), input.version);
  if (version === null) return SOMEBODY_ELSE;
  // A letter that the policy no longer asks for is stopped, as after new books.
  await afterImport(ports);
  return { kind: 'saved', version, changes };
}

const SOMEBODY_ELSE: Refused = {
  kind: 'refused',
  because:
    'Somebody else changed the policy a moment ago, so this was not saved. Open it again, and look at what it says now.',
};

async function changeable({ store }: Pick<Ports, 'store'>, { version, by }: { version: number; by: string }) {
  const [settings, now] = await Promise.all([store.settings(), store.policy()]);
  if (!mayChangeSettings(settings, by)) return notOwner(settings);
  if (now.version !== version) return SOMEBODY_ELSE;
  return { kind: 'read', settings, policy: now.policy } as const;
}

export function notOwner({ owners }: Settings): Refused {
  return {
    kind: 'refused',
    because: `Only an owner can change the policy. Ask ${owners.map((id) => `<@${id}>`).join(', ')}.`,
  };
}

export type PolicyVersion = {
  readonly version: number;
  readonly by: string;
  readonly at: Instant;
  /** What it changed; of the first version, nothing. */
  readonly changes: readonly PolicyChange[];
};

/** The newest first. */
export async function policyHistory({
  store,
}: Pick<Ports, 'store'>): Promise<{ versions: PolicyVersion[]; settings: Settings }> {
  const [settings, all] = await Promise.all([store.settings(), store.policyVersions()]);
  const versions = all.map(({ version, policy, author, at }, index) => {
    const before = all[index - 1]?.policy;
    return { version, by: author, at, changes: before ? changesBetween(before, policy, settings) : [] };
  });
  return { versions: versions.reverse(), settings };
}
