// The shapes of what people do in Slack, turned into one plain form for the listeners: who, where, with what.
import type {
  App,
  BlockAction,
  SlackActionMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt';
import type { KnownBlock, ModalView } from '@slack/types';
import type { Ports } from '../ports/ports.ts';
import { type Answer, type Place, type Room, run, runForMember, tell } from './listen.ts';
import type { Words } from './outbox.ts';
import { answerBy } from './respond.ts';
import { STALE_CLICK } from './views/errors.ts';
import type { Parsed, StateValues } from './views/read-inputs.ts';

/** A click, or a choice in a menu. */
export type Click = {
  readonly place: Place;
  /** The button's value, or the chosen option's. */
  readonly value: string | null;
  readonly actionId: string;
  readonly triggerId: string;
  /** The message that carries the element, and null in a modal or on the Home tab. */
  readonly message: { readonly channel: string; readonly ts: string } | null;
  /** What that message shows; none of a message for one person's eyes, which Slack does not keep. */
  readonly blocks: readonly unknown[];
  /** What stands in that message's own fields. */
  readonly values: StateValues;
  readonly view: {
    readonly id: string;
    readonly isModal: boolean; // not the Home tab
    readonly hash: string;
    readonly privateMetadata: string;
    readonly values: unknown;
    readonly blocks: readonly unknown[];
  } | null;
  /** Puts other words in the place of the message that was clicked, as when its table is paged. */
  readonly replace: (words: Words) => Promise<void>;
};

export type Submission = {
  readonly place: Place;
  readonly values: StateValues;
  readonly privateMetadata: string;
  readonly view: { readonly id: string; readonly hash: string; readonly blocks: readonly unknown[] };
};

export function onClick(
  app: App,
  room: Room,
  actionId: string | RegExp,
  work: (ports: Ports, click: Click) => Promise<Answer>,
): void {
  app.action<BlockAction>(actionId, async (args) => {
    await args.ack();
    const click = clickOf(args);
    await runForMember(room, click.place, click.actionId, (ports) => work(ports, click));
  });
}

function clickOf({ body, action, respond }: SlackActionMiddlewareArgs<BlockAction>): Click {
  const element = action as unknown as {
    action_id: string;
    value?: string;
    selected_option?: { value?: string } | null;
  };
  const message = body.message as { ts?: string; thread_ts?: string; blocks?: unknown[] } | undefined;
  const container = body.container as { message_ts?: string; thread_ts?: string };
  const channel = body.channel?.id ?? null;
  const ts = message?.ts ?? container.message_ts;
  return {
    place: {
      team: body.team?.id ?? body.user.team_id ?? '',
      user: body.user.id,
      channel,
      threadTs: threadOf(ts, message?.thread_ts ?? container.thread_ts),
    },
    value: element.value ?? element.selected_option?.value ?? null,
    actionId: element.action_id,
    triggerId: body.trigger_id,
    message: channel && ts ? { channel, ts } : null,
    blocks: message?.blocks ?? [],
    values: (body.view ? {} : (body.state?.values ?? {})) as unknown as StateValues,
    view: body.view
      ? {
          id: body.view.id,
          isModal: body.view.type === 'modal',
          hash: body.view.hash,
          privateMetadata: body.view.private_metadata,
          values: body.view.state.values,
          blocks: body.view.blocks,
        }
      : null,
    replace: (words) => answerBy(respond, words, { replace: true }),
  };
}

/** The thread in which a message is a reply. Slack gives the message that a thread hangs on its own ts as thread_ts. */
export function threadOf(ts: string | undefined, threadTs: string | undefined): string | null {
  return threadTs === undefined || threadTs === ts ? null : threadTs;
}

/**
 * A submitted modal: its values are read, Slack gets field errors or a closed modal at once, then the work starts.
 * `parse` may look up what the values are about (a customer's invoices), which takes milliseconds, and changes nothing.
 */
export function onSubmit<T>(
  app: App,
  room: Room,
  callbackId: string,
  parse: (values: StateValues, ports: Ports, submission: Submission) => Parsed<T> | Promise<Parsed<T> | null>,
  work: (ports: Ports, input: T, submission: Submission) => Promise<Answer>,
  next: Next<T> = () => null,
): void {
  app.view<ViewSubmitAction>(
    callbackId,
    async ({ ack, body, view }: SlackViewMiddlewareArgs<ViewSubmitAction>) => {
      const submission: Submission = {
        place: {
          team: body.team?.id ?? body.user.team_id ?? '',
          user: body.user.id,
          channel: null,
          threadTs: null,
        },
        values: view.state.values as unknown as StateValues,
        privateMetadata: view.private_metadata,
        view: { id: view.id, hash: view.hash, blocks: view.blocks },
      };
      let parsed: Parsed<T> | null = null;
      await run(room, submission.place, callbackId, async (ports) => {
        parsed = await parse(submission.values, ports, submission);
        return parsed ? undefined : STALE;
      });
      await answerForm(room, { callbackId, submission, parsed, ack, work, next });
    },
  );
}

/** What takes the form's place at once: another view, or nothing where every form is closed; null: this one closes. */
type Next<T> = (input: T) => ModalView | 'clear' | null;

type FormAnswer =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ModalView }
  | { response_action: 'clear' };

type Form<T> = {
  readonly callbackId: string;
  readonly submission: Submission;
  readonly parsed: Parsed<T> | null;
  readonly ack: (response?: FormAnswer) => Promise<void>;
  readonly next: Next<T>;
  readonly work: (ports: Ports, input: T, submission: Submission) => Promise<Answer>;
};

async function answerForm<T>(
  room: Room,
  { callbackId, submission, parsed, ack, work, next }: Form<T>,
): Promise<void> {
  if (parsed?.kind === 'errors') {
    await ack({ response_action: 'errors', errors: { ...parsed.errors } });
    return;
  }
  const after = parsed ? next(parsed.value) : null;
  if (after === null) await ack();
  else if (after === 'clear') await ack({ response_action: 'clear' });
  else await ack({ response_action: 'update', view: after });
  if (parsed)
    await runForMember(room, submission.place, callbackId, (ports) => work(ports, parsed.value, submission));
}

export const STALE: Answer = { kind: 'refused', because: STALE_CLICK };

export async function openModal(room: Room, triggerId: string, view: ModalView): Promise<void> {
  await room.client.views.open({ trigger_id: triggerId, view });
}

/** A form from wherever the click was: above the form that is open, or as the first one. */
export async function showModal(room: Room, { triggerId, view }: Click, form: ModalView): Promise<void> {
  if (view?.isModal) await room.client.views.push({ trigger_id: triggerId, view: form });
  else await openModal(room, triggerId, form);
}

export async function showAlone(
  room: Room,
  place: Place,
  said: { text: string; blocks: readonly unknown[] },
): Promise<void> {
  await tell(room, place, said.text, said.blocks as KnownBlock[]);
}
