/** Added to every port, so that two runs can share a machine. */
const offset = Number(process.env.NUSA_E2E_OFFSET ?? 0);

/** The ports of the run's sandbox and consoles. They differ from the demo's. */
export const ports = {
  sandbox: 4200 + offset,
  control: 4201 + offset,
  smtp: 4225 + offset,
  console: 3200 + offset,
  vpsOnly: 3201 + offset,
  /** The first of the two consoles that are flooded. */
  flood: 3290 + offset,
  /** A console of the long tests whose backend answers wrongly. */
  spoilt: 3280 + offset,
  /** The consoles of the long tests that share a Redis. */
  replicas: [3202 + offset, 3203 + offset, 3204 + offset],
  redis: 4206 + offset,
};

/** The URLs of the run. `NUSA_E2E_CONSOLE` and `NUSA_E2E_CONTROL` name servers that run already. */
export const urls = {
  console: process.env.NUSA_E2E_CONSOLE ?? `http://localhost:${ports.console}`,
  /** A console with only one backend. */
  vpsOnly: `http://localhost:${ports.vpsOnly}`,
  sandbox: `http://127.0.0.1:${ports.sandbox}`,
  control: process.env.NUSA_E2E_CONTROL ?? `http://127.0.0.1:${ports.control}`,
};

/** The files that the run writes. */
export const files = {
  logs: 'test-results/logs',
  secrets: 'test-results/secrets.txt',
  reached: '.data/reached.json',
};
