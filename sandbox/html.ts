/** HTML for the sandbox's own pages: the inbox and the payment page. */
import type { ServerResponse } from 'node:http';

/** HTML text, which is not escaped again. */
export class Html {
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

const style = `:root{color-scheme:light dark;--line:light-dark(#d5dbe3,#3a434f);--quiet:light-dark(#556,#a9b3bf)}
body{font:15px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;line-height:1.25;margin:0 0 .5rem}h2{font-size:1rem;margin:2rem 0 .5rem}article h2{margin:0 0 .25rem}
article{border:1px solid var(--line);border-radius:8px;padding:1rem;margin:.75rem 0}
p{margin:0;color:var(--quiet)}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.75rem 0 0;font:inherit}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dt{color:var(--quiet)}dd{margin:0;overflow-wrap:anywhere}
form{display:inline-flex;flex-wrap:wrap;align-items:end;gap:.75rem;margin:.5rem .5rem 0 0}label{display:grid;gap:.25rem}
button,input,select{font:inherit;padding:.375rem .75rem;border:1px solid var(--line);border-radius:6px}
button::first-letter{text-transform:uppercase}`;

/** An instant of UTC as a person reads it: `2026-11-29, 12:38 UTC`. @param at milliseconds since 1970 */
export const instantWords = (at: number): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ', ')} UTC`;

/** A whole page. */
export function page(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <style>
          ${new Html(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html>`.text;
}

/** Answers a page, which may use neither scripts nor anything of another address. */
export function sendPage(response: ServerResponse, text: string, status = 200): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}
