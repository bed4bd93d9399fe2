// Who gave a promise, as a reply names them, and whether they may speak for the customer. Nobody named: nobody is told.
import type { Outcome, SaidBy } from '../outcome.ts';
import type { DraftItem } from './draft-item.ts';
import { words } from './marks.ts';
import type { ReadItem, Reading } from './reading.ts';
import {
  ACTS,
  ARTICLE,
  MAY_COMMIT,
  MAY_NOT_COMMIT,
  OURS,
  SAYS,
  SOMEBODY,
  SPOKE_WITH,
} from './speaker-words.ts';

/** `mayCommit` null: a name that nobody knows. It says nothing, and takes the word from whoever was named before. */
type Speaker = { readonly at: number; readonly words: string; readonly mayCommit: boolean | null };

const LONGEST_WORDS = 80;

/** @param contacts the names of those at the customer whom the ledger knows */
export function withSpeakers(
  drafts: readonly DraftItem[],
  text: string,
  contacts: readonly string[],
): DraftItem[] {
  const isPromised = (outcome: Outcome | null) => outcome?.kind === 'promise';
  if (
    !drafts.some(
      ({ outcome, choices }) => isPromised(outcome) || choices.some((one) => isPromised(one.outcome)),
    )
  )
    return [...drafts];
  const speakers = speakersIn(text, contacts);
  return drafts.map((draft) => {
    const saidBy = speakerOf(draft.quote, text, speakers);
    if (!saidBy) return draft;
    return {
      ...draft,
      outcome: draft.outcome && saidSo(draft.outcome, saidBy),
      choices: draft.choices.map((choice) => ({ ...choice, outcome: saidSo(choice.outcome, saidBy) })),
    };
  });
}

/** The promise with its speaker; null takes a speaker away. Of anything else who said it changes nothing. */
export function saidSo(outcome: Outcome, saidBy: SaidBy | null): Outcome {
  if (outcome.kind !== 'promise') return outcome;
  const { saidBy: _, ...promise } = outcome;
  return saidBy ? { ...promise, saidBy } : promise;
}

/** All promises of a reading by one person, whatever its words say: the sender of a mail. */
export function saidAllBy(reading: Reading, saidBy: SaidBy | null): Reading {
  if (reading.kind === 'chatter') return reading;
  const of = (items: readonly ReadItem[]) =>
    items.map((item) => ({ ...item, outcome: saidSo(item.outcome, saidBy) }));
  const problems = reading.problems.map((problem) => ({
    ...problem,
    choices: problem.choices.map((choice) => ({ ...choice, items: of(choice.items) })),
  }));
  return { ...reading, items: of(reading.items), problems };
}

/** Whoever is named in the promise itself, or else last before it, or else behind it in the same sentence. */
function speakerOf(quote: string, text: string, speakers: readonly Speaker[]): SaidBy | null {
  const start = Math.max(0, text.indexOf(quote.split(', ')[0] ?? quote));
  const end = start + quote.length;
  const sentence = /[.!?\n](?=\s|$)/u.exec(text.slice(end));
  const until = sentence ? end + sentence.index : text.length;
  const found =
    speakers.findLast(({ at }) => at >= start && at < end) ??
    speakers.findLast(({ at }) => at < start) ??
    speakers.find(({ at }) => at >= end && at <= until);
  return found && found.mayCommit !== null ? { words: found.words, mayCommit: found.mayCommit } : null;
}

/** A few words between, none of which begins another thought. */
const BETWEEN =
  "(?: (?!(?:but|and|or|that|who|if|because|so|while|about|re|regarding|is|was|are|were|dass|aber|und|wegen|über|que|qui|mais|et|pour|pero|y|sobre)(?!\\p{L}))[\\p{L}'-]+){0,3}?";
const IS_A =
  "(?:(?:she|he|they|it|that|this|contact|person|who|guy|woman|lady|man|girl)(?:'s|'re| is| was| are| were)|(?:sie|er|es) (?:ist|war)|(?:elle|il) est|c'est|es|era)(?: (?:only|just|actually|nur|sólo|solo|seulement|bloß))?";

/** How a text can tie its words to a person; `who` stands for the words for that person. */
const TIES: readonly ((who: string) => RegExp)[] = [
  (who) => words(`(?<who>${who})\\)?,?${BETWEEN},? (?:${SAYS})`, 'giu'),
  (who) => words(`(?:${SPOKE_WITH})${BETWEEN} \\(?(?<who>${who})`, 'giu'),
  (who) => words(`${IS_A} (?<who>${who})`, 'giu'),
  (who) => words(`(?:had|got) (?<who>${who}) on(?: the)? (?:phone|line)`, 'giu'),
  (who) => words(`mit (?<who>${who})(?: \\p{L}+){0,2} (?:gesprochen|telefoniert|geredet)`, 'giu'),
  (who) =>
    new RegExp(
      `(?:^|[.!?\\n] ?)(?:[\\p{L}'-]+ (?:from |in |at |of )?){0,2}(?<who>${who})(?: [\\p{L}'-]+)?: `,
      'giu',
    ),
];
const actsOf = (who: string) => words(`(?<who>${who})(?: (?:now|then|also|just))? (?:${ACTS})`, 'giu');

