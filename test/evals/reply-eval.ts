// Reads the replies of the reading tests with a real model beside the grammar, and counts how often that is right.
import type { Prompt } from '../../src/core/letter/prompt.ts';
import { readReply } from '../../src/core/reading/read-reply.ts';
import { makeReader } from '../../src/outside/reader.ts';
import { contextFor, type Mark, mark, type ReplyCase } from '../core/reading/replies/meaning.ts';
import type { OpenModel } from './letter-eval.ts';

export type ReplyScore = {
  readonly reply: string;
  readonly grammar: Mark;
  readonly withModel: Mark;
  readonly tokens: number;
  readonly millis: number;
  /** The model was not asked, or gave nothing that could be used. */
  readonly byGrammarAlone: boolean;
};

export async function scoreReply(
  [language, reply, meaning]: ReplyCase,
  prompts: readonly Prompt[],
  open: OpenModel,
): Promise<ReplyScore> {
  const { model, usage } = open();
  let answers = 0;
  const counting: typeof model = {
    ...model,
    ask: async (question) => {
      const answer = await model.ask(question);
      if (answer.kind === 'given') answers += 1;
      return answer;
    },
  };
  const context = contextFor(language);
  const reading = await makeReader({ model: counting, prompts }).read(reply, context);
  const { tokens, millis } = await usage();
  return {
    reply,
    grammar: mark(readReply(reply, context), meaning),
    withModel: mark(reading, meaning),
    tokens,
    millis,
    byGrammarAlone: answers === 0,
  };
}
