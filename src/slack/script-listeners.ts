// What people do with a call script: put what came of the call into its box, or into the form that shows it.
import type { App } from '@slack/bolt';
import { type LoggedCall, logCall } from '../flows/log-call.ts';
import type { Ports, Refused } from '../ports/ports.ts';
import type { MessageRef } from '../ports/records.ts';
import { type Click, onClick, onSubmit, openModal, STALE } from './hear.ts';
import type { Answer, Room } from './listen.ts';
import { LONGEST_REPLY } from './message-listeners.ts';
import { outcomeContext } from './outcome-context.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { loggedScript, outcomeTyped, scriptBody, tooLate } from './views/call-script.ts';
import { shorten } from './views/mrkdwn.ts';
import { kindIn, logCallModal, parseLogCall } from './views/outcome-modals.ts';
import { type StateValues, textIn } from './views/read-inputs.ts';

const EMPTY_BOX: Answer = {
  kind: 'told',
  words:
    'The box is still empty. Write in a few words what came of the call, such as “no answer” or “they will pay 500 by Friday”, and press Record it again.',
};

export function listenToScripts(app: App, room: Room): void {
  onClick(app, room, ACTIONS.scriptRecord, async (ports, { value, message, place, values, blocks }) => {
    const about = decodeValue('customer', value);
    if (!about || !message || !place.threadTs) return STALE;
    const typed = outcomeTyped(values);
    if (typed === null) return EMPTY_BOX;
    const words = shorten(typed, LONGEST_REPLY);
    const logged = await logCall(ports, {
      customerId: about.customerId,
      script: message,
      thread: { channel: message.channel, ts: place.threadTs },
      text: words,
      outcome: null,
      via: 'call',
      author: place.user,
    });
    return finish(room, ports, { script: message, blocks, logged, words });
  });

  onClick(app, room, ACTIONS.scriptForm, async (ports, click) => {
    const { value, message, place, values, blocks } = click;
    const about = decodeValue('customer', value);
    if (!about || !message || !place.threadTs) return STALE;
    const context = await outcomeContext(ports, about.customerId, about.currency);
    if (!context) return STALE;
    const script = { ...message, threadTs: place.threadTs, body: scriptBody(blocks) };
    const customer = { ...context.customer, currency: about.currency };
    await openModal(
      room,
      click.triggerId,
      logCallModal(customer, context, null, outcomeTyped(values), script),
    );
    return undefined;
  });

  onSubmit(
    app,
    room,
    CALLBACKS.scriptForm,
    async (values, ports, { privateMetadata }) => {
      const value = decodeValue('script', privateMetadata);
      const context = value && (await outcomeContext(ports, value.customerId, value.currency));
      return context ? parseLogCall(values, context) : null;
    },
    async (ports, log, { privateMetadata, place, view }) => {
      const value = decodeValue('script', privateMetadata);
      if (!value) return STALE;
      const script = { channel: value.channel, ts: value.ts };
      const thread = { channel: value.channel, ts: value.threadTs };
      const logged = await logCall(ports, {
        ...log,
        customerId: value.customerId,
        script,
        thread,
        author: place.user,
      });
      const answer = await finish(room, ports, { script, blocks: view.blocks, logged, words: log.text });
      const link = answer ? null : await ports.chat.linkTo(script);
      return link ? { kind: 'told', words: `Logged. <${link}|Confirm in the case> what it means.` } : answer;
    },
  );
}

/** The fields of the form depend on what came of the call: choosing it draws the form anew. */
export async function redrawLog(room: Room, ports: Ports, { view }: Click): Promise<Answer> {
  const script = view && decodeValue('script', view.privateMetadata);
  const value = script ?? (view && decodeValue('customer', view.privateMetadata));
  const context = value && (await outcomeContext(ports, value.customerId, value.currency));
  if (!view || !value || !context) return STALE;
  const values = view.values as StateValues;
  const modal = logCallModal(
    { ...context.customer, currency: value.currency },
    context,
    kindIn(values),
    textIn(values, 'text'),
    script && { ...script, body: scriptBody(view.blocks) },
  );
  await room.client.views.update({ view_id: view.id, hash: view.hash, view: modal });
  return undefined;
}

/** The script is drawn without its box, whoever was first; somebody who came second gets their own words back. */
async function finish(
  room: Room,
  ports: Ports,
  done: {
    script: MessageRef;
    blocks: readonly unknown[];
    logged: LoggedCall | Refused;
    words: string;
  },
): Promise<Answer> {
  const { script, blocks, logged, words } = done;
  if (logged.kind === 'refused') return logged;
  const { pending, at, isOurs } = logged;
  const { locale, zone } = await ports.store.settings();
  // Without the script's words at hand it keeps its box rather than lose them.
  if (scriptBody(blocks).length > 0) {
    await room.outbox.update(script, () =>
      loggedScript(blocks, { by: pending.author, at, words: pending.source.quote, locale, zone }),
    );
  }
  return isOurs ? undefined : { kind: 'told', words: tooLate(pending.author, words) };
}
