import { ports } from './port-numbers.mjs';

export { ports };

/** The URLs of the run. `NUSA_E2E_CONSOLE` and `NUSA_E2E_CONTROL` name servers that run already. */
export const urls = {
  console: process.env.NUSA_E2E_CONSOLE ?? `http://localhost:${ports.console}`,
  /** A console with only one backend. */
  vpsOnly: `http://localhost:${ports.vpsOnly}`,
  sandbox: `http://127.0.0.1:${ports.sandbox}`,
  s3: `http://127.0.0.1:${ports.s3}`,
  control: process.env.NUSA_E2E_CONTROL ?? `http://127.0.0.1:${ports.control}`,
};

/** The files that the run writes. */
export const files = {
  logs: 'test-results/logs',
  secrets: 'test-results/secrets.txt',
  reached: '.data/reached.json',
};
