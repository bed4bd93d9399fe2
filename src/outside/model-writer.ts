// Lets a model write the words, holds them against the guard, asks once more with the findings, and then gives up.
import { z } from 'zod';
import type { Letter } from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import { checkWords } from '../core/guard/check-words.ts';
import type { Finding } from '../core/guard/finding.ts';
import { chooseTemplate } from '../core/letter/choose-template.ts';
import { fillLetter } from '../core/letter/fill-letter.ts';
import { leftOutOf } from '../core/letter/must-hold.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import { OutsideError } from '../core/outside-error.ts';
import { briefFor } from './model-brief.ts';
import type { ModelAnswer, Turn } from './model-client.ts';
import { letterInstructions, type ModelStep } from './model-instructions.ts';
import type { WishedLetter, Written } from './template-writer.ts';
import { hide, type Names, otherCustomerIn } from './untrusted.ts';
import type { WorkspaceModel } from './workspace-model.ts';

/** The first answer, and one more with the findings told. */
const MAX_ANSWERS = 2;

/** A person has pressed Draft and waits: after this the house letter is better than none. */
const MODEL_TIMEOUT_MS = 20_000;

/** Five times a long letter. */
const MAX_ANSWER_TOKENS = 1500;

/** As much of a bad answer as the model needs to see to write it better. */
const MAX_RETURNED_CHARS = 4000;

const letterSchema = z.strictObject({
  subject: z.string().min(1).max(200),
  body: z.string().min(1).max(6000),
});

export type ModelAttempt =
  | { readonly kind: 'written'; readonly written: Written }
  /** `because`: the first half of a sentence. */
  | { readonly kind: 'gave_up'; readonly because: string };

export async function writeWithModel(
  model: WorkspaceModel,
  prompts: readonly Prompt[],
  step: ModelStep,
  facts: DraftFacts,
  wished: WishedLetter,
): Promise<ModelAttempt> {
  const instructions = letterInstructions(prompts, step);
  let because = 'The model gave no usable letter';
  try {
    const names: Names = { own: facts.customerName, others: await model.customerNames() };
    const turns: Turn[] = [
      { role: 'system', content: instructions.text },
      { role: 'user', content: brief(prompts, step, facts, wished, names) },
    ];
    for (let answers = 0; answers < MAX_ANSWERS; answers += 1) {
      const answer = await askFor(model, turns);
      if (answer.kind === 'failed') {
        because = answer.because;
        continue;
      }
      const judged = judge(answer, facts, names);
      if (judged.kind === 'good') {
        const { id, version, hash } = instructions;
        return {
          kind: 'written',
          written: {
            letter: judged.letter,
            findings: [],
            authorship: {
              kind: 'model',
              promptId: id,
              promptVersion: version,
              promptHash: hash,
              model: model.name,
              note: noteOn(wished, facts),
              words: judged.words,
            },
          },
        };
      }
      because = judged.because;
      turns.push(...askedAgain(answer.text, judged.complaints, names));
    }
  } catch (error) {
    if (!(error instanceof OutsideError)) throw error;
    because = error.message;
  }
  return { kind: 'gave_up', because };
}

/** Its own words go back to it, without the addresses that it made up or was talked into. */
function askedAgain(text: string, complaints: readonly string[], names: Names): Turn[] {
  const again = `That cannot be used. ${complaints.join(' ')} Write it again, as JSON with subject and body.`;
  return [
    { role: 'assistant', content: hide(text.slice(0, MAX_RETURNED_CHARS), names).text },
    { role: 'user', content: hide(again, names).text },
  ];
}

function brief(
  prompts: readonly Prompt[],
  step: ModelStep,
  facts: DraftFacts,
  wished: WishedLetter,
  names: Names,
): string {
  return briefFor({
    step,
    facts,
    example: chooseTemplate(prompts, facts, 'none')?.words ?? null,
    rewrite: wished?.rewrite ?? null,
    current: wished?.authorship?.words ?? null,
    names,
  });
}

/** A fault that may be over already is met with the same question once more. @throws OutsideError for any other. */
async function askFor(
  model: WorkspaceModel,
  turns: readonly Turn[],
): Promise<ModelAnswer<Letter> | { readonly kind: 'failed'; readonly because: string }> {
  try {
    return await model.ask({
      turns,
      format: { name: 'letter', schema: letterSchema },
      maxTokens: MAX_ANSWER_TOKENS,
      timeoutMs: MODEL_TIMEOUT_MS,
    });
  } catch (error) {
    if (!(error instanceof OutsideError) || !error.retryable) throw error;
    return { kind: 'failed', because: error.message };
  }
}

