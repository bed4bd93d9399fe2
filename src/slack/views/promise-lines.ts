// A customer's promises on their card, each with the way to the message it rests on, and a quote of one that was not kept.
import type { AnyBlock } from '@slack/types';
import type { CaseView } from '../../core/case-view.ts';
import type { DigestEntry } from '../../core/digest.ts';
import { saidByWords } from '../../core/outcome-words.ts';
import { promiseWords } from '../../core/promise-words.ts';
import { section } from './blocks.ts';
import { escapeInline, fitLines, shorten } from './mrkdwn.ts';

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

function seeIt(link: string | null): string {
  return link ? ` (<${link}|see it>)` : '';
}
