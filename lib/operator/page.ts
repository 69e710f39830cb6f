/**
 * The list of {@link features} as a page. It is in English, like the doctor, the logs and the operating guide. It
 * loads nothing and has no styles, because the content security policy of data answers forbids both.
 */
import type { Feature, Features, FeatureReason } from './features';

const reasons: Record<FeatureReason, string> = {
  absent: 'The overrides file says that it is absent. Its feature is hidden.',
  fixed: 'The overrides file gives its answer. The backend is not asked.',
  moved: 'The overrides file moves it.',
  redirected: 'The backend redirects to another host. The console says that it is not offered.',
  missing: 'The backend has no such path.',
  perhaps:
    'The backend answered 404. Either the path is missing, or the one thing that was asked for.',
  refused: 'The backend says that it does not offer it.',
};

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

function row({ ref, title, method, path, why, status, host, seen, times }: Feature): string {
  const answered = status === null ? '' : `${status}${host === null ? '' : ` to ${host}`}`;
  const cells = [ref, title, `${method} ${path}`, reasons[why], answered, seen ?? '', times ?? ''];
  return `<tr>${cells.map((cell) => `<td>${escaped(String(cell))}</td>`).join('')}</tr>`;
}

/** The complete page. */
export function featuresPage({ since, without, features }: Features): string {
  const heads = ['Reference', 'Operation', 'Asked as', 'Why', 'Answered', 'Last seen', 'Times'];
  const table =
    features.length === 0
      ? '<p>Nothing is known to be missing.</p>'
      : `<table border="1" cellpadding="6"><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${features.map(row).join('')}</tbody></table>`;
  const backends = without.map((backend) => `<p>No address of ${backend} is set.</p>`).join('');
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark">',
    '<meta name="viewport" content="width=device-width"><title>What this deployment lacks</title></head>',
    '<body><main><h1>What this deployment lacks</h1>',
    `<p>From the overrides file, and from answers that this process has got since ${escaped(since)}. `,
    'Other replicas have lists of their own. An operation that works again leaves the list. ',
    'The doctor (<code>npm run doctor</code>) asks for everything at once.</p>',
    `${backends}${table}</main></body></html>`,
  ].join('');
}
