// Starts Local Slack: one HTTP server on loopback that is Slack to the app, and a team chat to people.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkManifest } from './check-manifest.ts';
import { LocalClock } from './clock.ts';
import { Delivery, type HttpDelivery } from './delivery.ts';
import { acceptSockets, answer } from './front-door.ts';
import { sendJson } from './http.ts';
import { type Mailbox, startMailbox } from './mailbox.ts';
import { Triggers } from './triggers.ts';
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
  /** `/api/idle` waits until the app says so as well. */
  isIdleOnlyWhen(isIdle: () => boolean): () => void;
  stop(): Promise<void>;
};

/** The port is taken, the folder cannot be written, the manifest is wrong: `message` says in sentences what to do. */
export class LocalSlackError extends Error {
  override readonly name = 'LocalSlackError';
}

/**
 * `dataDir`: where the workspace is kept over restarts; null: forgotten when it stops.
 * `port` 0 takes a free one. `http`: what people do is posted there, signed; else it goes over the app's sockets.
 * @throws LocalSlackError
 */
export async function startLocalSlack(options: {
  port: number;
  dataDir: string | null;
  manifest: Manifest;
  http?: HttpDelivery;
}): Promise<LocalSlack> {
  refuseManifest(options.manifest);
  const folder = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'local-slack-')));
  try {
    return await startIn(folder, options);
  } catch (error) {
    if (options.dataDir === null) await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, options: Parameters<typeof startLocalSlack>[0]): Promise<LocalSlack> {
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

/** What Slack's pages would refuse is refused here, so that nobody learns of it on the day they go there. */
function refuseManifest(manifest: Manifest): void {
  const problems = checkManifest(manifest);
  if (problems.length === 0) return;
  throw new LocalSlackError(
    ['Slack would not create an app from this manifest; mend these in manifest.yml:', ...problems].join('\n'),
  );
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new LocalSlackError(
      `Local Slack cannot keep its data in ${folder} (${code ?? message}): make that folder writable, or name another.`,
    );
  }
}

function makeWorld(
  folder: string,
  { dataDir, manifest, http }: { dataDir: string | null; manifest: Manifest; http?: HttpDelivery },
): World {
  const filesFolder = join(folder, 'files');
  makeFolder(filesFolder);
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
    outsiders: new Map(),
    sharedChannels: new Set(),
    onCustomerReply: new Set(),
    isAppIdle: new Set(),
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
    isIdleOnlyWhen: (isIdle) => {
      world.isAppIdle.add(isIdle);
      return () => world.isAppIdle.delete(isIdle);
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
