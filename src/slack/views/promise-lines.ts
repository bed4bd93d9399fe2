// Promises on cards and lists: each with the way to its message, a quote of one that was not kept, and whose word it was.
import type { AnyBlock } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import type { DigestEntry } from '../../core/digest.ts';
import { saidByWords, TONE_WORDS } from '../../core/outcome-words.ts';
import { promiseWords } from '../../core/promise-words.ts';
import type { Reading } from '../../core/reading/reading.ts';
import { context, section } from './blocks.ts';
import { escapeInline, fitLines, listWords, shorten } from './mrkdwn.ts';

export function promiseBlocks({ promises, today, locale }: CaseView): AnyBlock[] {
  const { shown, more } = promises;
  if (shown.length === 0) return [];
  const lines = shown.map(({ promise, link }) => {
    const mark = promise.saidBy?.mayCommit === false ? ':warning: ' : '';
    const words = escapeInline(shorten(promiseWords(promise, { today, locale }), 400));
    return `• ${mark}${words}${seeIt(link)}`;
  });
  return [
    section(
      fitLines(['*Promises*', ...lines, ...(more > 0 ? [`…and ${more} more, in the history`] : [])], 2900),
    ),
  ];
}

/** On a line of its own below an entry of a list; nothing where no promise was broken. */
export function quoteLine({ quote }: Pick<DigestEntry, 'quote'>): string {
  if (!quote) return '';
  const mark = quote.saidBy?.mayCommit === false ? escapeInline(saidByWords(quote.saidBy)) : '';
  return `\n> “${escapeInline(shorten(quote.source.quote.trim(), 300))}”${mark}${seeIt(quote.link)}`;
}

/** Who may not be able to promise it, before somebody confirms; and how they sounded, which is kept as well. */
export function markBlocks(reading: Reading, name: string): AnyBlock[] {
  if (reading.kind === 'chatter') return [];
  const marked = reading.items.flatMap(({ outcome }) =>
    outcome.kind === 'promise' && outcome.saidBy?.mayCommit === false ? [outcome.saidBy.words] : [],
  );
  const who = escapeInline(shorten(listWords([...new Set(marked)], 3), 250));
  return [
    ...(marked.length > 0
      ? [
          section(
            `:warning: *Said by ${who}, who may not be able to promise this for ${name}.* It holds reminders all the same, and if nothing comes it is not held against them. If they may speak for ${name}, press Change.`,
          ),
        ]
      : []),
    ...(reading.tone ? [context(`It is also kept that ${TONE_WORDS[reading.tone]}.`)] : []),
  ];
}

function seeIt(link: string | null): string {
  return link ? ` (<${link}|see it>)` : '';
}
