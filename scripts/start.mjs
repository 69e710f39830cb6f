// `npm start`: the console from its production build, in this process.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { refuse, root } from './root.mjs';
import { needNode } from './run.mjs';
import { endWithNpm } from './stopping.mjs';

needNode();
if (!existsSync(path.join(root, 'node_modules', 'next')))
  refuse('The packages are not installed: run `npm ci`, then `npm run build`.');
const built = ['dist/built', '.next/BUILD_ID'].every((file) => existsSync(path.join(root, file)));
if (!built) refuse('There is no finished build: run `npm run build`.');
process.chdir(root);
Object.assign(process.env, { NODE_ENV: 'production' });
endWithNpm();
await import(pathToFileURL(path.join(root, 'dist', 'server.mjs')).href);
