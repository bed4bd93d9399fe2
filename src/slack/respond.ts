// Answers to a command or a click through its response URL: for one person's eyes, or in place of what was clicked.
import { RespondError, type RespondFn } from '@slack/bolt';
import type { Words } from './outbox.ts';
import { withoutNewBlocks } from './views/fallback.ts';

/** Slack answers so when it does not take what was said; an address that is used up is 404. */
const REFUSED = 400;

/** @throws RespondError when Slack does not take the plain form either. */
export async function answerBy(
  respond: RespondFn,
  words: Words,
  { replace }: { readonly replace: boolean },
): Promise<void> {
  const say = (blocks: readonly unknown[]) =>
    respond({
      text: words.text,
      blocks: blocks as never,
      ...(replace ? { replace_original: true } : { response_type: 'ephemeral' as const }),
    });
  try {
    await say(words.blocks);
  } catch (error) {
    if (!(error instanceof RespondError && error.statusCode === REFUSED)) throw error;
    await say(withoutNewBlocks(words.blocks));
  }
}
