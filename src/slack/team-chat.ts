// Says in Slack what the flows want said: each thing as its card, in its channel or thread.
import type { WebClient } from '@slack/web-api';
import { dayIn } from '../core/calendar.ts';
import type { Store } from '../ports/store.ts';
import type { TeamChat } from '../ports/team-chat.ts';
import { asOutsideError, type Outbox } from './outbox.ts';
import type { People } from './people.ts';
import { LIMITS } from './views/blocks.ts';
import { callScript } from './views/call-script.ts';
import { caseCard } from './views/case-card.ts';
import { customerPageMessage } from './views/customer-page.ts';
import { digestMessage } from './views/digest.ts';
import { draftCard } from './views/draft-card.ts';
import { lookBackCard } from './views/look-back.ts';
import { mailCard } from './views/mail-card.ts';
import { pieces, shorten } from './views/mrkdwn.ts';
import { planCard } from './views/plan-card.ts';
import { proposalCard } from './views/proposal-card.ts';
import { readingCard } from './views/reading-card.ts';
import { requestCard } from './views/request-card.ts';
import { whoseCard, whoseSettledCard } from './views/whose-mail.ts';

/** Links never change, so each is asked for once; this many are kept. */
const MAX_LINKS = 5_000;

export function makeTeamChat(
  client: WebClient,
  outbox: Outbox,
  people: People,
  store: Pick<Store, 'settings' | 'draft' | 'proposal' | 'readingOf'>,
  now: () => string,
): TeamChat {
  const dayPlace = async () => {
    const { locale, zone } = await store.settings();
    return { locale, zone, today: dayIn(zone, now()) };
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

    postProposal: (proposal, { channel, threadTs }) => outbox.post(channel, proposalCard(proposal), threadTs),
    updateProposal: async (proposal) => {
      if (!proposal.card) return;
      await outbox.update(proposal.card, async () =>
        proposalCard((await store.proposal(proposal.id)) ?? proposal),
      );
    },
    postMail: async (mail, customer, thread, reading) =>
      outbox.post(thread.channel, mailCard(mail, customer, reading, await dayPlace()), thread.ts),
    updateMail: async (mail, customer) => {
      const { card } = mail;
      if (!card) return;
      const [place, pending] = await Promise.all([dayPlace(), store.readingOf(card)]);
      await outbox.update(card, () => mailCard(mail, customer, pending?.reading ?? null, place));
    },
    askWhose: async (mail, channel) => outbox.post(channel, whoseCard(mail, await dayPlace())),
    updateWhose: (card, settled) => outbox.update(card, () => whoseSettledCard(settled)),
    askLookBack: (customer, thread) => outbox.post(thread.channel, lookBackCard(customer), thread.ts),
    postRequest: (view, thread) => outbox.post(thread.channel, requestCard(view), thread.ts),
    updateRequest: (view, at) => outbox.update(at, () => requestCard(view)),

    postPlan: (view, thread) => outbox.post(thread.channel, planCard(view), thread.ts),
    updatePlan: (view, at) => outbox.update(at, () => planCard(view)),

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
    nameOf: (user) => people.nameOf(user),
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
