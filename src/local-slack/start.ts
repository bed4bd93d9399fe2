// Starts Local Slack: one HTTP server on loopback that is Slack to the app, and a team chat to people.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';
import { LocalClock } from './clock.ts';
import { answerControl } from './control-routes.ts';
import { Delivery, type HttpDelivery } from './delivery.ts';
import { isOurs, readBody, sendJson, sendPage } from './http.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { respondTo } from './response-url.ts';
import { Triggers } from './triggers.ts';
import { answerWebApi } from './web-api.ts';
import { receiveUpload, sendFile } from './web-api-files.ts';
import { BOT, TEAM, WorkspaceData } from './workspace-data.ts';
import type { Manifest, World } from './world.ts';

export type LocalSlack = {
  /** The page's address, with a slash at its end. */
  readonly url: string;
  /** What the Slack client takes as its API's address. */
  readonly slackApiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly teamId: string;
  readonly botUserId: string;
  /** Where mail is to be sent, to be seen in the Mailbox. */
  readonly smtpUrl: string;
  /** True when nobody has ever used this workspace: its data folder was empty. */
  readonly isNew: boolean;
  readonly clock: {
    now(): Date;
    onChange(listener: () => void): () => void;
    /** @throws RangeError when the moment is not in the future. */
    moveTo(millis: number): void;
  };
  /** Hears each mail a customer writes in the Mailbox, as the raw message a mail server would deliver. */
  onCustomerReply(listener: (raw: Buffer) => void): () => void;
  stop(): Promise<void>;
};

/** The port is taken, or the folder cannot be written: `message` is one sentence that says what to do. */
export class LocalSlackError extends Error {
  override readonly name = 'LocalSlackError';
}

const PAGE = join(import.meta.dirname, 'page');
const MAX_BODY_BYTES = 5 * 1024 * 1024;
const MAX_UPLOAD_BYTES = 1024 * 1024 * 1024; // Slack's own limit of a file

/**
 * `dataDir`: where the workspace is kept over restarts; null: forgotten when it stops.
 * `port` 0 takes a free one. `http`: what people do is posted there, signed; else it goes over the app's sockets.
 */
export async function startLocalSlack(options: {
  port: number;
  dataDir: string | null;
  manifest: Manifest;
  http?: HttpDelivery;
}): Promise<LocalSlack> {
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'local-slack-')));
  const world = makeWorld(folder, options);
  const isNew = world.data.messages.length === 0 && world.data.mails.length === 0;
  const server = createServer((request, response) => {
    answer(world, request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent)
        sendJson(response, 500, { ok: false, error: 'fatal_error', detail: String(error) });
      else response.destroy();
    });
  });
  acceptSockets(world, server);
  await listen(server, options.port);
  world.url = `http://127.0.0.1:${portOf(server)}/`;
  const mailbox = await startMailbox(
    { port: 0, folder: world.filesFolder, now: () => world.clock.now() },
    (mail) => {
      world.data.mails.push(mail);
      world.data.changed({ type: 'mail' });
    },
  );
  return handle(world, server, mailbox, { isNew, folder, keep: options.dataDir !== null });
}

function makeWorld(
  folder: string,
  { dataDir, manifest, http }: { dataDir: string | null; manifest: Manifest; http?: HttpDelivery },
): World {
  const filesFolder = join(folder, 'files');
  mkdirSync(filesFolder, { recursive: true });
  const appName = manifest.display_information?.name ?? 'App';
  const data = new WorkspaceData(dataDir === null ? null : join(folder, 'workspace.json'), appName);
  const clock = new LocalClock(data.savedClockOffsetMs, Date.now);
  data.useClock(() => clock.offsetMs);
  clock.onChange(() => data.changed({ type: 'clock' }));
  return {
    data,
    clock,
    delivery: new Delivery(http ?? null, () => data.changed({ type: 'app' })),
    triggers: new Triggers(),
    manifest,
    faults: { rateLimit: null, fail: null, rejectBlockTypes: [] },
    statuses: new Map(),
    prompts: new Map(),
    log: [],
    botToken: `xoxb-local-${randomBytes(12).toString('hex')}`,
    appToken: `xapp-local-${randomBytes(12).toString('hex')}`,
    filesFolder,
    uploads: new Map(),
    onCustomerReply: new Set(),
    url: '',
  };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        new LocalSlackError(
          taken
            ? `Port ${port} is in use by another program: stop that, or choose another port as PORT=${port + 1}.`
            : `Local Slack cannot listen on port ${port} (${error.code ?? error.message}): choose another port as PORT=3100.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

function handle(
  world: World,
  server: Server,
  mailbox: Mailbox,
  { isNew, folder, keep }: { isNew: boolean; folder: string; keep: boolean },
): LocalSlack {
  const { clock, data, delivery } = world;
  return {
    url: world.url,
    slackApiUrl: `${world.url}slack/`,
    botToken: world.botToken,
    appToken: world.appToken,
    teamId: TEAM.id,
    botUserId: BOT,
    smtpUrl: mailbox.smtpUrl,
    isNew,
    clock: {
      now: () => clock.now(),
      onChange: (listener) => clock.onChange(listener),
      moveTo: (millis) => clock.moveTo(millis),
    },
    onCustomerReply: (listener) => {
      world.onCustomerReply.add(listener);
      return () => world.onCustomerReply.delete(listener);
    },
    stop: async () => {
      await delivery.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await mailbox.stop();
      if (keep) data.save();
      else await rm(folder, { recursive: true, force: true });
    },
  };
}
