// What the flows need of whoever writes, reads and converses: a model, or the house's own words and grammar.

import type { z } from 'zod';
import type { Day } from '../core/calendar.ts';
import type { Authorship, Letter } from '../core/draft.ts';
import type { DraftFacts } from '../core/facts.ts';
import type { Finding } from '../core/guard/finding.ts';
import type { Reading, ReadingContext } from '../core/reading/reading.ts';

export type RewriteWish = {
  readonly kind: 'softer' | 'firmer' | 'shorter' | 'instruction';
  readonly instruction: string | null;
};

/** Writes a letter's words. It never sees an address, bank details or another customer. */
export type Writer = {
  write(
    facts: DraftFacts,
    /** `authorship`: of the previous words, which a rewrite starts from where they are known with their slots. */
    wish: { rewrite: RewriteWish; previous: Letter; authorship?: Authorship } | null,
  ): Promise<{ letter: Letter; findings: Finding[]; authorship: Authorship }>;
};

/** What a tool found. `isOurs` false: customers' own words may stand in it, so no single figure of it is taken. */
export type ToolTold = {
  readonly sentences: readonly string[];
  readonly lines: readonly string[];
  readonly isOurs: boolean;
};

/** What a model may do in a conversation: look something up, or put a proposal before the person. */
export type AssistantTool = {
  readonly name: string;
  readonly says: string;
  /** For the person who waits, while it runs. */
  readonly task: string;
  readonly parameters: z.ZodType;
  /** `input` has passed `parameters`. */
  run(input: unknown): Promise<ToolTold>;
};

export type Conversation = {
  readonly question: string;
  /** What the same person asked before, oldest first. */
  readonly earlier: readonly string[];
  /** The customer whose case is being talked about. */
  readonly about: string | null;
  readonly today: Day;
  readonly locale: string;
  readonly customerNames: readonly string[];
  readonly tools: readonly AssistantTool[];
  /** Aborted when the person wants it stopped; null: nobody can. */
  readonly signal: AbortSignal | null;
  /** A tool begins or has ended. */
  readonly onTask: (task: AssistantTask) => void;
};

export type AssistantTask = {
  readonly id: string;
  readonly title: string;
  readonly state: 'working' | 'done' | 'failed';
};

export type Conversed =
  | { readonly kind: 'answered'; readonly sentences: readonly string[]; readonly lines: readonly string[] }
  /** `because`: the first half of a sentence. */
  | { readonly kind: 'gave_up'; readonly because: string }
  | { readonly kind: 'stopped' };

/** Answers with a model and tools. Every figure in its answer is a tool's. */
export type Assistant = { converse(conversation: Conversation): Promise<Conversed> };

/** Reads a reply. The grammar alone, or a model checked by the grammar. */
export type Reader = {
  read(text: string, context: ReadingContext): Promise<Reading>;
};
