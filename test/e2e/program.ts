// A Slack and a database that outlive the program, which runs beside them as a process of its own.
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { parse } from 'yaml';
import { addDays, dayIn, instantFromMillis } from '../../src/core/calendar.ts';
import { DEFAULT_POLICY } from '../../src/core/default-policy.ts';
import type { ImportBatch } from '../../src/core/import/batch.ts';
import { money } from '../../src/core/money.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { openDatabase } from '../../src/db/connect.ts';
import { openStores } from '../../src/db/store.ts';
import { type LocalSlack, startLocalSlack } from '../../src/local-slack/start.ts';
import { createTestDatabase } from '../db/test-database.ts';
import { type Person, personAt } from './person.ts';

const ROOT = join(import.meta.dirname, '../..');

type Settings = Readonly<Record<string, string>>;

export async function readManifest() {
  return parse(await readFile(join(ROOT, 'manifest.yml'), 'utf8'));
}

export type Site = {
  readonly slack: LocalSlack;
  readonly databaseUrl: string;
  /** The environment for a program that works here. */
  readonly settings: Record<string, string>;
  readonly olivia: Person; // the owner
  readonly ben: Person; // may approve
  readonly ana: Person; // may not
  close(): Promise<void>;
};

/** Slack posts to `port` of this machine instead of writing into a socket. */
export type ByHttp = { readonly port: number; readonly signingSecret: string };

/** A workspace of one customer who is twelve days late; its policy lets letters go at any time of the real day. */
export async function openSite(more: Settings = {}, byHttp: ByHttp | null = null): Promise<Site> {
  const slack = await startLocalSlack({
    port: 0,
    dataDir: null,
    manifest: await readManifest(),
    ...(byHttp && {
      http: {
        url: `http://127.0.0.1:${byHttp.port}/slack/events`,
        signingSecret: byHttp.signingSecret,
      },
    }),
  });
  const database = await createTestDatabase();
  await furnish(database.connectionString, slack);
  const who = (id: string): Person => personAt(() => slack.url, id);
  return {
    slack,
    databaseUrl: database.connectionString,
    settings: {
      SLACK_BOT_TOKEN: slack.botToken,
      ...(byHttp
        ? { SLACK_SIGNING_SECRET: byHttp.signingSecret, PORT: String(byHttp.port) }
        : { SLACK_APP_TOKEN: slack.appToken }),
      SLACK_API_URL: slack.slackApiUrl,
      DATABASE_URL: database.connectionString,
      SMTP_URL: slack.smtpUrl,
      UNDO_SECONDS: '0',
      LOG_LEVEL: 'error',
      ...more,
    },
    olivia: who('U0OLIVIA'),
    ben: who('U0BEN'),
    ana: who('U0ANA'),
    close: async () => {
      await slack.stop();
      await database.drop();
    },
  };
}

/** A zone in which it is about noon now, so that no test meets the end of a day. */
function zoneAtNoon(): string {
  const ahead = 12 - new Date().getUTCHours();
  return ahead === 0 ? 'UTC' : `Etc/GMT${ahead > 0 ? '-' : '+'}${Math.abs(ahead)}`;
}

async function furnish(databaseUrl: string, slack: LocalSlack): Promise<void> {
  const database = await openDatabase(databaseUrl);
  try {
    const store = await openStores(database).forTeam(slack.teamId, 'Harbor & Pine');
    const now = instantFromMillis(Date.now());
    const zone = zoneAtNoon();
    await store.saveSettings(
      {
        ...DEFAULT_SETTINGS,
        businessName: 'Harbor & Pine Design',
        sender: { name: 'Olivia Owner', email: 'olivia@harborandpine.example' },
        channel: 'C0OVERDUE',
        zone,
        digestTime: '00:00',
        owners: ['U0OLIVIA'],
        approvers: ['U0OLIVIA', 'U0BEN'],
        waysToPay: { linkTemplate: null, bankDetails: 'First Harbor Bank, account 0012345678', phone: null },
        onboarded: true,
      },
      'U0OLIVIA',
      now,
    );
    const window = {
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      from: '00:00',
      to: '23:59',
      holidayCountry: null,
      daysOff: [],
    };
    await store.savePolicy({ ...DEFAULT_POLICY, window }, 'U0OLIVIA', now);
    await store.importBatch(ledgerOf(dayIn(zone, now)), 'U0OLIVIA', now);
  } finally {
    await database.close();
  }
}

function ledgerOf(today: string): ImportBatch {
  const due = addDays(today as never, -12);
  return {
    fileName: 'first.csv',
    sha256: 'the first file',
    day: today as never,
    customers: [
      {
        key: 'acme robotics inc',
        name: 'Acme Robotics Inc',
        group: null,
        contact: { name: 'Dana Whitfield', email: 'dana@acme-robotics.example', phone: null },
      },
    ],
    invoices: [
      {
        customerKey: 'acme robotics inc',
        number: 'INV-1041',
        kind: 'invoice',
        issued: addDays(due, -21),
        due,
        total: money(185_000, 'USD'),
        open: money(185_000, 'USD'),
        memo: null,
        line: 2,
      },
    ],
    covers: 'changes',
  };
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
