// Lets a model write the words, holds them against the guard, asks once more with the findings, and then gives up.
import type { DraftFacts } from '../core/facts.ts';
import { checkLetter } from '../core/guard/check-letter.ts';
import { checkWords } from '../core/guard/check-words.ts';
import type { Finding } from '../core/guard/finding.ts';
import { chooseTemplate } from '../core/letter/choose-template.ts';
import { fillLetter } from '../core/letter/fill-letter.ts';
import type { Prompt } from '../core/letter/prompt.ts';
import { OutsideError } from '../core/outside-error.ts';
import { briefFor } from './model-brief.ts';
import type { AskModel, ModelAnswer, Turn } from './model-client.ts';
import { instructionsFor } from './prompt-files.ts';
import type { WishedLetter, Written } from './template-writer.ts';

/** The first answer, and one more with the findings told. */
const MAX_ANSWERS = 2;

export type ModelAttempt =
  | { readonly kind: 'written'; readonly written: Written }
  | { readonly kind: 'gave_up'; readonly because: string };

export async function writeWithModel(
  ask: AskModel,
  modelName: string,
  prompts: readonly Prompt[],
  facts: DraftFacts,
  wished: WishedLetter,
): Promise<ModelAttempt> {
  const system = instructionsFor(prompts, 'model/letter');
  const example = chooseTemplate(prompts, facts, 'none')?.words ?? null;
  const turns: Turn[] = [
    { role: 'system', content: system.text },
    { role: 'user', content: briefFor(facts, example, wished) },
  ];
  let because = 'The model gave no usable letter';
  for (let answers = 0; answers < MAX_ANSWERS; answers += 1) {
    let answer: ModelAnswer;
    try {
      answer = await ask(turns);
    } catch (error) {
      if (!(error instanceof OutsideError)) throw error;
      because = error.message;
      if (!error.retryable) break;
      continue;
    }
    const judged = judge(answer, facts);
    if (judged.kind === 'good') {
      return {
        kind: 'written',
        written: {
          letter: judged.letter,
          findings: [],
          authorship: {
            kind: 'model',
            promptId: system.id,
            promptVersion: system.version,
            promptHash: system.hash,
            model: modelName,
            note: null,
            words: answer.kind === 'words' ? answer.words : null,
          },
        },
      };
    }
    because =
      answer.kind === 'unusable'
        ? 'The model gave no usable letter'
        : 'What the model wrote did not pass our checks';
    turns.push(
      { role: 'assistant', content: answer.text.slice(0, 4000) },
      {
        role: 'user',
        content: `That cannot be used. ${judged.complaints.join(' ')} Write it again, as JSON with subject and body.`,
      },
    );
  }
  return { kind: 'gave_up', because };
}

type Judged =
  | { readonly kind: 'good'; readonly letter: Written['letter'] }
  | { readonly kind: 'bad'; readonly complaints: readonly string[] };

function judge(answer: ModelAnswer, facts: DraftFacts): Judged {
  if (answer.kind === 'unusable') return { kind: 'bad', complaints: [answer.why] };
  const ofWords = checkWords(answer.words);
  if (ofWords.length > 0) return { kind: 'bad', complaints: ofWords.map(complaint) };
  const { letter, problems } = fillLetter(answer.words, facts);
  // The findings of the filled letter quote its figures, so only their reasons go back to the model.
  const ofLetter = checkLetter(letter, facts);
  if (problems.length === 0 && ofLetter.length === 0) return { kind: 'good', letter };
  const reasons = ofLetter.map(({ code, severity }) => `Our check says ${severity}: ${code}.`);
  return { kind: 'bad', complaints: [...new Set([...problems, ...reasons])] };
}

function complaint({ why, mend, span }: Finding): string {
  return `${why}${span ? ` ("${span.text.slice(0, 60)}")` : ''} ${mend}`;
}
