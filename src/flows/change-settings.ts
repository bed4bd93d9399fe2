// Saves what an owner decides about the workspace. The first person to set Tightrope up becomes its first owner.
import { type Settings, settingsSchema } from '../core/settings.ts';
import type { Ports, Refused } from '../ports/ports.ts';

export type Saved = { readonly kind: 'saved'; readonly settings: Settings };

export function mayChangeSettings(settings: Settings, user: string): boolean {
  return settings.owners.length === 0 || settings.owners.includes(user);
}

export function onlyOwners({ owners }: Settings): Refused {
  const names = owners.map((id) => `<@${id}>`).join(', ');
  return { kind: 'refused', because: `Only an owner can change the settings. Ask ${names}.` };
}

export async function changeSettings(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  input: { change: Partial<Settings>; by: string },
): Promise<Saved | Refused> {
  const before = await store.settings();
  if (!mayChangeSettings(before, input.by)) return onlyOwners(before);
  const owners = input.change.owners?.length ? input.change.owners : before.owners;
  const settings = settingsSchema.parse({
    ...before,
    ...input.change,
    owners: owners.length > 0 ? owners : [input.by],
    // The form of the settings ends the set-up; saving only how letters sound does not.
    onboarded: before.onboarded || input.change.channel !== undefined,
  });
  await store.saveSettings(settings, input.by, clock.now());
  return { kind: 'saved', settings };
}
