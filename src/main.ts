// Starts Tightrope: reads the settings, opens its memory, connects to Slack (or starts a local one), and stops cleanly.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { makePorts, openMemory } from './build.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { instantFromMillis, millisOf } from './core/calendar.ts';
import { DEFAULT_POLICY } from './core/default-policy.ts';
import { nextSendTime } from './core/office-hours.ts';
import { OutsideError } from './core/outside-error.ts';
import { DEFAULT_SETTINGS } from './core/settings.ts';
import { makeKeeper } from './db/keeper.ts';
import { startQueue } from './db/queue.ts';
import { loadSample } from './flows/load-sample.ts';
import { sendApproved } from './flows/send-approved.ts';
import { doorTo, openInbox, openWaysIn } from './inbox.ts';
import { startJobs } from './jobs.ts';
import { type LocalSlack, LocalSlackError, startLocalSlack } from './local-slack/start.ts';
import { boltLogger, makeLog } from './log.ts';
import { MAIL_PATH } from './outside/mail-door.ts';
import type { Ports } from './ports/ports.ts';
import type { Clock } from './ports/records.ts';
import type { Store } from './ports/store.ts';
import { Outbox } from './slack/outbox.ts';
import { People } from './slack/people.ts';
import { listenToEverything } from './slack/register.ts';
import { connect, identify, makeApp, makeClient, type SlackConnection } from './slack/start.ts';
import { makeTeamChat } from './slack/team-chat.ts';
import { WorkInHand } from './slack/work-in-hand.ts';

/** The three people and the channel that Local Slack begins with. */
const SAMPLE_PEOPLE = { owner: 'U0OLIVIA', bookkeeper: 'U0BEN', accountManager: 'U0ANA' };
const SAMPLE_CHANNEL = 'C0OVERDUE';

/** How long to look again when a letter's time has not come after all, as when the local clock and the real one differ. */
const LOOK_AGAIN_SECONDS = 30;

/** Stop functions, last started first. */
type Stops = (() => Promise<unknown>)[];

