// What people do with "What I understood": confirm it, choose an answer, put it right, dismiss it, take it back.
import type { App } from '@slack/bolt';
import {
  confirmReading,
  correctReading,
  dismissReading,
  type Recorded,
  undoReading,
} from '../flows/record-outcome.ts';
import { type Settling, settleRewording } from '../flows/reword-reply.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import { type Click, onClick, onSubmit, openModal, STALE } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { outcomeContext } from './outcome-context.ts';
import { redrawLog } from './script-listeners.ts';
import { ACTIONS, CALLBACKS, decodeValue, READING_CHOOSE } from './views/action-ids.ts';
import { changeReadingModal, kindIn, parseChangeReading } from './views/outcome-modals.ts';
import type { StateValues } from './views/read-inputs.ts';

export function listenToReadings(app: App, room: Room): void {
  const onReading = (actionId: string, work: (ports: Ports, shown: Shown, click: Click) => Promise<Answer>) =>
    onClick(app, room, actionId, async (ports, click) => {
      const value = decodeValue('reading', click.value);
      return value ? work(ports, shownBy(value), click) : STALE;
    });

  onReading(ACTIONS.readingConfirm, async (ports, shown, { place }) =>
    refusalOf(await confirmReading(ports, { ...shown, by: place.user, choice: null })),
  );
  onReading(ACTIONS.readingDismiss, async (ports, shown, { place }) =>
    refusalOf(await dismissReading(ports, { ...shown, by: place.user })),
  );
  onReading(ACTIONS.readingUndo, async (ports, { readingId }, { place }) =>
    refusalOf(await undoReading(ports, { readingId, by: place.user })),
  );
  for (const [actionId, to] of SETTLINGS) {
    onReading(actionId, async (ports, { readingId, words }, { place }) =>
      words === null
        ? STALE
        : refusalOf(await settleRewording(ports, { readingId, editedTs: words, to, by: place.user })),
    );
  }
  onReading(ACTIONS.readingChange, (ports, { readingId }, { triggerId }) =>
    withReading(ports, readingId, async (pending, context) => {
      await openModal(room, triggerId, changeReadingModal(pending, context.customer.name, context));
      return undefined;
    }),
  );
  onClick(app, room, READING_CHOOSE, async (ports, click) => {
    const value = decodeValue('choice', click.value);
    if (!value) return STALE;
    const { problem, choice } = value;
    const by = click.place.user;
    return refusalOf(await confirmReading(ports, { ...shownBy(value), by, choice: { problem, choice } }));
  });
  onClick(app, room, ACTIONS.outcomeKind, (ports, click) => redraw(room, ports, click));

  onSubmit(
    app,
    room,
    CALLBACKS.readingChange,
    async (values, ports, { privateMetadata }) => {
      const value = decodeValue('reading', privateMetadata);
      const pending = value && (await ports.store.reading(value.readingId));
      const context = pending && (await outcomeContext(ports, pending.customerId, null));
      return context ? parseChangeReading(values, pending, context) : null;
    },
    async (ports, { items, tone }, { privateMetadata, place }) => {
      const value = decodeValue('reading', privateMetadata);
      if (!value) return STALE;
      return refusalOf(await correctReading(ports, { ...shownBy(value), by: place.user, items, tone }));
    },
  );
}

/** What becomes of a record whose words were changed, by the button for it. */
const SETTLINGS: readonly (readonly [string, Settling])[] = [
  [ACTIONS.readingFollow, 'confirmed'],
  [ACTIONS.readingAskAgain, 'asked'],
  [ACTIONS.readingTakeBack, 'undone'],
  [ACTIONS.readingKeep, 'kept'],
];

/** The reading on a card, and which wording of it the person saw. */
type Shown = { readonly readingId: string; readonly words: string | null };

function shownBy({ readingId, words }: { readingId: string; words?: string | undefined }): Shown {
  return { readingId, words: words ?? null };
}

type Pending = NonNullable<Awaited<ReturnType<Ports['store']['reading']>>>;
type Context = NonNullable<Awaited<ReturnType<typeof outcomeContext>>>;

async function withReading(
  ports: Ports,
  readingId: string,
  work: (pending: Pending, context: Context) => Promise<Answer>,
): Promise<Answer> {
  const pending = await ports.store.reading(readingId);
  const context = pending && (await outcomeContext(ports, pending.customerId, null));
  return context ? work(pending, context) : STALE;
}

/** The kind was chosen in one of the two forms that have it: its fields are drawn anew. */
async function redraw(room: Room, ports: Ports, click: Click): Promise<Answer> {
  const { view } = click;
  const value = view && decodeValue('reading', view.privateMetadata);
  if (!value) return redrawLog(room, ports, click);
  return withReading(ports, value.readingId, async (pending, context) => {
    const modal = changeReadingModal(
      pending,
      context.customer.name,
      context,
      kindIn(view.values as StateValues),
    );
    await room.client.views.update({ view_id: view.id, hash: view.hash, view: modal });
    return undefined;
  });
}

function refusalOf(result: Recorded | Refused): Answer {
  return result.kind === 'refused' ? result : undefined;
}
