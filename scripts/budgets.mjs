// Prints the size of each route's first-load JavaScript, compressed with brotli. It fails if a route is over its
// budget, if the first load holds a heavy library that must load on demand, or if a route isn't in
// lib/paths/pages.json. It reads what `next build` has written to .next.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { refuse, root } from './root.mjs';

const kB = 1000;
/** The budgets in bytes, by the kind of page in lib/paths/pages.json. */
const budgets = { entrance: 130 * kB, list: 160 * kB, page: 200 * kB };
const pages = JSON.parse(readFileSync(path.join(root, 'lib', 'paths', 'pages.json'), 'utf8'));
/** For each heavy library, a text that only its code holds. */
const heavy = {
  noVNC: /_rfbConnectionState|RFB\.messages/,
  recharts: /recharts-(wrapper|surface)/,
  xterm: /xterm-(helper|screen|viewport)/,
  zod: /ZodError|invalid_union/,
};

const next = path.join(root, '.next');
const sizes = new Map();
function size(file) {
  const known = sizes.get(file);
  if (known) return known;
  const source = readFileSync(path.join(next, file));
  const text = source.toString('utf8');
  const found = Object.keys(heavy).filter((name) => heavy[name].test(text));
  const entry = { bytes: brotliCompressSync(source).length, found };
  sizes.set(file, entry);
  return entry;
}

function manifests() {
  const files = [];
  const walk = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const file = path.join(folder, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (entry.name === 'page_client-reference-manifest.js') files.push(file);
    }
  };
  walk(path.join(next, 'server', 'app'));
  return files;
}

if (!existsSync(path.join(next, 'build-manifest.json')))
  refuse('There is no build to measure: run `npm run build`.');
const { rootMainFiles } = JSON.parse(readFileSync(path.join(next, 'build-manifest.json'), 'utf8'));
let over = 0;
const rows = [];
for (const file of manifests()) {
  const holder = {};
  new Function('globalThis', readFileSync(file, 'utf8'))(holder);
  for (const [entry, manifest] of Object.entries(holder.__RSC_MANIFEST ?? {})) {
    const route = entry.replace(/\/page$/, '').replace(/\/\([^)]+\)/g, '') || '/';
    if (route.startsWith('/_')) continue;
    const files = new Set([...rootMainFiles, ...Object.values(manifest.entryJSFiles ?? {}).flat()]);
    const parts = [...files].map(size);
    const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
    const found = [...new Set(parts.flatMap((part) => part.found))];
    const budget = budgets[pages[route]] ?? 0;
    const wrong = bytes > budget || found.length > 0;
    if (wrong) over += 1;
    rows.push({
      route,
      bytes,
      budget,
      note: `${found.length ? ` holds ${found.join(', ')}` : ''}${budget === 0 ? '  NOT IN lib/paths/pages.json' : wrong ? '  OVER BUDGET' : ''}`,
    });
  }
}
rows.sort((a, b) => a.route.localeCompare(b.route));
console.log('First-load JavaScript by route, brotli (kB):');
for (const { route, bytes, budget, note } of rows) {
  console.log(
    `  ${(bytes / kB).toFixed(1).padStart(6)} of ${String(budget / kB).padStart(3)}  ${route}${note}`,
  );
}
process.exit(over === 0 ? 0 : 1);
