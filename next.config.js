import { fileURLToPath } from 'node:url';

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages that must stay outside the bundle: native code, or code that reads its own files.
  serverExternalPackages: [
    'pino',
    'undici',
    'prom-client',
    '@redis/client',
    'pdfkit',
    '@aws-sdk/client-s3',
  ],
  turbopack: {
    root: fileURLToPath(new URL('.', import.meta.url)),
    resolveAlias: {
      // The server compiles the messages (lib/intl/messages.ts), so the browser needs no ICU parser. Our formatter also
      // isolates the names in them.
      'use-intl/format-message': './lib/intl/format-message.ts',
      // Next's client of server actions is 2.7 kB of every page, and this console has none.
      './reducers/server-action-reducer': './lib/next/no-server-actions.ts',
      // All of Next's constants are 1.4 kB of every page, and its client reads one of them.
      '../../../lib/constants': { browser: './lib/next/client-constants.ts' },
      // Lucide's own maker of icons is 1 kB of every page, for settings that no icon here uses.
      '../createLucideIcon.mjs': './components/ui/lucide-icon.tsx',
    },
  },
  experimental: {
    turbopackCjsTreeShaking: true,
    // Fewer and larger chunks compress better: a list's first load is 4 kB smaller, but the way from one list to the
    // next loads about 8 kB more. Measured with `npm run build`.
    turbopackChunking: { minChunkSize: 150_000, maxMergeChunkSize: 2_000_000 },
  },
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs tsc over the whole tree; once is enough
  devIndicators: false,
  images: { unoptimized: true }, // no page needs Next's image service, so it is switched off
};

export default config;