export async function start(config: Config, say: (line: string) => void): Promise<() => Promise<void>> {
  const stops: Stops = [];
  const stop = async () => {
    for (const one of stops.splice(0).reverse()) await one();
  };
  try {
    await startAll(config, say, stops);
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startAll(config: Config, say: (line: string) => void, stops: Stops): Promise<void> {
  const log = makeLog(config.logLevel);
  const memory = await openMemory(config, log);
  stops.push(() => memory.close());

  const local = config.slack.kind === 'local' ? await startLocal(config, config.slack.port) : null;
  if (local) stops.push(() => local.stop());
  const clock: Clock = { now: () => instantFromMillis(local ? local.clock.now().getTime() : Date.now()) };
  const connection = connectionOf(config, local);
  let isStarting = true;
  const logger = boltLogger(log, () => isStarting) as never;
  const client = makeClient(connection, logger);
  const team = await identify(client);
  const outbox = new Outbox(client);

  const people = new People(client, log);
  const ports = new Map<string, Ports>();
  const queue = await startQueue({
    database: memory.database,
    onSendDraft: async (workspaceId, draftId) => {
      const found = ports.get(workspaceId);
      if (!found) return { againInSeconds: LOOK_AGAIN_SECONDS };
      const result = await sendApproved(found, draftId);
      return result.kind === 'waiting' ? { againInSeconds: LOOK_AGAIN_SECONDS } : null;
    },
    onError: (error) => log.error({ error }, 'the queue of letters failed'),
  });
  stops.push(() => queue.stop());

  const portsOf = await makePorts(config, {
    clock,
    chatFor: (store) => makeTeamChat(client, outbox, people, store, clock.now),
    queue,
    smtpUrl: config.smtpUrl ?? local?.smtpUrl ?? null,
  });
  const remember = (store: Store): Ports => {
    const known = ports.get(store.workspaceId);
    if (known) return known;
    const made = portsOf(store);
    ports.set(store.workspaceId, made);
    return made;
  };
  const own = remember(await memory.stores.forTeam(team.id, team.name));
  if (local && config.sample) await loadSample(own, SAMPLE_PEOPLE, SAMPLE_CHANNEL);

  const inbox = openInbox(own, () => memory.stores.all(), log);
  const door = doorTo(inbox, config, log);
  const app = makeApp(connection, logger, door ? [{ path: MAIL_PATH, handler: door }] : []);
  const inHand = new WorkInHand(app);
  listenToEverything(app, {
    client,
    outbox,
    log,
    people,
    botToken: connection.botToken,
    status: statusOf(config),
    portsFor: async (teamId) => {
      if (teamId !== team.id) throw new Error(`an event of workspace ${teamId}, which is not ours`);
      return own;
    },
  });
  const unasked = local?.isIdleOnlyWhen(() => !inHand.isBusy);
  stops.push(async () => unasked?.());
  await connect(app, connection);
  isStarting = false;
  stops.push(() => inbox.done());
  stops.push(async () => {
    await app.stop();
    await inHand.done();
  });

  const keeper = makeKeeper(memory.database);
  stops.push(() => keeper.stop());
  const jobs = await startJobs(async () => [own], keeper, log);
  stops.push(() => jobs.stop());
  stops.push(await openWaysIn(inbox, door, config, log));
  const unheard = local?.onCustomerReply((raw) => {
    const taken = inHand.add(inbox.take(raw));
    taken.catch((error: unknown) => log.error({ error }, 'a mail could not be kept'));
  });
  stops.push(async () => unheard?.());
  const unhook = local?.clock.onChange(() => void inHand.add(jobs.tick()));
  stops.push(async () => unhook?.());
  void jobs.tick();
  say(
    local
      ? `Tightrope is ready: open ${local.url}`
      : `Tightrope is ready in the Slack workspace ${team.name}.`,
  );
  if (!local && !config.smtpUrl)
    say('No mail server is set: letters can be drafted but not sent. Set SMTP_URL.');
}

function statusOf({ smtpUrl, model, slack }: Config): { mail: string; model: string; usesModel: boolean } {
  const noMail =
    slack.kind === 'local'
      ? 'Mail goes to the Mailbox here and nowhere else.'
      : 'No mail server is set, so letters cannot be sent (SMTP_URL).';
  return {
    mail: smtpUrl ? `Mail goes out through ${new URL(smtpUrl).hostname}.` : noMail,
    model: model
      ? `${model.model} writes and reads, checked by the ledger.`
      : 'House templates; no model is set.',
    usesModel: model !== null,
  };
}

async function startLocal(config: Config, port: number): Promise<LocalSlack> {
  const manifest = parse(await readFile(join(import.meta.dirname, '../manifest.yml'), 'utf8'));
  const local = await startLocalSlack({ port, dataDir: join(config.dataDir, 'local-slack'), manifest });
  if (local.isNew) beginInOfficeHours(local.clock);
  return local;
}

/** A first look at night or on a Sunday begins on the next working morning: nothing may be sent before. */
function beginInOfficeHours(clock: LocalSlack['clock']): void {
  const now = instantFromMillis(clock.now().getTime());
  const open = nextSendTime(now, DEFAULT_SETTINGS.zone, DEFAULT_POLICY, null);
  if (millisOf(open) > millisOf(now)) clock.moveTo(millisOf(open));
}

function connectionOf(config: Config, local: LocalSlack | null): SlackConnection {
  const { slack } = config;
  if (local) {
    return {
      botToken: local.botToken,
      apiUrl: local.slackApiUrl,
      receive: { kind: 'socket', appToken: local.appToken },
    };
  }
  if (slack.kind === 'socket') {
    return {
      botToken: slack.botToken,
      apiUrl: slack.apiUrl,
      receive: { kind: 'socket', appToken: slack.appToken },
    };
  }
  if (slack.kind === 'http') {
    const { signingSecret, port } = slack;
    return { botToken: slack.botToken, apiUrl: slack.apiUrl, receive: { kind: 'http', signingSecret, port } };
  }
  throw new Error('no Slack to connect to');
}

function isForPeople(error: unknown): error is Error {
  return [ConfigError, OutsideError, LocalSlackError].some((kind) => error instanceof kind);
}

/** Runs until it is told to stop; a wrong setting or a missing server ends it with one sentence. */
async function main(): Promise<void> {
  try {
    const starting = start(readConfig(process.env), (line) => console.log(line));
    stopOnSignal(starting);
    await starting;
  } catch (error) {
    console.error(isForPeople(error) ? error.message : error);
    process.exit(1);
  }
}

/** From the first moment on: what has begun to start is stopped cleanly as well. A second signal does not wait. */
function stopOnSignal(starting: Promise<() => Promise<void>>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(1);
      stopping = true;
      starting.then(
        (stop) =>
          stop().then(
            () => process.exit(0),
            () => process.exit(1),
          ),
        () => {}, // Told, and ended, where the start was awaited.
      );
    });
  }
}

if (import.meta.filename === process.argv[1]) await main();
