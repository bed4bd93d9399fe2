// Cuts the letter that a mail answers from under its own words: what they wrote is read, never what we wrote to them.

/** The line that mail programs put above what they quote. */
const ABOVE_QUOTE: readonly RegExp[] = [
  /^\s*(?:on|am|le|el|op|il|em)\b.{4,200}(?:wrote|schrieb|a écrit|escribió|schreef|ha scritto|escreveu)\s*:?\s*$/iu,
  /^\s*.{0,120}(?:wrote|schrieb|a écrit|escribió)(?: .{0,80})?:\s*$/iu,
  /^\s*-{2,}\s*(?:original message|ursprüngliche nachricht|originalnachricht|message d'origine|message original|mensaje original|forwarded message|weitergeleitete nachricht|mensaje reenviado|message transféré)\s*-{2,}/iu,
  /^\s*_{10,}\s*$/u,
];

/** Outlook quotes with a block of headers and no mark at all. */
const HEADER = /^\s*\*?(?:from|von|de|expéditeur)\s*:\*?\s*\S/iu;
const NEXT_HEADER =
  /^\s*\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|fecha|para|asunto)\s*:/iu;

const SIGNATURE = /^-- ?$/;
const CLOSING =
  /^\s*(?:(?:kind|best|warm|many)? ?regards|best(?: wishes)?|cheers|sincerely|yours (?:sincerely|truly|faithfully)|thanks|thank you|many thanks|(?:un )?saludos?|atentamente|(?:bien )?cordialement|bien à vous|sincères salutations|mit freundlichen grüßen|(?:viele|beste|freundliche|liebe) grüße|mfg|vg|lg|gruß)\s*[,.!]?\s*$/iu;
const SENT_FROM = /^\s*(?:sent from my|von meinem|gesendet von|enviado desde|envoyé (?:de|depuis) mon)\b/iu;

/** The mail's own words, as they were written; all of it where nothing but a quote is left. */
export function cutQuote(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const end = quoteStart(lines);
  const own = lines.slice(0, end).filter((line) => !/^\s*>/.test(line));
  const reply = own.join('\n').trim();
  // Who answers below the quote, or between its lines, has written what is not marked as quoted.
  if (reply !== '') return reply;
  const below = lines.slice(end + 1).filter((line) => !/^\s*>/.test(line));
  return below.join('\n').trim();
}

function quoteStart(lines: readonly string[]): number {
  for (const [index, line] of lines.entries()) {
    // The line above a quote is often broken in two.
    const joined = `${line.trim()} ${lines[index + 1]?.trim() ?? ''}`.slice(0, 400);
    if (ABOVE_QUOTE.some((pattern) => pattern.test(line.slice(0, 400)))) return index;
    if (/^\s*(?:on|am|le|el)\b/iu.test(line) && ABOVE_QUOTE[0]?.test(joined)) return index;
    if (HEADER.test(line) && lines.slice(index + 1, index + 5).some((next) => NEXT_HEADER.test(next)))
      return index;
  }
  return lines.length;
}

/** What is read for its meaning: without the sign-off and what stands below it. */
export function withoutSignature(reply: string): string {
  const lines = reply.split('\n');
  const end = lines.findIndex(
    (line, index) =>
      SIGNATURE.test(line) ||
      SENT_FROM.test(line) ||
      (index > 0 && index >= lines.length - 8 && CLOSING.test(line)),
  );
  return (end === -1 ? reply : lines.slice(0, end).join('\n')).trim();
}
