// Saves what an owner decides about the workspace. The first person to set Tightrope up becomes its first owner.
import { type Settings, settingsSchema } from '../core/settings.ts';
import type { Ports, Refused } from '../ports.ts';

export type Saved = { readonly kind: 'saved'; readonly settings: Settings };

export function mayChangeSettings(settings: Settings, user: string): boolean {
  return settings.owners.length === 0 || settings.owners.includes(user);
}

export async function changeSettings(
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  input: { change: Partial<Settings>; by: string },
): Promise<Saved | Refused> {
  const before = await store.settings();
  if (!mayChangeSettings(before, input.by)) {
    const owners = before.owners.map((id) => `<@${id}>`).join(', ');
    return { kind: 'refused', because: `Only an owner can change the settings. Ask ${owners}.` };
  }
  const owners = input.change.owners?.length ? input.change.owners : before.owners;
  const settings = settingsSchema.parse({
    ...before,
    ...input.change,
    owners: owners.length > 0 ? owners : [input.by],
    onboarded: true,
  });
  await store.saveSettings(settings, input.by, clock.now());
  return { kind: 'saved', settings };
}
