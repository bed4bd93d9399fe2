// While a model works: a status, what it is looking at, a stop that stops, and then the answer, streamed where Slack
// takes a stream and posted like any other where it does not. A model's words come here only when they have been checked.
import type { AnyBlock, AnyChunk } from '@slack/types';
import type { Answer } from '../core/asking/answer.ts';
import type { Watch } from '../flows/answer-with-model.ts';
import type { AssistantTask } from '../ports/model.ts';
import type { Heard } from './heard.ts';
import type { Room } from './listen.ts';
import { slackProblem } from './outbox.ts';
import { answerPieces, answerTail, type FeedbackValue } from './views/answer.ts';
import { withoutNewBlocks } from './views/fallback.ts';

const STATUS = 'is looking at the ledger…';
const LOADING = ['Looking at the ledger…', 'Counting invoices…', 'Checking every figure…'];
const STATES = { working: 'in_progress', done: 'complete', failed: 'error' } as const;

/** What is being worked on: whoever stops it finds it here. */
const working = new Set<LiveAnswer>();

/** True where something was being worked on for that person there. `threadTs` null: anywhere in the conversation. */
export function stopWorking(at: { channel: string; threadTs: string | null; user: string | null }): boolean {
  let stopped = false;
  for (const live of working) {
    const isMeant = live.channel === at.channel && (at.threadTs === null || live.threadTs === at.threadTs);
    if (!isMeant || (at.user !== null && live.user !== at.user)) continue;
    live.stop();
    stopped = true;
  }
  return stopped;
}

export class LiveAnswer {
  readonly channel: string;
  readonly user: string;
  /** The message that a stream hangs on: the question, or the thread that it stands in. */
  readonly threadTs: string;
  readonly #room: Room;
  readonly #team: string;
  /** Others there may see that and what we work on. */
  readonly #isShown: boolean;
  readonly #abort = new AbortController();
  #isOn = false;
  #stream: string | null = null;
  /** One call after the other, so that what is shown comes in order. */
  #line: Promise<unknown> = Promise.resolve();

  constructor(
    room: Room,
    { channel, user, ts, threadTs }: Heard,
    { team, isShown }: { readonly team: string; readonly isShown: boolean },
  ) {
    this.#room = room;
    this.channel = channel;
    this.user = user;
    this.threadTs = threadTs ?? ts;
    this.#team = team;
    this.#isShown = isShown;
  }

  /** A model was asked, so that something was shown of it. */
  get isOn(): boolean {
    return this.#isOn;
  }

  watch(askedBefore: Watch['askedBefore']): Watch {
    return {
      signal: this.#abort.signal,
      onAsk: () => this.#begin(),
      onTask: (task) => this.#show(task),
      askedBefore,
    };
  }

  stop(): void {
    this.#abort.abort();
  }

  /** False: no model was asked, or Slack takes no stream, so the answer is to be posted. */
  async finish(answer: Answer, value: FeedbackValue): Promise<boolean> {
    working.delete(this);
    if (!this.#isOn) return false;
    await this.#line;
    const shown = this.#stream !== null && (await this.#end(this.#stream, answer, value));
    await this.#setStatus('active', '');
    return shown;
  }

  /** After a failure: nothing is left that looks as if it were still going on. */
  async giveUp(): Promise<void> {
    working.delete(this);
    if (!this.#isOn) return;
    await this.#line;
    const { channel } = this;
    if (this.#stream)
      await this.#try(() => this.#room.client.chat.stopStream({ channel, ts: this.#stream ?? '' }));
    await this.#setStatus('active', '');
  }

  #begin(): void {
    working.add(this);
    if (!this.#isShown) return;
    this.#isOn = true;
    this.#next(() => this.#setStatus('processing', STATUS));
  }

  #show({ id, title, state }: AssistantTask): void {
    if (!this.#isShown) return;
    const chunks: AnyChunk[] = [{ type: 'task_update', id, title, status: STATES[state] }];
    this.#next(async () => {
      if (this.#stream !== null) {
        await this.#room.client.chat.appendStream({ channel: this.channel, ts: this.#stream, chunks });
        return;
      }
      if (state !== 'working') return;
      const { ts } = await this.#room.client.chat.startStream({
        channel: this.channel,
        thread_ts: this.threadTs,
        recipient_user_id: this.user,
        recipient_team_id: this.#team,
        task_display_mode: 'timeline',
        chunks,
      });
      this.#stream = ts ?? null;
    });
  }

  #next(call: () => Promise<unknown>): void {
    this.#line = this.#line.then(() => this.#try(call));
  }

  /** What only shows that we work may fail: the answer itself is posted in any case. */
  async #try(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      return true;
    } catch (error) {
      this.#room.log.warn({ error: slackProblem(error).code }, 'Slack did not take a sign that we work');
      return false;
    }
  }

  /** The session has Slack's own stop button; the status says in words what goes on. */
  async #setStatus(session: 'processing' | 'active', status: string): Promise<void> {
    const { client } = this.#room;
    const at = { channel_id: this.channel, thread_ts: this.threadTs };
    await this.#try(() =>
      client.agents.sessions.setStatus({ ...at, status: session, initiator_user_id: this.user }),
    );
    await this.#try(() =>
      client.assistant.threads.setStatus({ ...at, status, ...(status ? { loading_messages: LOADING } : {}) }),
    );
  }

  /** False where Slack has stopped the stream itself, or takes no more of it. */
  async #end(ts: string, answer: Answer, value: FeedbackValue): Promise<boolean> {
    const { channel } = this;
    const { chat } = this.#room.client;
    const pieces = answerPieces(answer);
    const [first = ' ', ...rest] = pieces;
    const append = (markdown_text: string) => () => chat.appendStream({ channel, ts, markdown_text });
    const stop = (blocks: readonly AnyBlock[]) => () =>
      chat.stopStream({ channel, ts, blocks: [...blocks], session_status: 'active' });
    if (!(await this.#try(append(first)))) return false;
    for (const piece of rest) if (!(await this.#try(append(piece)))) return false;
    const tail = answer.kind === 'stopped' ? [] : answerTail(answer, value);
    return (
      (await this.#try(stop(tail))) ||
      // A block that the workspace rejects: the same words in plain ones.
      (await this.#try(stop(withoutNewBlocks(tail))))
    );
  }
}
