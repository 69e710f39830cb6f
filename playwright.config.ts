import { defineConfig } from '@playwright/test';
import { urls } from './e2e/support/ports';

/**
 * Chromium features to switch off. This list replaces Playwright's own, which it repeats: features that change a page
 * or call home. It adds the pop-ups of the address bar, which are half of what a tab of a full Chromium costs.
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

/** Flags that keep Chromium from calling home, so that it runs on a machine without a network. */
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
    // A trace takes a third of the run's time. To get one, use `--trace retain-on-failure`.
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
