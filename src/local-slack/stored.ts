// What is stored of a channel, a message and a view: Slack's own fields, and what only Local Slack knows of them.
import type { FileObject, SlackJson } from './control-api.ts';

export type StoredChannel = {
  id: string;
  name: string;
  kind: 'channel' | 'private' | 'im';
  members: string[];
  isArchived: boolean;
};

export type StoredMessage = {
  ts: string;
  channel: string;
  thread_ts?: string;
  user: string;
  text: string;
  blocks: SlackJson[];
  attachments: SlackJson[];
  files: FileObject[];
  reactions: { name: string; users: string[] }[];
  edited: boolean;
  /** Slack's stamp of the newest edit; only of an edited one. */
  editedTs?: string;
  /** Seen by this person only. */
  ephemeralFor: string | null;
  streaming: boolean;
  metadata: SlackJson | null;
};

export type StoredView = {
  id: string;
  kind: 'modal' | 'home';
  user: string;
  json: SlackJson;
  hash: string;
  values: Record<string, Record<string, SlackJson>>;
  errors: Record<string, string>;
};
