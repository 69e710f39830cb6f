/** The inbox: all caught mail, as a plain page and as JSON. */
import type { ServerResponse } from 'node:http';
import type { Store } from './db';
import { readMail } from './mail';
import type { Mail } from './mail';

/** HTML text, which is not escaped again. */
class Html {
  constructor(readonly text: string) {}
}
type Piece = string | number | Html | Html[];

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

function render(piece: Piece): string {
  if (Array.isArray(piece)) return piece.map((item) => item.text).join('');
  return piece instanceof Html ? piece.text : escape(String(piece));
}

/** A template tag for HTML; it escapes every value. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  return new Html(
    parts
      .map((part, index) => part + (index < pieces.length ? render(pieces[index] ?? '') : ''))
      .join(''),
  );
}

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
article{border:1px solid #d5dbe3;border-radius:8px;padding:1rem;margin:1rem 0}h2{font-size:1rem;margin:0 0 .25rem}
p{margin:0;color:#566}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.75rem 0 0;font:inherit}`;

function letter(mail: Mail): Html {
  const at = new Date(mail.received_real).toISOString();
  return html`<article>
    <h2>${mail.subject}</h2>
    <p>${mail.sender} to ${mail.recipient}, <time datetime="${at}">${at}</time></p>
    <pre>${mail.body}</pre>
  </article>`;
}

/** The page with all given mails. */
export function inboxPage(mails: Mail[]): string {
  const list = mails.length > 0 ? mails.map(letter) : html`<p>No mail yet.</p>`;
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Inbox of the sandbox</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        <h1>Inbox</h1>
        <p>Mail that the sandbox sent, newest first.</p>
        ${list}
      </body>
    </html>`.text;
}

/** A mail in the JSON of the inbox; `at` is ISO 8601. */
export interface InboxMail {
  from: string;
  to: string;
  subject: string;
  text: string;
  at: string;
}

/** The mails to an address, or all mails, newest first. */
export function mailJson(store: Store, to: string | null): InboxMail[] {
  return readMail(store, to).map((mail) => ({
    from: mail.sender,
    to: mail.recipient,
    subject: mail.subject,
    text: mail.body,
    at: new Date(mail.received_real).toISOString(),
  }));
}

/** Serves `/inbox` and `/inbox.json?to=`. @returns false for other paths. */
export function serveInbox(store: Store, url: URL, response: ServerResponse): boolean {
  const to = url.searchParams.get('to');
  if (url.pathname === '/inbox.json') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(mailJson(store, to)));
    return true;
  }
  if (url.pathname !== '/inbox' && url.pathname !== '/') return false;
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    'x-content-type-options': 'nosniff',
  });
  response.end(inboxPage(readMail(store, to)));
  return true;
}
