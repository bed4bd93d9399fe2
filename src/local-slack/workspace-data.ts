// What the local workspace holds: people, channels, messages, views, files, mails. Kept in one JSON file over restarts.
import type { ChangeEvent, FileObject, Mail, Person } from './control-api.ts';
import type { StoredChannel, StoredMessage, StoredView } from './stored.ts';
import { readSnapshot, writeSnapshot } from './workspace-file.ts';

export const TEAM = { id: 'T0LOCAL', name: 'Harbor & Pine', domain: 'harbor-and-pine' };
export const APP_ID = 'A0TIGHTROPE';
export const BOT = 'U0TIGHTROPE';
export const BOT_ID = 'B0TIGHTROPE';

const PEOPLE: readonly Person[] = [
  person('U0OLIVIA', 'olivia', 'Olivia Owner', 'Owner'),
  person('U0BEN', 'ben', 'Ben Bookkeeper', 'Bookkeeper'),
  person('U0ANA', 'ana', 'Ana Accounts', 'Account manager'),
];

function person(id: string, name: string, realName: string, role: string): Person {
  const email = `${name}@harborandpine.example`;
  return { id, name, realName, role, tz: 'America/New_York', email, isBot: false };
}

const SAVE_AFTER_MS = 200;
/** Old chatter is dropped first; a month of a busy small business is far below this. */
const MAX_MESSAGES = 20_000;

/** `file`: where it is kept; null: in memory only. */
export class WorkspaceData {
  readonly people: Person[] = [...PEOPLE];
  readonly channels: StoredChannel[];
  readonly messages: StoredMessage[];
  readonly files: Map<string, FileObject>;
  readonly mails: Mail[];
  readonly readMails: Set<string>;
  readonly lastRead: Map<string, string>;
  readonly homes: Map<string, StoredView>;
  readonly modals = new Map<string, StoredView[]>(); // by person, bottom first
  readonly savedClockOffsetMs: number;
  readonly #listeners = new Set<(change: ChangeEvent, onlyFor: string | null) => void>();
  readonly #file: string | null;
  #clockOffsetMs: () => number = () => 0;
  #saving: NodeJS.Timeout | null = null;
  #lastMicros = 0;

  constructor(file: string | null, appName: string) {
    this.#file = file;
    const saved = file ? readSnapshot(file) : null;
    this.channels = saved?.channels ?? firstChannels(appName);
    this.messages = saved?.messages ?? [];
    this.files = new Map((saved?.files ?? []).map((one) => [one.id, one]));
    this.mails = saved?.mails ?? [];
    this.readMails = new Set(saved?.readMails ?? []);
    this.lastRead = new Map(Object.entries(saved?.lastRead ?? {}));
    this.homes = new Map(Object.entries(saved?.homes ?? {}));
    this.savedClockOffsetMs = saved?.clockOffsetMs ?? 0;
    this.#lastMicros = Math.max(0, ...this.messages.map(({ ts }) => Math.round(Number(ts) * 1e6)));
  }

  /** Null: there is somebody of that name. */
  hire(name: string, realName: string, appName: string): Person | null {
    const hired = person(`U0${name.toUpperCase()}`, name, realName, 'Colleague');
    if (this.people.some(({ id }) => id === hired.id)) return null;
    this.people.push(hired);
    for (const one of this.channels) if (one.kind === 'channel') one.members.push(hired.id);
    const members = [hired.id, BOT];
    const id = `D${hired.id.slice(1)}`;
    if (!this.channel(id)) this.channels.push({ id, name: appName, kind: 'im', members, isArchived: false });
    return hired;
  }

  useClock(offsetMs: () => number): void {
    this.#clockOffsetMs = offsetMs;
  }

  /** Strictly increasing, in Slack's form. */
  nextTs(nowMs: number): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, nowMs * 1000);
    const seconds = Math.floor(this.#lastMicros / 1e6);
    return `${seconds}.${String(this.#lastMicros % 1e6).padStart(6, '0')}`;
  }

  channel(id: string): StoredChannel | null {
    return this.channels.find((one) => one.id === id) ?? null;
  }

  message(channel: string, ts: string): StoredMessage | null {
    return this.messages.find((one) => one.ts === ts && one.channel === channel) ?? null;
  }

  directMessage(user: string): StoredChannel | null {
    return this.channels.find(({ kind, members }) => kind === 'im' && members.includes(user)) ?? null;
  }

  view(id: string): StoredView | null {
    const all = [...[...this.modals.values()].flat(), ...this.homes.values()];
    return all.find((one) => one.id === id) ?? null;
  }

  addMessage(message: StoredMessage): void {
    this.messages.push(message);
    this.#markThread(message);
    if (this.messages.length > MAX_MESSAGES) this.messages.splice(0, this.messages.length - MAX_MESSAGES);
    this.changed(
      { type: 'message', channel: message.channel, ts: message.ts, threadTs: message.thread_ts ?? null },
      message.ephemeralFor,
    );
  }

  /** As in Slack, a message that has been replied to carries a thread_ts too: its own ts. */
  #markThread({ channel, thread_ts, ephemeralFor }: StoredMessage): void {
    const parent = thread_ts && !ephemeralFor ? this.message(channel, thread_ts) : null;
    if (parent) parent.thread_ts = parent.ts;
  }

  onChange(listener: (change: ChangeEvent, onlyFor: string | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  changed(change: ChangeEvent, onlyFor: string | null = null): void {
    for (const listener of this.#listeners) listener(change, onlyFor);
    if (this.#file && !this.#saving) this.#saving = setTimeout(() => this.save(), SAVE_AFTER_MS);
  }

  save(): void {
    if (this.#saving) clearTimeout(this.#saving);
    this.#saving = null;
    if (!this.#file) return;
    writeSnapshot(this.#file, {
      channels: this.channels,
      messages: this.messages,
      files: [...this.files.values()],
      mails: this.mails,
      readMails: [...this.readMails],
      lastRead: Object.fromEntries(this.lastRead),
      homes: Object.fromEntries(this.homes),
      clockOffsetMs: this.#clockOffsetMs(),
    });
  }
}

function firstChannels(appName: string): StoredChannel[] {
  const everybody = [...PEOPLE.map(({ id }) => id), BOT];
  const make = (id: string, name: string, kind: StoredChannel['kind'], members: string[]): StoredChannel => ({
    id,
    name,
    kind,
    members,
    isArchived: false,
  });
  return [
    make('C0GENERAL', 'general', 'channel', everybody),
    make('C0OVERDUE', 'overdue', 'channel', everybody),
    ...PEOPLE.map(({ id }) => make(`D${id.slice(1)}`, appName, 'im', [id, BOT])),
  ];
}
