// What was recorded in a case, one line an event: when, who, what, and the words it rests on.
import { eventTime, eventWords, type Reader, type Tidy } from '../../core/event-words.ts';
import type { CaseEvent } from '../../core/ledger.ts';
import { escapeInline, mention, shorten } from './mrkdwn.ts';

const LONGEST_QUOTE = 300;

const tidy: Tidy = (text, most) => escapeInline(shorten(text, most));

/** "Mon 23 Nov 14:05 · @sam · Promised $500.00 by Fri 27 Nov", struck out where it was taken back. */
export function eventLine(event: CaseEvent & { readonly undone: boolean }, reader: Reader): string {
  const words = eventWords(event.body, reader, tidy);
  const quote = event.source?.quote ? `\n      “${tidy(event.source.quote, LONGEST_QUOTE)}”` : '';
  const owner = event.body.kind === 'dispute_owned' ? ` (${mention(event.body.owner)})` : '';
  const what = event.undone ? `~${words}~ (taken back)` : words + owner;
  return `• ${eventTime(event, reader)} · ${mention(event.by)} · ${what}${quote}`;
}
