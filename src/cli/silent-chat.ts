// A shell has no Slack at hand: cards are brought up to date by the app that runs, at its next tick.
import type { MessageRef } from '../ports/records.ts';
import type { TeamChat } from '../ports/team-chat.ts';

const NOWHERE: MessageRef = { channel: '', ts: '' };

export const silentChat: TeamChat = {
  postDigest: async () => NOWHERE,
  updateDigest: async () => {},
  showCase: async (_view, at) => at ?? NOWHERE,
  postDraft: async () => NOWHERE,
  updateDraft: async () => {},
  postScript: async () => NOWHERE,
  postPlan: async () => NOWHERE,
  updatePlan: async () => {},
  postRequest: async () => NOWHERE,
  updateRequest: async () => {},
  postReading: async () => NOWHERE,
  updateReading: async () => {},
  postProposal: async () => NOWHERE,
  updateProposal: async () => {},
  postMail: async () => NOWHERE,
  updateMail: async () => {},
  askWhose: async () => NOWHERE,
  updateWhose: async () => {},
  askLookBack: async () => NOWHERE,
  say: async () => NOWHERE,
  tell: async () => {},
  givePage: async () => {},
  giveFile: async () => {},
  linkTo: async () => null,
  nameOf: async (user) => user,
};
