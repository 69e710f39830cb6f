/**
 * Mail over real SMTP: nodemailer sends it, a server on loopback stores it in SQLite, and the inbox page shows it.
 * With `SANDBOX_SMTP_URL`, it is sent to another server.
 */
import type { AddressInfo } from 'node:net';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import type { Store } from './db';

/** A mail to send. */
export interface Letter {
  to: string;
  subject: string;
  text: string;
}

/** Sends mail; resolves when the server has accepted it. */
export interface Post {
  send(letter: Letter): Promise<void>;
}

/** A received mail; `received_real` is milliseconds since 1970 of the real clock. */
export interface Mail {
  id: number;
  sender: string;
  recipient: string;
  subject: string;
  body: string;
  received_real: number;
}

const sender = 'Awan Nusantara <no-reply@awan.example.id>';

/** Sends mail by SMTP to `url`, for example `smtp://127.0.0.1:4125`. */
export function smtpPost(url: () => string): Post {
  return {
    async send({ to, subject, text }) {
      const transport = createTransport(url());
      try {
        await transport.sendMail({ from: sender, to, subject, text });
      } finally {
        transport.close();
      }
    },
  };
}

/** The newest 200 mails, newest first: all, or those to one address. */
export function readMail(store: Store, to: string | null): Mail[] {
  return to === null
    ? store.all<Mail>('select * from mail order by id desc limit 200')
    : store.all<Mail>(
        'select * from mail where recipient = ? collate nocase order by id desc limit 200',
        to,
      );
}

/** Decodes the encoded words of a header (RFC 2047). */
function decodeWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(text, 'base64').toString()
        : unquote(text.replaceAll('_', ' ')),
    );
}

/** Decodes quoted-printable text (RFC 2045). */
function unquote(text: string): string {
  const bytes = text
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

/** Reads the subject and text of a simple message; a multipart message keeps its raw source. */
export function parseMessage(raw: string): { subject: string; body: string } {
  const [, head = '', source = ''] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? [];
  const headers = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  const header = (name: string) =>
    headers
      .find((line) => line.toLowerCase().startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? '';
  const encoding = header('content-transfer-encoding').toLowerCase();
  const body =
    encoding === 'base64'
      ? Buffer.from(source, 'base64').toString()
      : encoding === 'quoted-printable'
        ? unquote(source)
        : source;
  return { subject: decodeWords(header('subject')), body: body.replaceAll('\r\n', '\n').trim() };
}

/** The running mail server. */
export interface Catcher {
  port: number;
  close(): Promise<void>;
}

/** Starts the mail server on loopback; port 0 takes a free one. */
export async function startCatcher(store: Store, port: number): Promise<Catcher> {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: 1024 * 1024,
    logger: false,
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('error', done);
      stream.on('end', () => {
        const { subject, body } = parseMessage(Buffer.concat(parts).toString());
        const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
        for (const { address } of session.envelope.rcptTo) {
          store.insert('mail', {
            sender: from,
            recipient: address,
            subject,
            body,
            received_real: Date.now(),
          });
        }
        done();
      });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
  server.on('error', () => undefined); // ignore clients that hang up
  const address = server.server.address() as AddressInfo;
  return {
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
