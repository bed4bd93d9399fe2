/**
 * The control API of Local Slack: what a person can see and do, as JSON over HTTP on loopback.
 * The web page, the end-to-end tests and scripts are all clients of this one contract.
 * Every route answers `{ok:true, …}` or `{ok:false, error, detail?}`; `detail` is a sentence for people.
 */

/** A block, view or element exactly as the app sent it. The page draws it; the server has validated it. */
export type SlackJson = Record<string, unknown>;

export type Person = {
  id: string; // "U…"
  name: string; // handle: "olivia"
  realName: string; // "Olivia Owner"
  role: string; // shown in the switcher: "Owner", "Bookkeeper", "Account manager"
  tz: string; // IANA
  email: string;
  isBot: boolean;
};

export type Channel = {
  id: string; // "C…" channel, "D…" direct message with the app or a person
  name: string; // "overdue"; for a DM the other's real name
  kind: 'channel' | 'private' | 'im';
  members: string[];
  isArchived: boolean;
  unread: number; // for the person asking
  mentions: number; // unread that mention the person, or any unread in a DM
  lastTs: string | null;
};

export type FileObject = {
  id: string;
  name: string;
  mimetype: string;
  size: number; // bytes
  url: string; // same-origin path the page can GET: "/files/F…/name.csv"
};

export type Message = {
  ts: string;
  channel: string;
  threadTs: string | null; // null: not in a thread (a parent has threadTs === ts)
  user: string; // person or bot user id
  text: string; // mrkdwn
  blocks: SlackJson[];
  attachments: SlackJson[];
  files: FileObject[];
  reactions: { name: string; users: string[] }[];
  edited: boolean;
  ephemeral: boolean; // visible to the asking person only
  streaming: boolean; // chat.startStream … stopStream in progress
  replyCount: number;
  replyUsers: string[];
  latestReply: string | null;
  metadata: SlackJson | null;
};

export type View = {
  id: string;
  kind: 'modal' | 'home';
  callbackId: string;
  json: SlackJson; // title, submit, close, blocks, private_metadata …
  hash: string;
  /** Values typed so far: state.values as Slack would send them, filled with the elements' initial values. */
  values: Record<string, Record<string, SlackJson>>;
  errors: Record<string, string>; // block_id → sentence, from response_action "errors"
  /** Position in the person's modal stack, 0 at the bottom; -1 for a home. */
  depth: number;
};

export type SlashCommand = { command: string; description: string; usageHint: string };

export type Mail = {
  id: string;
  at: string; // ISO instant, by the local clock
  direction: 'out' | 'in'; // out: the app to a customer; in: the customer's reply written in the Mailbox
  from: string;
  to: string[];
  cc: string[];
  replyTo: string | null;
  subject: string;
  text: string;
  html: string | null;
  messageId: string;
  inReplyTo: string | null;
  references: string[];
  attachments: { name: string; mimetype: string; size: number; url: string }[];
};

export type Clock = { now: string; offsetMs: number; zone: string };

/** Status line under the composer: assistant.threads.setStatus / agents.sessions.setStatus. */
export type AgentStatus = {
  channel: string;
  threadTs: string;
  status: string;
  loadingMessages: string[];
  canStop: boolean; // POST /api/stop ends it
};

export type SuggestedPrompts = {
  channel: string;
  threadTs: string | null;
  title: string | null;
  prompts: { title: string; message: string }[];
};

/** GET /api/workspace?as=U → Workspace */
export type Workspace = {
  ok: true;
  team: { id: string; name: string; domain: string };
  app: { id: string; name: string; botUserId: string };
  me: Person;
  people: Person[]; // humans and bots
  channels: Channel[];
  commands: SlashCommand[]; // from manifest.yml
  shortcuts: { name: string; callbackId: string; type: 'global' | 'message'; description: string }[];
  clock: Clock;
  appConnected: boolean;
  modals: View[]; // the person's open stack, bottom first
  statuses: AgentStatus[];
  prompts: SuggestedPrompts[];
  unreadMail: number;
};

