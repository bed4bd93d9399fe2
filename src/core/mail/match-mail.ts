// Whose mail it is: by the letter of ours that it answers, by an invoice's number in its subject, or by who sent it.
import type { MailMatch, ReceivedMail } from './received-mail.ts';

/** What the books and the letters sent know of a mail. */
export type MailClues = {
  /** Our letters among the Message-IDs that the mail answers. */
  readonly letters: readonly { readonly messageId: string; readonly customerId: string }[];
  /** Whose invoices are named in the subject. */
  readonly byNumber: readonly string[];
  /** Who has the sender's address among their contacts, or got a letter of ours there. */
  readonly bySender: readonly string[];
};

export type Matched =
  | { readonly kind: 'matched'; readonly customerId: string; readonly match: MailMatch }
  | { readonly kind: 'unmatched' };

/** The surest way that gives exactly one customer; what points at two is for a person to say. */
export function matchMail(mail: Pick<ReceivedMail, 'answers'>, clues: MailClues): Matched {
  const found = (customerId: string, by: MailMatch['by']): Matched => ({
    kind: 'matched',
    customerId,
    match: { by, isUnknownSender: !clues.bySender.includes(customerId) },
  });
  for (const id of mail.answers) {
    const letter = clues.letters.find(({ messageId }) => messageId === id);
    if (letter) return found(letter.customerId, 'answer');
  }
  const byNumber = new Set(clues.byNumber);
  if (byNumber.size === 1) return found([...byNumber][0] ?? '', 'number');
  const bySender = new Set(clues.bySender);
  if (bySender.size === 1) return found([...bySender][0] ?? '', 'sender');
  return { kind: 'unmatched' };
}

/** More than these are a list, not a mention. */
const MOST_NUMBERS = 8;

/** Pieces of a subject that may be an invoice's number: with a figure in them, and longer than a day or a count. */
export function numbersIn(subject: string): string[] {
  const pieces = subject.match(/[\p{L}\p{N}][\p{L}\p{N}/_.#-]{2,39}/gu) ?? [];
  const tidy = pieces.map((piece) => piece.replace(/[.#/_-]+$/u, '')).filter((piece) => /\p{N}/u.test(piece));
  return [...new Set(tidy.filter((piece) => piece.length >= 3))].slice(0, MOST_NUMBERS);
}
