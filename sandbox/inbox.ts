/** The inbox: all caught mail, as a plain page and as JSON. */
import type { ServerResponse } from 'node:http';
import type { Store } from './db';
import { html, instantWords, page, sendPage } from './html';
import type { Html } from './html';
import { readMail } from './mail';
import type { Mail } from './mail';

function letter(mail: Mail): Html {
  const at = new Date(mail.received_real).toISOString();
  return html`<article>
    <h2>${mail.subject}</h2>
    <p>
      ${mail.sender} to ${mail.recipient},
      <time datetime="${at}">${instantWords(mail.received_real)}</time>
    </p>
    <pre>${mail.body}</pre>
  </article>`;
}

/** The page with all given mails. */
export function inboxPage(mails: Mail[]): string {
  const list = mails.length > 0 ? mails.map(letter) : html`<p>No mail yet.</p>`;
  return page(
    'Inbox of the sandbox',
    html`<h1>Inbox</h1>
      <p>Mail that the sandbox sent, newest first.</p>
      ${list}`,
  );
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
  sendPage(response, inboxPage(readMail(store, to)));
  return true;
}