type Judged =
  | { readonly kind: 'good'; readonly letter: Letter; readonly words: Letter }
  | { readonly kind: 'bad'; readonly complaints: readonly string[]; readonly because: string };

const NOT_PASSED = 'What the model wrote did not pass our checks';

/** Two words with a point between them: in a letter no word stands so, whatever the ending is; "e.g." and "z.B." are shorter. */
const WEB_ADDRESS = /[\p{L}\p{N}-]{2,}\.\p{L}{2,}/u;

function judge(answer: ModelAnswer<Letter>, facts: DraftFacts, names: Names): Judged {
  if (answer.kind === 'unusable')
    return { kind: 'bad', complaints: [answer.why], because: 'The model gave no usable letter' };
  const words = answer.value;
  const ofWords = checkWords(words);
  const [first] = ofWords;
  if (first)
    return {
      kind: 'bad',
      complaints: ofWords.map(complaint),
      because: `${NOT_PASSED} (${short(first.why)})`,
    };
  const address = WEB_ADDRESS.exec(`${words.subject}\n${words.body}`);
  if (address) {
    const why = 'A web address stands outside a slot.';
    return {
      kind: 'bad',
      complaints: [why, 'Use {{how_to_pay}} or {{pay_link}}.'],
      because: `${NOT_PASSED} (${short(why)})`,
    };
  }
  // The words hold no name but in slots, so a customer's name in them is somebody else's, or made up.
  if (otherCustomerIn(`${words.subject}\n${words.body}`, names)) {
    const why = 'The letter names another customer.';
    return {
      kind: 'bad',
      complaints: [why, 'Speak of nobody else.'],
      because: `${NOT_PASSED} (${short(why)})`,
    };
  }
  const { letter, problems } = fillLetter(words, facts);
  const leftOut = leftOutOf(words, facts);
  // The findings of the filled letter quote its figures, so only their reasons go back to the model.
  const ofLetter = checkLetter(letter, facts);
  const [why = ofLetter[0]?.why] = problems;
  if (why === undefined && leftOut.length === 0) return { kind: 'good', letter, words };
  const reasons = ofLetter.map(({ code, severity }) => `Our check says ${severity}: ${code}.`);
  return {
    kind: 'bad',
    complaints: [...new Set([...problems, ...reasons, ...leftOut])],
    because:
      why === undefined
        ? 'What the model wrote left out a part that this letter must hold'
        : `${NOT_PASSED} (${short(why)})`,
  };
}

/** A sentence as part of another. */
function short(sentence: string): string {
  const [head = ''] = sentence;
  return head.toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}

function complaint({ why, mend, span }: Finding): string {
  return `${why}${span ? ` ("${span.text.slice(0, 60)}")` : ''} ${mend}`;
}

/** Offers and consequences as one colleague asks another for them, which the guard's phrases for letters do not know. */
const ASKED_FOR =
  /(?<!\p{L})(?:su(?:e|ing)|courts?|lawy\p{L}+|lawsuits?|legal\p{L}*|attorneys?|solicitors?|collect(?:ors?|ions?)|agency|bailiffs?|threat\p{L}*|fees?|interest|penalt\p{L}+|discounts?|waive\p{L}*|forgiv\p{L}+|instal\p{L}+|anwalt\p{L}*|gericht\p{L}*|inkasso\p{L}*|mahngeb\p{L}+|zinsen|rabatt\p{L}*|raten|droh\p{L}+|avocats?|tribunal|huissier|remises?|p[ée]nalit\p{L}+|menac\p{L}+|abogad\p{L}+|juzgados?|descuentos?|intereses|plazos|amenaz\p{L}+)(?!\p{L})/iu;

/** What an instruction asks of figures, offers and consequences is left out of the letter, and whoever asked is told so. */
function noteOn(wished: WishedLetter, facts: DraftFacts): string | null {
  if (wished?.rewrite.kind !== 'instruction') return null;
  const asked = { subject: '', body: wished.rewrite.instruction ?? '' };
  const isBeyond =
    ASKED_FOR.test(asked.body) ||
    [...checkWords(asked), ...checkLetter(asked, facts)].some(
      ({ span, severity }) => span !== null && severity === 'block',
    );
  return isBeyond
    ? 'Instructions change tone and content. Sums, dates, links, offers and consequences come from the ledger, the settings and your policy alone.'
    : null;
}
