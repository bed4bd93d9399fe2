// Gathers what the App Home shows: the figures, today's list, and what is set up.
import { dayIn } from '../core/calendar.ts';
import type { Digest } from '../core/digest.ts';
import type { ModelUsage } from '../core/model-budget.ts';
import type { Policy } from '../core/policy.ts';
import type { Settings } from '../core/settings.ts';
import type { Ports } from '../ports/ports.ts';
import { mayChangeSettings } from './change-settings.ts';
import { gatherDigest } from './post-digest.ts';

export type Home = {
  readonly settings: Settings;
  readonly policy: Policy;
  readonly digest: Digest | null; // null before the first import
  readonly lastImport: { readonly at: string; readonly fileName: string; readonly by: string } | null;
  readonly mayChangeSettings: boolean;
  /** Of today, where the business is. */
  readonly modelUsage: ModelUsage;
};

export async function showHome(ports: Ports, user: string): Promise<Home> {
  const [settings, { policy }, lastImport] = await Promise.all([
    ports.store.settings(),
    ports.store.policy(),
    ports.store.lastImport(),
  ]);
  return {
    settings,
    policy,
    lastImport,
    digest: lastImport ? await gatherDigest(ports) : null,
    mayChangeSettings: mayChangeSettings(settings, user),
    modelUsage: await ports.store.modelUsage(dayIn(settings.zone, ports.clock.now())),
  };
}
