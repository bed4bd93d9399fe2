// Ports for the tests of flows: a store in memory, the real writer and reader without a model, a chat and a mailer that record.
import { randomUUID } from 'node:crypto';
import { addSeconds, type Day, type Instant, instantAt } from '../../src/core/calendar.ts';
import type { ImportInvoice } from '../../src/core/import/batch.ts';
import { money } from '../../src/core/money.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { MAX_FILE_BYTES, readLedgerFile, refuseBySize } from '../../src/outside/ledger-file.ts';
import { loadPrompts } from '../../src/outside/prompt-files.ts';
import { makeReader } from '../../src/outside/reader.ts';
import { statementPdf } from '../../src/outside/statement-pdf.ts';
import { timelinePdf } from '../../src/outside/timeline-pdf.ts';
import { makeWriter } from '../../src/outside/writer.ts';
import { readZip, sha256, writeZip } from '../../src/outside/zip-file.ts';
import type { Mail } from '../../src/ports/mail.ts';
import type { Ports } from '../../src/ports/ports.ts';
import type { TeamChat } from '../../src/ports/team-chat.ts';
import { createMemoryStore, type MemoryStore } from './memory-store.ts';

export type Said = { readonly what: keyof TeamChat; readonly subject: unknown };

export type TestPorts = Ports & {
  readonly store: MemoryStore;
  readonly said: Said[];
  readonly sent: Mail[];
  /** What the mail server answers next; null: it takes the letter. */
  mailFails: Error | null;
  /** Called while a letter is being handed over, as a payment that lands in between. */
  whileSending: (() => Promise<void>) | null;
  setNow(now: Instant): void;
  passSeconds(seconds: number): void;
};

export const ZONE = 'America/New_York';
export const OWNER = 'U0OLIVIA';
export const BOOKKEEPER = 'U0BEN';
export const STRANGER = 'U0NOBODY';
/** As Slack has them. */
const NAMES: Readonly<Record<string, string>> = { [OWNER]: 'Olivia Owner', [BOOKKEEPER]: 'Ben Books' };

export const SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  businessName: 'Harbor & Pine Design',
  sender: { name: 'Olivia Owner', email: 'olivia@harborandpine.example' },
  channel: 'C0OVERDUE',
  zone: ZONE,
  owners: [OWNER],
  approvers: [OWNER, BOOKKEEPER],
  waysToPay: { linkTemplate: 'https://pay.example/{number}', bankDetails: null, phone: '+1 212 555 0199' },
  onboarded: true,
};

export async function testPorts(now: Instant): Promise<TestPorts> {
  let at = now;
  const said: Said[] = [];
  const sent: Mail[] = [];
  let count = 0;
  const post = (what: keyof TeamChat) => async (subject: unknown) => {
    said.push({ what, subject });
    count += 1;
    return { channel: 'C0OVERDUE', ts: `${1_700_000_000 + count}.000100` };
  };
  const change = (what: keyof TeamChat) => async (subject: unknown) => {
    said.push({ what, subject });
  };
  const store = createMemoryStore();
  const prompts = await loadPrompts();
  await store.saveSettings(SETTINGS, OWNER, now);
  const ports: TestPorts = {
    store,
    said,
    sent,
    mailFails: null,
    whileSending: null,
    clock: { now: () => at },
    setNow: (next) => {
      at = next;
    },
    passSeconds: (seconds) => {
      at = addSeconds(at, seconds);
    },
    chat: {
      postDigest: post('postDigest'),
      updateDigest: change('updateDigest'),
      showCase: async (view, before) => {
        const made = await post('showCase')(view);
        return before ?? made;
      },
      postDraft: post('postDraft'),
      updateDraft: change('updateDraft'),
      postScript: post('postScript'),
      postReading: post('postReading'),
      updateReading: change('updateReading'),
      postProposal: post('postProposal'),
      updateProposal: change('updateProposal'),
      postMail: post('postMail'),
      updateMail: change('updateMail'),
      askWhose: post('askWhose'),
      updateWhose: async (_card, settled) => {
        said.push({ what: 'updateWhose', subject: settled });
      },
      postPlan: post('postPlan'),
      updatePlan: change('updatePlan'),
      askLookBack: post('askLookBack'),
      postRequest: post('postRequest'),
      updateRequest: change('updateRequest'),
      say: post('say'),
      tell: change('tell'),
      givePage: async (_user, page) => {
        said.push({ what: 'givePage', subject: page });
      },
      giveFile: async (_thread, file) => {
        said.push({ what: 'giveFile', subject: file });
      },
      linkTo: async ({ channel, ts }) => `https://slack.example/${channel}/${ts}`,
      nameOf: async (user) => {
        said.push({ what: 'nameOf', subject: user });
        return NAMES[user] ?? user;
      },
    },
    writer: makeWriter({ model: null, prompts }),
    reader: makeReader({ model: null, prompts }),
    assistant: null,
    files: { maxBytes: MAX_FILE_BYTES, refuseBySize, read: readLedgerFile },
    documents: { statement: statementPdf, timeline: timelinePdf, zip: writeZip, unzip: readZip, sha256 },
    mailer: {
      send: async (mail) => {
        await ports.whileSending?.();
        if (ports.mailFails) throw ports.mailFails;
        sent.push(mail);
      },
    },
    queue: { wakeSend: async () => {} },
    undoSeconds: 30,
    newId: randomUUID,
  };
  return ports;
}

export type Owes = {
  readonly number: string;
  readonly due: Day;
  readonly open: number;
  readonly total?: number;
  readonly issued?: Day;
  readonly currency?: string;
};

/** Imports one customer's invoices, in whole units, of dollars where nothing else is said; the same call again with less open books a payment. */
export async function owes(
  ports: TestPorts,
  name: string,
  invoices: readonly Owes[],
  at: Instant = ports.clock.now(),
): Promise<string> {
  const key = name.toLowerCase();
  const rows: ImportInvoice[] = invoices.map((owed, index) => {
    const { number, due, open, total, issued = null, currency = 'USD' } = owed;
    return {
      customerKey: key,
      number,
      kind: 'invoice',
      issued,
      due,
      total: money((total ?? open) * 100, currency),
      open: money(open * 100, currency),
      memo: null,
      line: index + 2,
    };
  });
  await ports.store.importBatch(
    {
      fileName: `${name}.csv`,
      sha256: randomUUID(),
      day: at.slice(0, 10) as Day,
      customers: [
        {
          key,
          name,
          group: null,
          contact: { name: 'Dana Whitfield', email: `ap@${key.replace(/\W/g, '')}.example`, phone: null },
        },
      ],
      invoices: rows,
      covers: 'changes',
    },
    OWNER,
    at,
  );
  const found = (await ports.store.customerNames()).find((customer) => customer.name === name);
  if (!found) throw new Error(`${name} was not imported`);
  return found.id;
}

/** 10:00 on a day, where the business is. */
export function morning(on: Day): Instant {
  return instantAt(ZONE, on, '10:00');
}
