// Where the end-to-end run's own servers listen: apart from the demo's ports. Plain JavaScript, because scripts/test.mjs
// looks before anything is built whether they are free.

/** Added to every port, so that two runs can share a machine. */
const offset = Number(process.env.NUSA_E2E_OFFSET || 0);

export const ports = {
  sandbox: 4200 + offset,
  control: 4201 + offset,
  smtp: 4225 + offset,
  kubernetes: 4264 + offset,
  s3: 4266 + offset,
  console: 3200 + offset,
  vpsOnly: 3201 + offset,
  /** The first of two that are flooded. */
  flood: 3290 + offset,
  /** A console of the long tests, before a backend that answers wrongly. */
  spoilt: 3280 + offset,
  /** The first of the consoles that tests kill and start again. */
  own: 3300 + offset,
  /** Of the long tests: consoles that share a Redis. */
  replicas: [3202 + offset, 3203 + offset, 3204 + offset],
  redis: 4206 + offset,
};

/** The ports of a run, in the form of scripts/ports.mjs. @param {{ long: boolean }} which */
export function wantedPorts({ long }) {
  const {
    sandbox,
    control,
    smtp,
    kubernetes,
    s3,
    console: main,
    vpsOnly,
    own,
    flood,
    spoilt,
    replicas,
    redis,
  } = ports;
  const numbers = [
    sandbox,
    control,
    smtp,
    kubernetes,
    s3,
    main,
    vpsOnly,
    own,
    own + 1,
    own + 2,
    own + 3,
    own + 4,
  ];
  if (long) numbers.push(flood, flood + 1, spoilt, ...replicas, redis);
  const [host, setting] = ['127.0.0.1', 'NUSA_E2E_OFFSET'];
  const change = `set ${setting} to a number that is added to all ports of the run, such as 20`;
  return numbers.map((port) => ({ port, host, setting, change }));
}
