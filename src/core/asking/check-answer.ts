// Holds a model's answer against what the tools found: no figure, day or name outside a slot, and no deed that was not done.
import { nameWords } from '../find-customer.ts';
import { type Slots, slotsIn, withoutSlots } from './result-slots.ts';

export type AnswerBounds = {
  readonly slots: Slots;
  /** All that the tools said, for what is claimed not to be there. */
  readonly told: string;
  /** What the person typed, now and before: these words may be repeated. */
  readonly asked: string;
  readonly names: readonly string[];
};

const COUNTS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|dozens?|half|twice|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|hundert|tausend|deux|trois|quatre|cinq|sept|huit|neuf|dix|cent|mille|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|cien|mil';
const DAYS =
  'january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|tomorrow|januar|februar|märz|juni|juli|oktober|dezember|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|enero|febrero|marzo|abril|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|lunes|martes|miércoles|jueves|viernes|sábado|domingo';

const whole = (words: string, flags = 'giu') =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, flags);

/** Sentences that go back to the model; none: it may be shown. */
export function checkAnswer(words: string, bounds: AnswerBounds): string[] {
  const { slots, asked, names, told } = bounds;
  const bare = withoutSlots(words);
  const known = asked.toLowerCase();
  const isAsked = (word: string) => whole(word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).test(known);
  const findings: string[] = [];
  const find = (pattern: RegExp, say: (word: string) => string) => {
    for (const [word] of bare.matchAll(pattern)) if (!isAsked(word)) findings.push(say(word));
  };
  for (const slot of slotsIn(words))
    if (!slots.has(slot)) findings.push(`There is no slot {{${slot}}}: use those of the results.`);
  if (/[{}⟦⟧]/.test(bare)) findings.push('A slot is broken: write it as {{r1.2}}.');
  find(/[\p{L}]{0,6}-?\d[\d.,:%/-]*/gu, (word) => `“${word}” stands outside a slot.`);
  find(/[$£€¥]/gu, (word) => `A sum, “${word}”, stands outside a slot.`);
  find(whole(COUNTS), (word) => `The figure “${word}” stands outside a slot.`);
  find(whole(DAYS), (word) => `The day “${word}” stands outside a slot.`);
  find(
    /\b(?:https?:|www\.)\S*|\S+@\S+\.\S+/giu,
    () => 'A link or an address stands in the answer: leave it out.',
  );
  for (const name of namesIn(bare, names))
    if (!isAsked(name)) findings.push(`The name “${name}” stands outside a slot.`);
  for (const claim of bare.matchAll(DONE))
    findings.push(`“${claim[0]}” says that something was done: nothing was, only proposed.`);
  if (ABOUT_BOOKS.test(bare) && told === '') findings.push('Look it up with a tool before you state it.');
  const nothing = NOTHING.exec(bare);
  if (nothing && !/(?<!\p{L})(?:nothing|paid in full|no open invoice)(?!\p{L})/iu.test(told) && told !== '')
    findings.push(`“${nothing[0]}” is in no result.`);
  return [...new Set(findings)].slice(0, MOST_FINDINGS);
}

/** More than these help nobody to write it better. */
const MOST_FINDINGS = 8;

const DONE =
  /(?<!\p{L})(?:I(?:['’]ve| have)? (?:now |just |already )*(?:sent|e-?mailed|written off|wrote off|snoozed|recorded|saved|changed|moved|deleted|approved|cancelled|paid|logged)|(?:has|have|was|were|is) (?:now |just |already )*(?:been )?(?:written off|sent off|approved by me))(?!\p{L})/giu;
const ABOUT_BOOKS = /(?<!\p{L})(?:owes?|owed|overdue|paid|promised?|disput\p{L}+|late|balance)(?!\p{L})/iu;
const NOTHING =
  /(?<!\p{L})(?:owes? (?:us )?nothing|nothing (?:is |was )?(?:overdue|open|owed|due|paid)|(?:paid|settled) in full)(?!\p{L})/iu;

/** Words that begin with a capital inside a sentence in any answer. */
const CAPITALS = new Set(
  'I Tightrope Slack Home Draft Snooze Undo Settings Approve Edit English German French Spanish Inc Ltd'.split(
    ' ',
  ),
);
const ENGLISH = /(?<!\p{L})(?:the|is|and|of|to|are|they|this|that)(?!\p{L})/iu;

/** Customers' names, by the first word that tells; in English also any other name, which must be somebody's. */
function namesIn(bare: string, names: readonly string[]): string[] {
  const firsts = new Set(
    names.flatMap((name) => nameWords(name).slice(0, 1)).filter((word) => word.length > 3),
  );
  const found: string[] = [];
  const words = [...bare.matchAll(/\p{Lu}[\p{L}\p{M}'’&-]+/gu)];
  for (const { 0: word, index } of words) {
    const isFirst = /(?:^|[.!?:]\s+|\n\s*(?:- )?|^- )$/u.test(bare.slice(Math.max(0, index - 4), index));
    const folded = nameWords(word)[0] ?? '';
    const after = bare.slice(index + word.length);
    if (firsts.has(folded) && !(isFirst && ENGLISH.test(word))) found.push(word);
    else if (CAPITALS.has(word) || !ENGLISH.test(bare)) continue;
    else if (!isFirst) found.push(word);
    else if (
      !PRONOUNS.test(word) &&
      /^(?: \p{Lu}\p{L}+)? (?:owes|owed|has|paid|pays|broke|promised|disputes)(?!\p{L})/u.test(after)
    )
      found.push(word);
  }
  return found;
}

const PRONOUNS =
  /^(?:They|It|This|That|These|Those|Nobody|Everybody|Everyone|Somebody|Someone|Nothing|He|She|We|You|There|Who|Which|What|Each|Both|Neither|None|All|One|Their|The|A|An|Our|Your)$/;
