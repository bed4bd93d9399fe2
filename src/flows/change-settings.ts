// Saves what an owner decides about the workspace. The first person to set Tightrope up becomes its first owner.
import { type Settings, settingsSchema } from '../core/settings.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { oneAtATime } from './one-at-a-time.ts';

export type Saved = { readonly kind: 'saved'; readonly settings: Settings };

export function mayChangeSettings(settings: Settings, user: string): boolean {
  return settings.owners.length === 0 || settings.owners.includes(user);
}

export function onlyOwners({ owners }: Settings): Refused {
  const names = owners.map((id) => `<@${id}>`).join(', ');
  return { kind: 'refused', because: `Only an owner can change the settings. Ask ${names}.` };
}

/** `change`: what is new, or how it comes of what stands, so that two owners at once do not undo each other's. */
export async function changeSettings(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  input: { change: Partial<Settings> | ((before: Settings) => Partial<Settings>); by: string },
): Promise<Saved | Refused> {
  return oneAtATime(`settings ${store.workspaceId}`, async () => {
    const before = await store.settings();
    if (!mayChangeSettings(before, input.by)) return onlyOwners(before);
    const change = typeof input.change === 'function' ? input.change(before) : input.change;
    const owners = change.owners?.length ? change.owners : before.owners;
    const settings = settingsSchema.parse({
      ...before,
      ...change,
      owners: owners.length > 0 ? owners : [input.by],
      // The form of the settings ends the set-up; saving only how letters sound does not.
      onboarded: before.onboarded || change.channel !== undefined,
    });
    await store.saveSettings(settings, input.by, clock.now());
    return { kind: 'saved', settings };
  });
}
