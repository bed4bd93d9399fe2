// Reads replies: by our own grammar always, and with a model beside it where one is set up. The model is never believed alone.
import { isOrder } from '../core/reading/chatter.ts';
import { normalise } from '../core/reading/normalise.ts';
import { readReply } from '../core/reading/read-reply.ts';
import type { Reader } from '../ports.ts';
import type { ModelSettings } from './model-client.ts';
import { loadPrompts } from './prompt-files.ts';
import { checkAgainstReply } from './reader-check.ts';
import { makeAskAboutReply } from './reader-model.ts';
import { marker } from './reader-said.ts';
import { weighReadings } from './reader-weigh.ts';

/** The prompt's id in prompts/read-reply.md. */
const PROMPT_ID = 'read-reply';

export function makeReader({ model }: { readonly model: ModelSettings | null }): Reader {
  const ask = model ? makeAskAboutReply(model, instructions()) : null;
  return {
    read: async (reply, context) => {
      const grammar = readReply(reply, context);
      const { text } = normalise(reply);
      // Words that order a program about are kept as a note; a model has nothing to add, and might obey them.
      if (!ask || !/[\p{L}\p{N}]/u.test(text) || isOrder(text, marker(text, context)(text).text))
        return grammar;
      const answer = await ask(text, context);
      if (answer === null) return grammar;
      const checked = checkAgainstReply(answer.items, reply, context);
      return weighReadings(grammar, checked, answer.via, text, context);
    },
  };
}

/** Null where the file is missing or broken; the start has told of a broken one. */
async function instructions(): Promise<string | null> {
  const prompts = await loadPrompts().catch(() => []);
  return prompts.find(({ id }) => id === PROMPT_ID)?.text ?? null;
}
