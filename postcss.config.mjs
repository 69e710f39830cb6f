import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

// Tailwind's resolver takes `#` in a folder's name for the beginning of a fragment, and finds nothing in such a checkout.
// Tailwind asks this function first.
if (process.cwd().includes('#'))
  globalThis.__tw_resolve = (id, base) => {
    const file = path.resolve(base, id);
    if (id.startsWith('.') && existsSync(file)) return file;
    return id === 'tailwindcss' ? createRequire(`${base}/`).resolve('tailwindcss/index.css') : null;
  };

const config = { plugins: { '@tailwindcss/postcss': {} } };

export default config;
