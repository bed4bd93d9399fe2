// Says in Slack what the flows want said: each thing as its card, in its channel or thread.
import type { WebClient } from '@slack/web-api';
import { dayIn } from '../core/calendar.ts';
import type { Store, TeamChat } from '../ports.ts';
import { asOutsideError, type Outbox } from './outbox.ts';
import { LIMITS } from './views/blocks.ts';
import { callScript } from './views/call-script.ts';
import { caseCard } from './views/case-card.ts';
import { customerPageMessage } from './views/customer-page.ts';
import { digestMessage } from './views/digest.ts';
import { draftCard } from './views/draft-card.ts';
import { pieces, shorten } from './views/mrkdwn.ts';
import { readingCard } from './views/reading-card.ts';
import { requestCard } from './views/request-card.ts';

/** Links never change, so each is asked for once; this many are kept. */
const MAX_LINKS = 5_000;

export function makeTeamChat(
  client: WebClient,
  outbox: Outbox,
  store: Pick<Store, 'settings' | 'draft'>,
  now: () => string,
): TeamChat {
  const dayPlace = async () => {
    const { locale, zone } = await store.settings();
    return { locale, today: dayIn(zone, now()) };
  };
  const links = new Map<string, string>();
  return {
    postDigest: (digest, channel) => outbox.post(channel, digestMessage(digest)),
    updateDigest: (digest, at, page) => outbox.update(at, () => digestMessage(digest, page)),

    showCase: async (view, at, channel) => {
      if (!at) return outbox.post(channel, caseCard(view));
      await outbox.update(at, () => caseCard(view));
      return at;
    },

    postDraft: async (draft, customer, thread) =>
      outbox.post(thread.channel, draftCard(draft, customer, await store.settings()), thread.ts),
    updateDraft: async (draft, customer) => {
      if (!draft.card) return;
      await outbox.update(draft.card, async () => {
        const newest = (await store.draft(draft.id)) ?? draft;
        return draftCard(newest, customer, await store.settings());
      });
    },

    postScript: (script, customer, currency, thread) =>
      outbox.post(thread.channel, callScript(script, customer, currency), thread.ts),

    postReading: async (pending, customer, thread, after) =>
      outbox.post(thread.channel, readingCard(pending, customer.name, await dayPlace(), after), thread.ts),
    updateReading: async (pending, customer, after) => {
      if (!pending.card) return;
      const place = await dayPlace();
      await outbox.update(pending.card, () => readingCard(pending, customer.name, place, after));
    },

    postRequest: (view, thread) => outbox.post(thread.channel, requestCard(view), thread.ts),
    updateRequest: (view, at) => outbox.update(at, () => requestCard(view)),

    say: (text, { channel, threadTs }) => outbox.post(channel, sentence(text), threadTs),
    tell: async (user, text) => {
      await outbox.post(user, sentence(text));
    },

    givePage: async (user, page, { name, content }) => {
      const at = await outbox.post(user, customerPageMessage(page));
      try {
        await client.filesUploadV2({
          channel_id: at.channel,
          thread_ts: at.ts,
          filename: name,
          title: page.title,
          content,
        });
      } catch (error) {
        throw asOutsideError(error);
      }
    },

    giveFile: async (thread, { name, bytes }, words) => {
      try {
        await client.filesUploadV2({
          channel_id: thread.channel,
          thread_ts: thread.ts,
          filename: name,
          title: name,
          file: Buffer.from(bytes),
          initial_comment: words,
        });
      } catch (error) {
        throw asOutsideError(error);
      }
    },

    linkTo: async ({ channel, ts }) => {
      const key = `${channel} ${ts}`;
      const known = links.get(key);
      if (known) return known;
      try {
        const { permalink } = await client.chat.getPermalink({ channel, message_ts: ts });
        if (!permalink) return null;
        if (links.size >= MAX_LINKS) links.clear();
        links.set(key, permalink);
        return permalink;
      } catch {
        return null; // The message is gone: the words do without the link.
      }
    },
  };
}

/** Words of people may stand in it, and be longer than one section takes. */
function sentence(text: string) {
  const sections = pieces(text, LIMITS.section).map((piece) => ({
    type: 'section',
    text: { type: 'mrkdwn', text: piece },
  }));
  return { text: shorten(text, LIMITS.text), blocks: sections };
}
