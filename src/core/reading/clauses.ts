// Cuts a marked reply into clauses, one thing said each, and lends a clause what a bare neighbour holds ("…, by Friday").
import { type Cue, cuesIn } from './cues.ts';
import type { MarkedText, MarkValues } from './marks.ts';

export type Clause = {
  readonly text: string;
  readonly cues: readonly Cue[];
  readonly isQuestion: boolean;
  /** Neighbours that say nothing of their own, whose figures and days belong here. */
  readonly lent: readonly string[];
  /** What the reply goes on to say. */
  readonly after: string;
};

/** "All but INV-1055" is one thought. */
const HARD =
  /([.!?;]+(?=\s|$)|\n+|\s[-–—]+\s|\s(?:(?!(?<=⟨a\d+⟩ )but (?:not )?⟨i\d+⟩(?: on| by)?(?: ⟨d|$))but|however|though|although|yet|pero|mais|aber|jedoch)\s|,\s*(?:but|so|then|pero|mais|aber)\s)/giu;
const SOFT = /,(?=\s|⟨|$)|:(?=\s|⟨|$)|[()"]|\s(?:and|&|plus|then|y|et|und|sowie|then)\s/giu;
/** Words that carry no meaning beside a figure or a day. */
const FILLER =
  /(?<![\p{L}])(?:on|by|the|for|of|in|at|a|an|to|then|also|plus|and|or|more|another|next|now|before|due|around|about|approx|latest|usd|el|la|los|para|de|del|le|les|du|au|à|pour|vor|am|bis|zum|der|die|den|das|von|im|dem|ok|so|yes|well|hi|update|invoices?|e-?mail|el|antes|spätestens|another|again)(?![\p{L}])|[^\p{L}\p{N}⟨⟩]|⟨[a-z]\d+⟩/giu;
/** A day in such words is that of the talk, not of a payment. */
const TALK =
  /(?<![\p{L}])(?:spoke|spoken|talked|called|rang|phoned|met|meeting|chat(?:ted)?|call|e-?mailed|heard|texted|wrote|hablé|parlé|gesprochen|telefoniert|angerufen)(?![\p{L}])/iu;

type Piece = { text: string; isQuestion: boolean; isHard: boolean; cues: readonly Cue[] };

export function clausesOf(marked: MarkedText): Clause[] {
  const pieces = piecesOf(marked.text);
  const owner = pieces.map((piece, index) => ownerOf(pieces, piece, index));
  return pieces.flatMap((piece, index) => {
    if (owner[index] !== index) return [];
    const lent = pieces.flatMap((other, at) =>
      at !== index && owner[at] === index && !TALK.test(other.text) ? [other.text] : [],
    );
    const after = pieces
      .slice(index + 1)
      .map(({ text }) => text.trim())
      .join(', ');
    return [{ text: piece.text.trim(), cues: piece.cues, isQuestion: piece.isQuestion, lent, after }];
  });
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const parts = text.split(HARD);
  for (let index = 0; index < parts.length; index += 2) {
    const isQuestion = (parts[index + 1] ?? '').includes('?');
    for (const [order, soft] of (parts[index] ?? '').split(SOFT).entries()) {
      if (soft.trim() === '') continue;
      pieces.push({ text: soft, isQuestion, isHard: order === 0 && index > 0, cues: cuesIn(soft.trim()) });
    }
  }
  return pieces.map((piece, at) => ({ ...piece, cues: cuesBeside(piece, pieces[at - 1], pieces[at + 1]) }));
}

const INVOICE_WITH_DAY = /^\s*⟨i\d+⟩ (?:on |by |for |am |bis |le |el |the )*⟨d\d+⟩\s*$/iu;

/** "Will pay INV-1047 on Friday and INV-1055 on 10 December": the second has its own day, and the verb of the first. */
function cuesBeside(piece: Piece, before: Piece | undefined, after: Piece | undefined): readonly Cue[] {
  if (piece.cues.length > 0 || !INVOICE_WITH_DAY.test(piece.text)) return piece.cues;
  const family = before?.cues[0]?.family;
  if (before && (family === 'promise' || family === 'claims_paid') && /⟨d/.test(before.text))
    return before.cues;
  const isListed = [before, after].some(
    (one) => one && one.cues.length === 0 && (isSumWithDay(one.text) || INVOICE_WITH_DAY.test(one.text)),
  );
  return isListed ? [{ family: 'promise', isNegated: false, at: 0 }] : [];
}

/** The piece that another belongs to: itself when it says something, else the one before it, else the one after. */
function ownerOf(pieces: readonly Piece[], piece: Piece, index: number): number {
  if (piece.cues.length > 0 || isSumWithDay(piece.text)) return index;
  const speaks = (at: number) => (pieces[at]?.cues.length ?? 0) > 0 || isSumWithDay(pieces[at]?.text ?? '');
  const isBare = isBareFigures(piece.text);
  for (let at = index - 1; at >= 0 && (isBare || !pieces[at + 1]?.isHard); at -= 1) if (speaks(at)) return at;
  for (let at = index + 1; at < pieces.length && (isBare || !pieces[at]?.isHard); at += 1)
    if (speaks(at)) return at;
  return index;
}

/** "500 on Friday", "the rest next Monday": a promise without its verb. */
export function isSumWithDay(text: string): boolean {
  return (
    /⟨a\d+⟩/.test(text) &&
    /⟨d\d+⟩/.test(text) &&
    otherWords(text) <= 2 &&
    !/(?<!\p{L})(?:free|gratis|gratuit|kostenlos|umsonst)(?!\p{L})/iu.test(text)
  );
}

export function isBareFigures(text: string): boolean {
  return /⟨/.test(text) && otherWords(text) === 0;
}

function otherWords(text: string): number {
  return text.replace(FILLER, ' ').split(/\s+/).filter(Boolean).length;
}

/** A clause's own figures; where it has none, those of its bare neighbours. */
export function valuesOf<K extends keyof MarkValues>(
  marked: MarkedText,
  clause: Clause,
  name: K,
): MarkValues[K][] {
  const own = marked.values(name, clause.text);
  if (own.length > 0 && name !== 'i') return own;
  const bare = clause.lent.filter((text) => name !== 'i' || own.length === 0 || isBareFigures(text));
  return [...bare.flatMap((text) => marked.values(name, text)), ...own];
}
