import { ports } from './port-numbers.mjs';

export { ports };

/** A run against servers that are up already names them by `NUSA_E2E_CONSOLE` and `NUSA_E2E_CONTROL`. */
export const urls = {
  console: process.env.NUSA_E2E_CONSOLE ?? `http://localhost:${ports.console}`,
  /** A console that is configured with one backend only. */
  vpsOnly: `http://localhost:${ports.vpsOnly}`,
  sandbox: `http://127.0.0.1:${ports.sandbox}`,
  control: process.env.NUSA_E2E_CONTROL ?? `http://127.0.0.1:${ports.control}`,
};

/** Files that the run leaves behind. */
export const files = {
  logs: 'test-results/logs',
  secrets: 'test-results/secrets.txt',
  reached: '.data/reached.json',
};
