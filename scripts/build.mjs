// `npm run build` builds the pages with Next, bundles each of the two servers, and prints the size of each route.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bin, must, root } from './run.mjs';

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
await must(process.execPath, ['scripts/budgets.mjs']);
writeFileSync(path.join(root, 'dist', 'built'), new Date().toISOString());
