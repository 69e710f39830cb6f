/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Packages that must stay outside the bundle: native code, or code that reads its own files.
  serverExternalPackages: ['pino', 'undici', 'prom-client'],
  typescript: { ignoreBuildErrors: true }, // `npm run check` runs tsc over the whole tree; once is enough
  devIndicators: false,
};

export default config;
