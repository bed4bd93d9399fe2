// The Home tab of somebody who is no member of the workspace.
import type { HomeView } from '@slack/types';
import { CALLBACKS } from './action-ids.ts';
import { section } from './blocks.ts';
import { FOR_MEMBERS } from './errors.ts';

export function guestHome(): HomeView {
  return { type: 'home', callback_id: CALLBACKS.home, blocks: [section(FOR_MEMBERS)] };
}
