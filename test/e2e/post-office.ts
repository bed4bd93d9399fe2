// A mail server of the test, over real SMTP: it keeps what it took, and refuses or hangs up where a test wants it to.
import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

export type PostOffice = {
  readonly url: string; // smtp://
  /** Every letter whose text arrived whole, also where no answer was given. */
  readonly letters: ParsedMail[];
  /** Refuses recipients with this sentence while it is set. */
  refuseRecipients: string | null;
  /** Done instead of answering a letter's text, while it is set; `answer` takes the letter after all. */
  insteadOfAnswer: ((answer: () => void) => void) | null;
  /** Closes every connection without a word. */
  hangUp(): void;
  close(): Promise<void>;
};

export async function openPostOffice(options: SMTPServerOptions = {}): Promise<PostOffice> {
  const sockets = new Set<Socket>();
  const office = {
    url: '',
    letters: [] as ParsedMail[],
    refuseRecipients: null as string | null,
    insteadOfAnswer: null as ((answer: () => void) => void) | null,
    hangUp: () => {
      for (const socket of sockets) socket.destroy();
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: (_address, _session, done) =>
      done(
        office.refuseRecipients
          ? Object.assign(new Error(office.refuseRecipients), { responseCode: 550 })
          : undefined,
      ),
    onData: (stream, _session, done) => {
      simpleParser(stream).then((letter) => {
        office.letters.push(letter);
        if (office.insteadOfAnswer) office.insteadOfAnswer(done);
        else done();
      }, done);
    },
    ...options,
  });
  server.on('error', () => {}); // Clients that hang up are what some tests are about.
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  if (address === null || typeof address === 'string') throw new Error('the mail server has no port');
  office.url = `smtp://127.0.0.1:${address.port}`;
  return office;
}
