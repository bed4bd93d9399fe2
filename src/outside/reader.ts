// Reads replies: by our own grammar always, and with a model beside it where one is set up. The model is never believed alone.
import type { Prompt } from '../core/letter/prompt.ts';
import { isOrder } from '../core/reading/chatter.ts';
import { normalise } from '../core/reading/normalise.ts';
import { readReply } from '../core/reading/read-reply.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Reader } from '../ports/model.ts';
import { replyInstructions } from './model-instructions.ts';
import { checkAgainstReply } from './reader-check.ts';
import { askAboutReply } from './reader-model.ts';
import { marker } from './reader-said.ts';
import { weighReadings } from './reader-weigh.ts';
import type { WorkspaceModel } from './workspace-model.ts';

export function makeReader(settings: { model: WorkspaceModel | null; prompts: readonly Prompt[] }): Reader {
  const { model, prompts } = settings;
  const instructions = model ? replyInstructions(prompts).text : '';
  return {
    read: async (reply, context) => {
      const grammar = readReply(reply, context);
      const { text } = normalise(reply);
      // Words that order a program about are kept as a note; a model has nothing to add, and might obey them. Nor does it
      // know what an agency has: what our own grammar reads of that stands.
      if (
        !model ||
        isOfAgency(grammar) ||
        !/[\p{L}\p{N}]/u.test(text) ||
        isOrder(text, marker(text, context)(text).text)
      )
        return grammar;
      const answer = await askAboutReply(model, instructions, text, context);
      if (answer === null) return grammar;
      const checked = checkAgainstReply(answer.items, reply, context);
      return weighReadings(grammar, checked, answer.via, text, context);
    },
  };
}

function isOfAgency(reading: Reading): boolean {
  if (reading.kind === 'chatter') return false;
  const offered = reading.problems.flatMap(({ choices }) => choices.flatMap(({ items }) => items));
  return [...reading.items, ...offered].some(({ outcome }) => outcome.kind === 'agency_report');
}
