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

const style = `body{font:15px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1c2430}
article{border:1px solid #d5dbe3;border-radius:8px;padding:1rem;margin:1rem 0}h2{font-size:1rem;margin:0 0 .25rem}
p{margin:0;color:#566}pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.75rem 0 0;font:inherit}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem}dd{margin:0;overflow-wrap:anywhere}
form{display:inline-block;margin:0 .5rem .5rem 0}button{font:inherit;padding:.5rem 1rem}`;

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
