// Everything that the parts of Local Slack share: the data, the clock, the delivery, what has been asked to fail.

import type { LocalClock } from './clock.ts';
import type { FileObject, SlackJson } from './control-api.ts';
import type { Delivery } from './delivery.ts';
import type { Triggers } from './triggers.ts';
import type { WorkspaceData } from './workspace-data.ts';

export type Manifest = {
  readonly display_information?: { readonly name?: string };
  readonly features?: {
    readonly bot_user?: { readonly display_name?: string };
    readonly slash_commands?: readonly {
      readonly command: string;
      readonly description: string;
      readonly usage_hint?: string;
    }[];
    readonly shortcuts?: readonly {
      readonly name: string;
      readonly type: 'global' | 'message';
      readonly callback_id: string;
      readonly description: string;
    }[];
  };
  readonly oauth_config?: { readonly scopes?: { readonly bot?: readonly string[] } };
  readonly settings?: { readonly event_subscriptions?: { readonly bot_events?: readonly string[] } };
};

export type Faults = {
  rateLimit: { method: string; times: number; retryAfterSeconds: number } | null;
  fail: { method: string; error: string; times: number } | null;
  rejectBlockTypes: string[];
};

export type LogEntry = {
  at: string;
  direction: 'to_app' | 'from_app';
  method: string;
  ok: boolean;
  error: string | null;
};

export type Status = {
  channel: string;
  threadTs: string;
  status: string;
  loadingMessages: string[];
  /** A session is processing, so that people may stop it. */
  canStop: boolean;
};
export type Prompts = {
  channel: string;
  threadTs: string | null;
  title: string | null;
  prompts: { title: string; message: string }[];
};

/** People who are no members: a guest of several channels or of one, or somebody of another company. */
export type Outsider = 'guest' | 'single_channel_guest' | 'stranger';

export type World = {
  readonly data: WorkspaceData;
  readonly clock: LocalClock;
  readonly delivery: Delivery;
  readonly triggers: Triggers;
  readonly manifest: Manifest;
  readonly faults: Faults;
  readonly statuses: Map<string, Status>;
  readonly prompts: Map<string, Prompts>;
  readonly log: LogEntry[];
  readonly botToken: string;
  readonly appToken: string;
  readonly filesFolder: string;
  /** Files the app announced and has not finished, by upload id. */
  readonly uploads: Map<string, { readonly name: string; file: FileObject | null }>;
  /** Who is no member, by user id. */
  readonly outsiders: Map<string, Outsider>;
  /** Channels that are shared with another company. */
  readonly sharedChannels: Set<string>;
  /** Who wants the raw mails that customers write in the Mailbox. */
  readonly onCustomerReply: Set<(raw: Buffer) => void>;
  /** What an app that runs beside it says of itself: a form is acknowledged before its work is done. */
  readonly isAppIdle: Set<() => boolean>;
  /** 'http://127.0.0.1:3000/': known once the server listens. */
  url: string;
};

const LOG_LENGTH = 500;

export function logCall(world: World, entry: Omit<LogEntry, 'at'>): void {
  world.log.push({ at: world.clock.now().toISOString(), ...entry });
  if (world.log.length > LOG_LENGTH) world.log.shift();
}

/** Only events that the manifest subscribes to are delivered, as in Slack. */
export function subscribes(world: World, event: string): boolean {
  return world.manifest.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
}

export type Answer = SlackJson & { readonly error?: string };