/**
 * GET /api/channels/:id/messages?as=U&thread=TS&limit=N&before=TS → {ok, messages, hasMore}
 *   Without `thread`: the channel's top-level messages and the person's own ephemeral ones, oldest first.
 *   With it: the parent and its replies.
 * GET /api/home?as=U → {ok, view: View | null}            (does not send app_home_opened)
 * GET /api/views/:id?as=U → {ok, view}
 * GET /api/mailbox → {ok, mails: Mail[]}                   newest first;  POST /api/mailbox/read {} marks all read
 * GET /api/clock → {ok, clock}
 * GET /api/events?as=U → Server-Sent Events, one `data: ChangeEvent` each
 * GET /api/log?limit=N → {ok, entries: {at, direction, method, ok, error}[]}   recent Web API calls and deliveries
 */
export type ChangeEvent =
  | { type: 'message'; channel: string; ts: string; threadTs: string | null }
  | { type: 'channels' }
  | { type: 'view' } // the person's modal stack or home changed
  | { type: 'mail' }
  | { type: 'clock' }
  | { type: 'status' }
  | { type: 'app' }; // the app connected or disconnected

/** Where an interactive element lives. */
export type Container = { type: 'message'; channel: string; ts: string } | { type: 'view'; viewId: string };

/** What a person did to an element: exactly the fields Slack puts in the action, by element type. */
export type ElementState = SlackJson; // {value} | {selected_option} | {selected_options} | {selected_date} | {selected_user} | {files: FileObject[]} …

/**
 * What a person does. All POST, JSON bodies.
 *   /api/command      {as, channel, text, threadTs?}            text: "/overdue acme" → {ok, appAcked, error?}
 *   /api/message      {as, channel, text, threadTs?, files?: string[]}   files: ids from /api/upload → {ok, ts}
 *   /api/message/edit {as, channel, ts, text}   /api/message/delete {as, channel, ts}
 *   /api/upload       multipart/form-data: as, file  (or JSON {as, name, contentBase64}) → {ok, file: FileObject}
 *   /api/action       {as, container, actionId, blockId?, state?, values?} → {ok, appAcked}; an element with `url` needs no app
 *                       values: {blockId: {actionId: ElementState}}: what the person put into the other elements of a
 *                       message, which only their own client knows; a view's are kept by /api/state
 *   /api/state        {as, viewId, blockId, actionId, state} → {ok}   sets an input's value without dispatching an action
 *   /api/suggestions  {as, container, actionId, blockId, value} → {ok, options, optionGroups?}
 *   /api/submit       {as, viewId, values?} → {ok, closed: boolean, errors: Record<blockId, sentence>}
 *                       values: {blockId: {actionId: ElementState}} merged over what is there first
 *   /api/close        {as, viewId, all?: boolean} → {ok}
 *   /api/stop         {as, channel, threadTs} → {ok}              stops its streams, sends agent_session_stopped
 *   /api/open-home    {as, tab: 'home' | 'messages'} → {ok}      sends app_home_opened
 *   /api/react        {as, channel, ts, name, remove?: boolean}
 *   /api/shortcut     {as, callbackId, channel?, ts?}
 *   /api/read         {as, channel}                              marks the channel read
 *   /api/channel      {as, name, private?: boolean} → {ok, channel}   /api/channel/archive {as, channel}
 *   /api/invite       {as, channel, user}                        also the bot, by its user id
 *   /api/channel/share {as, channel}                        shares it with another company, until Local Slack ends
 *   /api/person       {name, realName} → {ok, person}         one more member, the same
 *   /api/standing     {user, standing: 'member' | 'guest' | 'single_channel_guest' | 'stranger'}   the same
 *   /api/mailbox/reply {id, text, from?, subject?} → {ok, mail}  a customer's answer to a mail (or, with id null, a new one: {to, from, subject, text})
 *   /api/clock        {advanceMs?} or {to: ISO} or {nextDayAt: "08:00"} → {ok, clock}   forward only
 *   /api/faults       {rateLimit?: {method, times, retryAfterSeconds}, fail?: {method, error, times},
 *                      rejectBlockTypes?: string[], dropAcks?: number,
 *                      duplicateEvents?: number | {events, times, atOnce?: boolean},   `times` copies beside each
 *                      disconnect?: boolean, clear?: boolean} → {ok}
 *   /api/redeliver    {events} → {ok}   the newest so many events once more, as after a crash of the app
 *   /api/idle         {timeoutMs?} → {ok}   answers when no delivery waits for an ack, an app beside it has nothing in hand, and nothing has changed for 150 ms
 */
