// Says in the thread of a case what somebody told elsewhere, once it is recorded, and when it is taken back.
import { outcomeWords } from '../core/outcome-words.ts';
import { normalise } from '../core/reading/normalise.ts';
import type { Ports } from '../ports/ports.ts';
import type { PendingReading } from '../ports/records.ts';
import type { Situation } from './gather.ts';
import { openCase } from './keep-case.ts';
import { asWords } from './read-reply.ts';

const LONGEST_QUOTE = 600;

/** The card of what was told in the case's channel stands in the case's own thread: there is nothing to add. */
export async function tellCase(ports: Ports, pending: PendingReading, situation: Situation): Promise<void> {
  const { card, reading, source, author, decidedBy } = pending;
  const { customer, settings, today } = situation;
  const kase = await ports.store.caseOf(customer.id);
  if (!card || card.channel === (kase?.card?.channel ?? settings.channel)) return;
  const opened = await openCase(ports, customer.id);
  // Without a channel there is no thread yet; the record itself stands, and the card shows it.
  if (opened.kind === 'refused' || reading.kind !== 'outcomes') return;
  const lines = reading.items.map(({ outcome }) =>
    inOneLine(outcomeWords(outcome, { today, locale: settings.locale })),
  );
  const where = source.channel.startsWith('D') ? 'in our direct message' : `in <#${source.channel}>`;
  const by = decidedBy ? ` by <@${decidedBy}>` : '';
  const words =
    pending.state === 'confirmed'
      ? [
          `<@${author}> told me ${where}: “${inOneLine(normalise(source.quote).text).slice(0, LONGEST_QUOTE)}”`,
          ...lines.map((line) => `• ${line}`),
          `Recorded${by}.`,
        ]
      : [`Taken back${by}, as <@${author}> told me ${where}:`, ...lines.map((line) => `• ~${line}~`)];
  await ports.chat.say(words.join('\n'), {
    channel: opened.card.channel,
    threadTs: opened.card.ts,
  });
}

/** Words of people call nobody and link nowhere. */
function inOneLine(text: string): string {
  return asWords(text).replace(/\s+/g, ' ');
}
