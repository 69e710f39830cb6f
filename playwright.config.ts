import { defineConfig } from '@playwright/test';
import { urls } from './e2e/support/ports';

/** The quiet flags keep Chromium from calling home on a machine without a network. */
const args = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage',
]; // prettier-ignore

export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/support/servers.ts',
  fullyParallel: true,
  workers: 2,
  retries: process.env.CI ? 2 : 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json']],
  outputDir: 'test-results/playwright',
  use: {
    baseURL: urls.console,
    locale: 'en-GB',
    timezoneId: 'Asia/Jakarta',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      args,
      ...(process.env.NUSA_CHROMIUM ? { executablePath: process.env.NUSA_CHROMIUM } : {}),
    },
  },
  projects: [
    { name: 'main', testMatch: /.*\.spec\.ts/ },
    { name: 'long', testMatch: /.*\.long\.ts/ },
  ],
});
