// A file of invoices dropped on us, or given in the form of /overdue import: fetched, read, asked about, receipted.
import type { App } from '@slack/bolt';
import { OutsideError } from '../core/outside-error.ts';
import {
  type Asked,
  afterImport,
  answerImport,
  type Imported,
  importLedger,
  type RefusedFile,
} from '../flows/import-ledger.ts';
import type { Ports } from '../ports/ports.ts';
import { onClick, onSubmit, openModal, STALE } from './hear.ts';
import { type Answer, type Place, type Room, tell } from './listen.ts';
import { ACTIONS, CALLBACKS, decodeValue } from './views/action-ids.ts';
import { askMessage, receiptMessage, refusedMessage } from './views/import-messages.ts';
import {
  importModal,
  importQuestionsModal,
  parseImport,
  parseImportQuestions,
} from './views/import-modals.ts';

export type SharedFile = {
  readonly id: string;
  readonly name?: string;
  readonly size?: number;
  readonly url_private_download?: string;
  readonly url_private?: string;
};

const DOWNLOAD_TIMEOUT_MS = 60_000;
/** Files in one message; a ledger is one file. */
const MAX_FILES = 5;

export function listenToImports(app: App, room: Room): void {
  onClick(app, room, ACTIONS.importOpen, async (_, { triggerId }) => {
    await openModal(room, triggerId, importModal());
    return undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.importFile,
    (values, ports) => parseImport(values, ports.files.maxBytes),
    async (ports, file, { place }) => {
      const { file: info } = await room.client.files.info({ file: file.id });
      return importDropped(room, ports, place, null, [info as SharedFile]);
    },
  );
  onClick(app, room, ACTIONS.importAnswer, async (ports, { value, triggerId, place }) => {
    const upload = decodeValue('upload', value);
    const again =
      upload && (await answerImport(ports, { uploadId: upload.uploadId, answers: {}, by: place.user }));
    if (!upload || !again) return STALE;
    if (again.kind === 'refused') return again;
    if (again.kind !== 'asked') return { kind: 'told', words: 'That file needs no answer any more.' };
    await openModal(
      room,
      triggerId,
      importQuestionsModal({ fileName: again.fileName, ...again.plan }, upload),
    );
    return undefined;
  });
  onSubmit(
    app,
    room,
    CALLBACKS.importQuestions,
    (values, _, { privateMetadata }) => {
      const upload = decodeValue('upload', privateMetadata);
      return upload ? parseImportQuestions(values, upload.answers) : Promise.resolve(null);
    },
    async (ports, { answers, given }, { privateMetadata, place }) => {
      const upload = decodeValue('upload', privateMetadata);
      if (!upload) return STALE;
      const at = { ...place, channel: upload.channel, threadTs: upload.threadTs };
      const result = await answerImport(ports, { uploadId: upload.uploadId, answers, by: place.user });
      if (result.kind === 'refused') return result;
      await answer(room, ports, at, result, given);
      return undefined;
    },
  );
}

/** Every file of a message, one after the other; the answer goes where the file was dropped. */
export async function importDropped(
  room: Room,
  ports: Ports,
  place: Place,
  messageTs: string | null,
  files: readonly SharedFile[],
): Promise<Answer> {
  const at: Place = { ...place, threadTs: place.threadTs ?? messageTs };
  for (const file of files.slice(0, MAX_FILES)) {
    const fileName = file.name ?? 'the file';
    const tooBig = ports.files.refuseBySize(fileName, file.size ?? 0);
    if (tooBig) return { kind: 'refused', because: tooBig };
    await tell(room, at, `Reading ${fileName}…`);
    const bytes = await download(room, file);
    const result = await importLedger(ports, { fileName, bytes, answers: {}, by: place.user });
    await answer(room, ports, at, result, []);
  }
  return files.length > MAX_FILES
    ? { kind: 'told', words: `I read the first ${MAX_FILES} files. Drop the others in another message.` }
    : undefined;
}

/** `given`: what was answered already, so that the next round asks only for the rest. */
async function answer(
  room: Room,
  ports: Ports,
  at: Place,
  result: Imported | Asked | RefusedFile,
  given: readonly [string, string][],
): Promise<void> {
  const { locale } = await ports.store.settings();
  const said = wordsOf(result, at, given, locale);
  await tell(room, at, said.text, said.blocks);
  if (result.kind !== 'imported') return;
  await afterImport(ports);
}

function wordsOf(
  result: Imported | Asked | RefusedFile,
  { channel, threadTs }: Place,
  given: readonly [string, string][],
  locale: string,
) {
  switch (result.kind) {
    case 'refused_file':
      return refusedMessage(result.fileName, result.problems);
    case 'asked':
      return askMessage(result.fileName, result.plan.questions, {
        uploadId: result.uploadId,
        channel,
        threadTs,
        answers: [...given],
      });
    case 'imported':
      return receiptMessage(result.receipt, result.result, locale);
  }
}

/** @throws OutsideError when Slack does not give the file. */
export async function download(room: Room, file: SharedFile): Promise<Uint8Array> {
  const url = file.url_private_download ?? file.url_private;
  if (!url)
    throw new OutsideError('slack', 'Slack does not give me that file: drop it on me once more.', false);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${room.botToken}` },
    signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
  });
  if (!response.ok) {
    throw new OutsideError(
      'slack',
      `Slack did not give me that file (${response.status}): drop it on me once more.`,
      true,
    );
  }
  return new Uint8Array(await response.arrayBuffer());
}
