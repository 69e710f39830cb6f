import { defineConfig } from '@playwright/test';
import { urls } from './e2e/support/ports';

/**
 * What Playwright switches off that would change a page or call home (its own list gives way to this one), and the
 * pop-ups of the address bar: pages of their own for every tab of a full Chromium, half of what a tab costs.
 */
const features = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'ThirdPartyStoragePartitioning',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
];

/** The quiet flags keep Chromium from calling home on a machine without a network. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  `--disable-features=${features.join(',')}`,
];

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
    // A trace films the page: a third of the run's time. `--trace retain-on-failure` where one is wanted.
    trace: 'on-first-retry',
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
