// The Home tab, drawn when somebody opens it, and the settings behind it.
import type { App } from '@slack/bolt';
import { changeSettings, mayChangeSettings, onlyOwners } from '../flows/change-settings.ts';
import { postDueDigest } from '../flows/post-digest.ts';
import { showHome } from '../flows/show-home.ts';
import type { Ports } from '../ports/ports.ts';
import { onClick, onSubmit, openModal } from './hear.ts';
import { type Answer, type Place, type Room, run } from './listen.ts';
import { asOutsideError, slackProblem } from './outbox.ts';
import { ACTIONS, CALLBACKS } from './views/action-ids.ts';
import { guestHome } from './views/guest-home.ts';
import { homeView } from './views/home.ts';
import { parseSettings, settingsModal } from './views/settings-modal.ts';

export function listenToHome(app: App, room: Room): void {
  app.event('app_home_opened', async ({ event, body }) => {
    if (event.tab !== 'home') return;
    const place: Place = { team: body.team_id, user: event.user, channel: null, threadTs: null };
    await run(room, place, 'home', async (ports) => {
      if (!(await room.people.isOutsider(place.team, place.user)))
        return publishHome(room, ports, event.user);
      await room.client.views.publish({ user_id: event.user, view: guestHome() });
      return undefined;
    });
  });
  onClick(app, room, ACTIONS.settingsOpen, (ports, { triggerId, place }) =>
    openSettings(room, ports, triggerId, place.user),
  );
  onSubmit(app, room, CALLBACKS.settingsSave, parseSettings, async (ports, change, { place }) => {
    const saved = await changeSettings(ports, { change, by: place.user });
    if (saved.kind === 'refused') return saved;
    const privateChannel = await join(room, saved.settings.channel);
    await publishHome(room, ports, place.user);
    if (!privateChannel) await postDueDigest(ports);
    return { kind: 'told', words: privateChannel ?? 'Saved.' };
  });
}

export async function openSettings(
  room: Room,
  ports: Ports,
  triggerId: string,
  user: string,
): Promise<Answer> {
  const settings = await ports.store.settings();
  if (!mayChangeSettings(settings, user)) return onlyOwners(settings);
  await openModal(room, triggerId, settingsModal(settings));
  return undefined;
}

async function publishHome(room: Room, ports: Ports, user: string): Promise<Answer> {
  const home = await showHome(ports, user);
  await room.client.views.publish({ user_id: user, view: homeView({ ...home, ...room.status }) });
  return undefined;
}

/** What Slack says of a channel that only its members can let us into. */
const PRIVATE = new Set(['method_not_supported_for_channel_type', 'channel_not_found']);

/** A public channel is joined; of a private one a member must let us in. The sentence says so; null: all is well. */
async function join(room: Room, channel: string | null): Promise<string | null> {
  if (!channel) return null;
  try {
    await room.client.conversations.join({ channel });
    return null;
  } catch (error) {
    if (!PRIVATE.has(slackProblem(error).code)) throw asOutsideError(error);
    return `Saved. <#${channel}> is private: if I am not in it yet, write \`/invite @tightrope\` there, then I can post.`;
  }
}
