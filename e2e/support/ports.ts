/** Added to every port, so that two runs can share a machine. */
const offset = Number(process.env.NUSA_E2E_OFFSET ?? 0);

/** Where the end-to-end run's own sandbox and consoles listen: apart from the demo's ports. */
export const ports = {
  sandbox: 4200 + offset,
  control: 4201 + offset,
  smtp: 4225 + offset,
  console: 3200 + offset,
  vpsOnly: 3201 + offset,
  /** The first of two that are flooded. */
  flood: 3290 + offset,
  /** A console of the long tests, before a backend that answers wrongly. */
  spoilt: 3280 + offset,
  /** A console that a test stops and starts again. */
  restarted: 3205 + offset,
  /** Of the long tests: consoles that share a Redis. */
  replicas: [3202 + offset, 3203 + offset, 3204 + offset],
  redis: 4206 + offset,
};

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
