// One person at Local Slack's control API: does what people do, and waits to see what people see.
import type {
  Channel,
  Mail,
  Message,
  SlackJson,
  View,
  Workspace,
} from '../../src/local-slack/control-api.ts';

export type Person = ReturnType<typeof personAt>;

const WAIT_MS = 15_000;
const LOOK_EVERY_MS = 25;

/** What a person puts into a form, by the block's id: a text, a day, a choice's value, or several. */
type Filled = Readonly<Record<string, string | readonly string[]>>;

/** `base`: where Local Slack is now; it may move when the program is started again. */
export function personAt(base: () => string, id: string) {
  const get = async <T>(path: string, query: Record<string, string> = {}): Promise<T> => {
    const search = new URLSearchParams({ as: id, ...query });
    return answerOf(await fetch(`${base()}api/${path}?${search}`));
  };
  const post = async <T = object>(path: string, body: object): Promise<T> =>
    answerOf(
      await fetch(`${base()}api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as: id, ...body }),
      }),
    );

  const workspace = () => get<Workspace>('workspace');
  const channelId = async (name: string): Promise<string> => {
    if (/^[CD]0/.test(name)) return name;
    const found = (await workspace()).channels.find((one) => one.name === name);
    if (!found) throw new Error(`${id} is in no channel ${name}`);
    return found.id;
  };
  const messages = async (channel: string): Promise<Message[]> => {
    const answer = await get<{ messages: Message[] }>(`channels/${await channelId(channel)}/messages`, {
      limit: '500',
    });
    return answer.messages;
  };
  const thread = async (of: Pick<Message, 'channel' | 'ts'>): Promise<Message[]> => {
    const query = { thread: of.ts, limit: '500' };
    return (await get<{ messages: Message[] }>(`channels/${of.channel}/messages`, query)).messages;
  };
  const modal = async (): Promise<View | null> => (await workspace()).modals.at(-1) ?? null;
  const click = (where: Message | View, actionId: string, more: Clicked = {}) =>
    post<{ appAcked: boolean }>('action', {
      container:
        'ts' in where
          ? { type: 'message', channel: where.channel, ts: where.ts }
          : { type: 'view', viewId: where.id },
      actionId,
      ...more,
    });

  return {
    id,
    get,
    post,
    workspace,
    messages,
    thread,
    modal,
    click,
    channel: async (name: string): Promise<Channel | undefined> =>
      (await workspace()).channels.find((one) => one.name === name),
    command: async (text: string, channel = 'overdue') =>
      post<{ appAcked: boolean }>('command', { channel: await channelId(channel), text }),
    say: async (channel: string, text: string, more: { threadTs?: string; files?: string[] } = {}) =>
      post<{ ts: string }>('message', { channel: await channelId(channel), text, ...more }),
    answer: (to: Message, text: string) =>
      post<{ ts: string }>('message', { channel: to.channel, text, threadTs: to.threadTs ?? to.ts }),
    edit: ({ channel, ts }: Pick<Message, 'channel' | 'ts'>, text: string) =>
      post('message/edit', { channel, ts, text }),
    remove: ({ channel, ts }: Pick<Message, 'channel' | 'ts'>) => post('message/delete', { channel, ts }),
    /** A file uploaded and ready to be sent with a message. */
    file: async (name: string, content: string | Buffer): Promise<string> => {
      const contentBase64 = Buffer.from(content).toString('base64');
      return (await post<{ file: { id: string } }>('upload', { name, contentBase64 })).file.id;
    },
    submit: (view: View, filled: Filled = {}) =>
      post<{ closed: boolean; errors: Record<string, string> }>('submit', {
        viewId: view.id,
        values: Object.fromEntries(
          Object.entries(filled).map(([block, value]) => [block, put(view, block, value)]),
        ),
      }),
    closeForm: (view: View) => post('close', { viewId: view.id }),
    openHome: async (): Promise<View> => {
      await post('open-home', { tab: 'home' });
      return see('a Home tab', async () => (await get<{ view: View | null }>('home')).view);
    },
    mails: async (): Promise<Mail[]> => (await get<{ mails: Mail[] }>('mailbox')).mails,
    moveClock: (body: { advanceMs?: number; to?: string; nextDayAt?: string }) => post('clock', body),
    faults: (body: object) => post('faults', body),
    idle: () => post('idle', {}),

    /** The newest message of the channel in which these words stand, once it is there. */
    sees: (channel: string, words: Words): Promise<Message> =>
      see(`"${words}" in ${channel}`, async () => (await messages(channel)).findLast(says(words)) ?? null),
    /** The same, among what only this person can see. */
    seesAlone: (channel: string, words: Words): Promise<Message> =>
      see(`"${words}" for ${id} alone in ${channel}`, async () => {
        const mine = (await messages(channel)).filter(({ ephemeral }) => ephemeral);
        return mine.findLast(says(words)) ?? null;
      }),
    seesInThread: (of: Pick<Message, 'channel' | 'ts'>, words: Words): Promise<Message> =>
      see(`"${words}" in the thread`, async () => (await thread(of)).findLast(says(words)) ?? null),
    seesModal: (words: Words = ''): Promise<View> =>
      see(`a form with "${words}"`, async () => {
        const view = await modal();
        return view && has(wordsOf(view.json), words) ? view : null;
      }),
    seesMail: (words: Words): Promise<Mail> =>
      see(`a mail with "${words}"`, async () => {
        const { mails } = await get<{ mails: Mail[] }>('mailbox');
        return (
          mails.find((mail) => has(`${mail.to.join(' ')}\n${mail.subject}\n${mail.text}`, words)) ?? null
        );
      }),
  };
}

/** `values`: what stands in a message's own fields as the person presses. */
type Clicked = {
  blockId?: string;
  state?: SlackJson;
  values?: Record<string, Record<string, SlackJson>>;
};
type Words = string | RegExp;

async function answerOf<T>(response: Response): Promise<T> {
  const answer = (await response.json()) as { ok: boolean; error?: string; detail?: string };
  if (!answer.ok) throw new Error(`${answer.error}: ${answer.detail ?? ''}`);
  return answer as T;
}

/** What is looked for, once it is there. @throws Error that says what never came. */
export async function see<T>(what: string, look: () => Promise<T | null>): Promise<T> {
  const until = Date.now() + WAIT_MS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > until) throw new Error(`${what}: it never came`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function says(words: Words): (message: Message) => boolean {
  return (message) => has(wordsOf(message), words);
}

function has(text: string, words: Words): boolean {
  return typeof words === 'string' ? text.includes(words) : words.test(text);
}

const WORD_FIELDS = new Set(['text', 'title', 'label', 'hint', 'placeholder', 'raw_text', 'alt_text']);

/** Everything that can be read in a message or a view, one piece a line. */
export function wordsOf(value: unknown): string {
  return wordsIn(value).join('\n');
}

function wordsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(wordsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([field, inner]) =>
    WORD_FIELDS.has(field) && typeof inner === 'string' ? [inner] : wordsIn(inner),
  );
}

/** The elements of a message or view with this action id, or all of them. */
export function elementsIn(value: unknown, actionId?: string): SlackJson[] {
  if (Array.isArray(value)) return value.flatMap((one) => elementsIn(one, actionId));
  if (typeof value !== 'object' || value === null) return [];
  const own = value as SlackJson;
  const found =
    typeof own.action_id === 'string' && (actionId === undefined || own.action_id === actionId) ? [own] : [];
  return [...found, ...Object.values(own).flatMap((inner) => elementsIn(inner, actionId))];
}

/** An element by its action id and, where several stand in one message, by whom it is about (its label for screen readers). */
export function elementFor(
  message: { readonly blocks: readonly SlackJson[] },
  actionId: string,
  about = '',
): { readonly blockId: string; readonly element: SlackJson } {
  for (const block of message.blocks) {
    const element = elementsIn(block, actionId).find(
      ({ accessibility_label }) => about === '' || String(accessibility_label).includes(about),
    );
    if (element) return { blockId: String(block.block_id), element };
  }
  throw new Error(`no ${actionId} about "${about}"`);
}

type InputBlock = { readonly block_id: string; readonly element: SlackJson };

/** What stands in a form's field now, as Slack would tell the app. */
export function fieldOf(view: View, block: string): unknown {
  const [state = {}] = Object.values(view.values[block] ?? {});
  const { type: _, ...rest } = state;
  return Object.values(rest)[0];
}

function put(view: View, block: string, value: string | readonly string[]): Record<string, SlackJson> {
  const found = (view.json.blocks as InputBlock[]).find(({ block_id }) => block_id === block);
  if (!found?.element) throw new Error(`the form has no field ${block}`);
  const { element } = found;
  const type = String(element.type);
  return { [String(element.action_id)]: { type, ...stateOf(type, element, value) } };
}

function stateOf(type: string, element: SlackJson, value: string | readonly string[]): SlackJson {
  const options = (element.options ?? []) as { value: string }[];
  const chosen = (wanted: string) => {
    const option = options.find((one) => one.value === wanted);
    if (!option) throw new Error(`no choice ${wanted} among ${options.map((one) => one.value).join(', ')}`);
    return option;
  };
  const many = typeof value === 'string' ? [value] : value;
  if (type === 'static_select' || type === 'radio_buttons') return { selected_option: chosen(String(value)) };
  if (type === 'checkboxes' || type === 'multi_static_select') return { selected_options: many.map(chosen) };
  if (type === 'datepicker') return { selected_date: value };
  if (type === 'timepicker') return { selected_time: value };
  if (type === 'file_input') return { files: many.map((id) => ({ id })) };
  const selected = /^(multi_)?(users|channels|conversations)_select$/.exec(type);
  if (selected)
    return selected[1]
      ? { [`selected_${selected[2]}`]: many }
      : { [`selected_${selected[2]?.slice(0, -1)}`]: value };
  return { value };
}
