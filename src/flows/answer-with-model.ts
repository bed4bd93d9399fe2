// Asks a model that looks things up with our tools. What it answers holds our figures; what it wishes for becomes proposals.
import { type Answer, answerOf } from '../core/asking/answer.ts';
import { mayWish } from '../core/asking/wishes.ts';
import type { Assistant, AssistantTask } from '../ports/model.ts';
import { aboutOf } from './answer-about-customer.ts';
import type { Asked, Asking } from './asking.ts';
import { assistantTools, type Touched } from './assistant-tools.ts';

/** Who waits for the answer: sees what is being looked at, and may want it stopped. */
export type Watch = {
  readonly signal: AbortSignal | null;
  /** A model is asked now, which takes a while. */
  readonly onAsk: () => void;
  readonly onTask: (task: AssistantTask) => void;
  /** Looked up only where a model is asked: it may lean on what was asked before in any words. */
  readonly askedBefore: (() => Promise<readonly string[]>) | null;
};

export const NOBODY_WATCHES: Watch = { signal: null, onAsk: () => {}, onTask: () => {}, askedBefore: null };

type Attempt =
  | { readonly kind: 'answered'; readonly answer: Answer }
  | { readonly kind: 'gave_up'; readonly because: string }
  | { readonly kind: 'stopped' };

export async function answerWithModel(
  asking: Omit<Asking, 'question'>,
  assistant: Assistant,
  about: {
    readonly asked: Asked;
    readonly names: readonly { readonly id: string; readonly name: string }[];
    readonly watch: Watch;
  },
): Promise<Attempt> {
  const { asked, names, watch } = about;
  const { asOf, nameOf } = asking;
  watch.onAsk();
  const touched: Touched = { customerIds: [], offers: [] };
  const conversed = await assistant.converse({
    question: asked.text,
    earlier: (await watch.askedBefore?.()) ?? asked.earlier,
    about: asked.customerId === null ? null : nameOf(asked.customerId),
    today: asOf.today,
    locale: asOf.locale,
    customerNames: names.map(({ name }) => name),
    tools: assistantTools({ asking, names, touched }, mayWish(asked.text)),
    signal: watch.signal,
    onTask: watch.onTask,
  });
  if (conversed.kind !== 'answered') return conversed;
  const { sentences, lines } = conversed;
  const ids = [...new Set(touched.customerIds)];
  const [only] = ids;
  const one = only !== undefined && ids.length === 1 ? await aboutOf(asking, only) : null;
  // A line is about a customer where it names one, so that the buttons under the answer open them.
  const ofLine = (text: string) => ids.find((id) => text.includes(nameOf(id))) ?? null;
  const answer = answerOf(
    null,
    { sentences, lines: lines.map((text) => ({ text, customerId: ofLine(text) })) },
    { about: one, asOf, nameOf },
  );
  return { kind: 'answered', answer: { ...answer, by: 'model', offers: touched.offers } };
}