const role = (of: string) => `${ARTICLE}?(?:new )?(?:${of})(?![\\p{L}\\p{N}'])`;
/** "Somebody in accounts": the desk decides. Alone it is nobody whose word one could hold. */
const SOMEBODY_AT = `(?:${SOMEBODY}) (?:at|from|in|of|on|von|aus|bei|de|del|du) `;
const MAY_NOT = `(?:${SOMEBODY_AT})?${role(MAY_NOT_COMMIT)}|(?:${SOMEBODY})(?! (?:at|from|in|of|on|von|aus|bei|de|del|du) ${ARTICLE}?(?:${MAY_COMMIT}|${MAY_NOT_COMMIT})(?!\\p{L}))(?!\\p{L})`;
const MAY = `(?:${SOMEBODY_AT})?${role(MAY_COMMIT)}`;

const patternsOf = (who: string) => [...TIES.map((tie) => tie(who)), actsOf(who)];
const MAY_PATTERNS = patternsOf(MAY);
const MAY_NOT_PATTERNS = TIES.map((tie) => tie(MAY_NOT));

function speakersIn(text: string, contacts: readonly string[]): Speaker[] {
  const names = contacts.flatMap(namesOf).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const namePatterns = names.length > 0 ? patternsOf(names.join('|')) : [];
  const known = [
    ...namePatterns.flatMap((pattern) => tied(text, pattern, true)),
    ...MAY_PATTERNS.flatMap((pattern) => tied(text, pattern, true)),
    ...MAY_NOT_PATTERNS.flatMap((pattern) => tied(text, pattern, false)),
  ];
  const strangers = strangersIn(text).filter(
    (one) => !known.some(({ words: own }) => own.includes(one.words)),
  );
  return [...strangers, ...known].sort((a, b) => a.at - b.at);
}

/** "Dana Flores", and as colleagues call her. */
function namesOf(name: string): string[] {
  const parts = name.trim().split(/\s+/u);
  const last = parts.length > 1 ? (parts.at(-1) ?? '') : '';
  return [name.trim(), parts[0] ?? '', last].filter((one) => one.length > 1);
}

function tied(text: string, pattern: RegExp, mayCommit: boolean): Speaker[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const who = match.groups?.who ?? '';
    const at = match.index + match[0].indexOf(who);
    if (OURS.test(text.slice(0, at))) return [];
    return [{ at, mayCommit, words: named(text, at, who) }];
  });
}

const NAME = "\\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?";
const NAME_BEFORE = new RegExp(
  `(${NAME})(?:,| from| in| at| of| von| aus| de| du| del?| \\()\\s?(?:the |their )?$`,
  'u',
);
const NAME_AFTER = new RegExp(`^,? (${NAME})(?=[\\s,:;)])`, 'u');
/** Words with a capital that are no names. */
const NO_NAME =
  /^(?:I|He|She|They|We|You|It|Who|The|Their|This|That|And|But|Then|So|Also|Just|Spoke|Talked|Called|Call|Met|Heard|Today|Yesterday|Customer|Client|Company|Invoice|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December)(?:day|\b)/u;

/** "Maria from AP", "the receptionist", "their bookkeeper Maria": a name beside the role belongs to it. */
function named(text: string, at: number, who: string): string {
  const before = NAME_BEFORE.exec(text.slice(0, at));
  const after = NAME_AFTER.exec(text.slice(at + who.length))?.[1];
  const lead = before?.[1] && !NO_NAME.test(before[1]) ? text.slice(before.index, at) : '';
  const tail = lead === '' && after && !NO_NAME.test(after) ? ` ${after}` : '';
  const role =
    lead === '' ? who.replace(/^(?:The|Their|An?|Some|His|Her)(?= )/u, (one) => one.toLowerCase()) : who;
  return `${lead}${role}${tail}`.replace(/\s+/gu, ' ').replace('(', '').trim().slice(0, LONGEST_WORDS);
}

const STRANGERS = [
  new RegExp(`(?<![\\p{L}\\p{N}])(${NAME})(?: just| also)? (?:${SAYS}|called back)(?!\\p{L})`, 'gu'),
  new RegExp(`(?:[Ss]poke|[Ss]poken|[Tt]alked|[Cc]all|[Mm]et) (?:to|with) (${NAME})`, 'gu'),
];

function strangersIn(text: string): Speaker[] {
  return STRANGERS.flatMap((pattern) => [...text.matchAll(pattern)]).flatMap((match) => {
    const name = match[1] ?? '';
    const at = match.index + match[0].indexOf(name);
    const isRole = new RegExp(`^(?:${MAY}|${MAY_NOT})`, 'iu').test(name);
    return NO_NAME.test(name) || name.endsWith("'s") || isRole ? [] : [{ at, words: name, mayCommit: null }];
  });
}
