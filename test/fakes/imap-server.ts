// A small IMAP server for the tests of the mailbox: as much of IMAP4rev1 as imapflow asks for, over a plain socket.
import { type AddressInfo, createServer, type Socket } from 'node:net';

type Kept = { readonly uid: number; readonly raw: Buffer; seen: boolean };

export type ImapServer = {
  readonly port: number;
  /** What was asked, without tags, in order. */
  readonly asked: string[];
  readonly mails: readonly Kept[];
  /** A new mail; whoever idles hears of it. */
  deliver(raw: string): void;
  /** Refuses the password from now on. */
  refuse: boolean;
  hangUp(): void;
  close(): Promise<void>;
};

export async function startImapServer(): Promise<ImapServer> {
  const mails: Kept[] = [];
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  const idling = new Map<Socket, string>();
  const state = { refuse: false };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      idling.delete(socket);
    });
    socket.write('* OK ready\r\n');
    let rest = '';
    socket.on('data', (data) => {
      const lines = (rest + data.toString('latin1')).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) answer(socket, line);
    });
  });

  function answer(socket: Socket, line: string): void {
    const write = (text: string) => socket.write(`${text}\r\n`, 'latin1');
    const idle = idling.get(socket);
    if (line.toUpperCase() === 'DONE' && idle) {
      idling.delete(socket);
      write(`${idle} OK done`);
      return;
    }
    const [, tag = '', whole = ''] = /^(\S+) (.*)$/.exec(line) ?? [];
    const command = whole.toUpperCase();
    asked.push(/^LOGIN|^AUTHENTICATE/.test(command) ? (command.split(' ')[0] ?? '') : whole);
    const ok = (words = 'done') => write(`${tag} OK ${words}`);
    if (command.startsWith('CAPABILITY')) {
      write('* CAPABILITY IMAP4rev1 IDLE');
      ok();
    } else if (command.startsWith('LOGIN')) {
      if (state.refuse) write(`${tag} NO [AUTHENTICATIONFAILED] wrong`);
      else ok();
    } else if (command.startsWith('LIST')) {
      const isRoot = command.endsWith('"" ""');
      write(isRoot ? '* LIST (\\Noselect) "/" ""' : '* LIST (\\HasNoChildren) "/" INBOX');
      ok();
    } else if (command.startsWith('SELECT') || command.startsWith('EXAMINE')) {
      if (!/^\S+ "?INBOX"?$/.test(command)) {
        write(`${tag} NO no such folder`);
        return;
      }
      write('* FLAGS (\\Seen)');
      write('* OK [PERMANENTFLAGS (\\Seen \\*)] ok');
      write(`* ${mails.length} EXISTS`);
      write('* OK [UIDVALIDITY 1] ok');
      ok('[READ-WRITE] done');
    } else if (command.startsWith('UID SEARCH')) {
      write(
        `* SEARCH ${mails
          .filter(({ seen }) => !seen)
          .map(({ uid }) => uid)
          .join(' ')}`.trimEnd(),
      );
      ok();
    } else if (command.startsWith('UID FETCH')) {
      const uid = Number(command.split(' ')[2]);
      const found = mails.find((mail) => mail.uid === uid);
      if (found) {
        const most = Number(/<0\.(\d+)>/.exec(command)?.[1] ?? found.raw.length);
        const bytes = found.raw.subarray(0, most);
        write(
          `* ${mails.indexOf(found) + 1} FETCH (UID ${uid} RFC822.SIZE ${found.raw.length} BODY[]<0> {${bytes.length}}`,
        );
        socket.write(bytes);
        write(')');
      }
      ok();
    } else if (command.startsWith('UID STORE')) {
      const found = mails.find(({ uid }) => uid === Number(command.split(' ')[2]));
      if (found && command.includes('\\SEEN')) found.seen = true;
      ok();
    } else if (command === 'IDLE') {
      idling.set(socket, tag);
      write('+ idling');
    } else if (command === 'LOGOUT') {
      write('* BYE');
      ok();
      socket.end();
    } else if (command === 'NOOP') ok();
    else write(`${tag} BAD unknown`);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return Object.assign(state, {
    port: (server.address() as AddressInfo).port,
    asked,
    mails,
    deliver: (raw: string) => {
      mails.push({ uid: mails.length + 1, raw: Buffer.from(raw.replace(/\r?\n/g, '\r\n')), seen: false });
      for (const socket of idling.keys()) socket.write(`* ${mails.length} EXISTS\r\n`);
    },
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  });
}
