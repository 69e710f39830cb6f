// `npm run build`: Next's pages, then the two servers and the PDF viewer as single files, then the bytes of each route.
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { must } from './children.mjs';
import { buildPdfViewer } from './pdf-viewer.mjs';
import { bin, root } from './root.mjs';
import { needNode, needPackages } from './run.mjs';

needNode();
await needPackages();
// The mark of a whole build: `npm start` and `npm run demo` go by it.
const built = path.join(root, 'dist', 'built');
rmSync(built, { force: true });
await must(bin('next'), ['build'], {
  env: { NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production' },
});

const { build } = await import('esbuild');
await build({
  absWorkingDir: root,
  entryPoints: {
    server: 'server.ts',
    sandbox: 'sandbox/main.ts',
    'demo-accounts': 'sandbox/demo-accounts.ts',
  },
  outdir: 'dist',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
  // Code of dynamic imports (the console relay) becomes a file beside its entry.
  splitting: true,
});
await buildPdfViewer();
await must(process.execPath, ['scripts/budgets.mjs']);
writeFileSync(built, new Date().toISOString());
