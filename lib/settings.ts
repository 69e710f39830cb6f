/**
 * All settings of an operator, read from the environment once and checked. README's table documents them; a wrong
 * value stops the start and is named. Server only.
 */
import { z } from 'zod';

const list = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean),
  );
/** Parses each item of a list by `read`, which returns null for an invalid one. */
function listOf(wrong: string, read: (item: string) => string | null) {
  return list.transform((items, context) => {
    const found = items.map(read);
    if (found.includes(null)) context.addIssue({ code: 'custom', message: wrong });
    return found.filter((item) => item !== null);
  });
}

/** An origin in the form of a browser's `Origin` header. */
function readOrigin(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.href === `${url.origin}/` ? url.origin : null;
}

/** A host in the form of URLs (lower case, punycode, short IPv6), with its wildcard and port. */
function readConsoleHost(text: string): string | null {
  const [, wildcard = '', host = '', port = ''] =
    /^(\*\.)?(\[[^\]]+\]|[^:[\]/?#@*\s]+)(:\d+)?$/.exec(text) ?? [];
  if (host === '' || !URL.canParse(`wss://${host}${port}`)) return null;
  if (wildcard && /(^|\.)\d+\.?$|\]$/.test(host)) return null; // addresses have no subdomains
  return `${wildcard}${new URL(`wss://${host}`).hostname}${port}`;
}

const baseUrl = z
  .url({ protocol: /^https?$/ })
  .transform((value) => value.replace(/\/+$/, ''))
  .optional();
const link = z.url({ protocol: /^https?$/ }).optional();
/** Whether an address may be a logo's: https (http on this machine), or a path of this console. */
function readLogo(value: string): boolean {
  if (/^\/(?![/\\])[^\s\\]*$/.test(value)) return true;
  if (!URL.canParse(value)) return false;
  const { protocol, hostname } = new URL(value);
  return (
    protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.0\.0\.1)$/.test(hostname))
  );
}
const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true');
const portText = 'must be a number from 0 to 65535';
const secretText = 'must be 32 random characters or more, such as `openssl rand -hex 32` prints';
const secret = z.string(secretText).min(32, secretText);
const positive = (fallback: number) => z.coerce.number().positive().default(fallback);

const schema = z.object({
  /** Secret that seals cookies and tickets; 32 characters or more. */
  NUSA_SECRET: secret,
  /** The secret before the last rotation; still opens what it sealed. */
  NUSA_SECRET_PREVIOUS: secret.optional(),
  /** Public origins of this console, comma separated: `https://console.example.id`. The first is the main one. */
  NUSA_ORIGINS: listOf('must be origins, such as https://console.example.id', readOrigin),
  PORT: z.coerce.number(portText).int(portText).min(0, portText).max(65535, portText).default(3000),
  NUSA_HOST: z.string().default('127.0.0.1'),
  /** Base URL of Awanio with its version (`https://…/v2`); unset: not offered. */
  NUSA_AWANIO_URL: baseUrl,
  /** Base URL of DewaVPS (`https://…/v1`); unset: not offered. */
  NUSA_DEWAVPS_URL: baseUrl,
  /**
   * The S3 endpoint of Awanio's object storage, asked with the bucket in the path (`https://s3.example.id`); unset: objects
   * are listed by the API alone.
   */
  NUSA_AWANIO_S3_ENDPOINT: baseUrl,
  /** The region that signatures name. */
  NUSA_AWANIO_S3_REGION: z.string().min(1).max(64).default('us-east-1'),
  /** A JSON file that moves or removes operations; see lib/contract/overrides.ts. */
  NUSA_OVERRIDES: z.string().optional(),
  /** The `user_level` that means finance, if the provider has one. */
  NUSA_FINANCE_LEVEL: z.coerce.number().int().optional(),
  /**
   * The `authentication_type.id` of A24 that means an SSH key; 1 is a password. Without it machines are created with
   * passwords only.
   */
  NUSA_VM_SSH_KEY_ID: z.coerce.number().int().min(2).max(999).optional(),
  /**
   * The field of `reserve_external_ip` (A24) that holds the uuid of a reserved address. Without it no machine is created with one.
   */
  NUSA_RESERVED_IP_FIELD: z
    .string()
    .regex(/^(?!(is_new|reserved)$)[a-z]\w{0,39}$/i, 'must be the name of a field, such as uuid')
    .optional(),
  /** What the provider reads the `size` of a new VPC (A36) as: a prefix length, or a count of addresses. */
  NUSA_VPC_SIZE: z.enum(['prefix', 'count']).default('prefix'),
  /** Allows the provider's administrators to sign in (AX7); without it nobody can use their operations. */
  NUSA_PROVIDER_ADMIN: flag.default(false),
  /**
   * Hosts of machine consoles: `host` or `host:port`, `*.host` for its subdomains. Consoles at other hosts are
   * refused.
   */
  NUSA_CONSOLE_HOSTS: listOf('must be host, host:port or *.host', readConsoleHost),
  /** Hosts of icons and avatars, in the same forms. Pictures at other hosts aren't shown. */
  NUSA_ICON_HOSTS: listOf('must be host, host:port or *.host', readConsoleHost),
  /** Hosts of payment pages, in the same forms. Pages at other hosts aren't linked to. */
  NUSA_PAYMENT_HOSTS: listOf('must be host, host:port or *.host', readConsoleHost),
  /** How an icon is sent: `bare` base64, or with `data:` before it. */
  NUSA_ICON_FORMAT: z.enum(['bare', 'data']).default('bare'),
  /** Hosts of the provider's invoices and exports, in the same forms. Files at other hosts aren't fetched. */
  NUSA_DOCUMENT_HOSTS: listOf('must be host, host:port or *.host', readConsoleHost),
  /** A TTF or OTF file for names in documents that the built-in font can't write: Chinese, Japanese, Korean. */
  NUSA_DOCUMENT_FONT: z.string().optional(),
  /** Who sells, on documents; without it the company that the invoice names. */
  NUSA_SELLER_NAME: z.string().max(150).optional(),
  /** Its address; `\\n` begins a new line. */
  NUSA_SELLER_ADDRESS: z
    .string()
    .max(500)
    .transform((value) => value.replaceAll('\\n', '\n'))
    .optional(),
  /** Its NPWP, as it is printed. */
  NUSA_SELLER_TAX_NUMBER: z.string().max(40).optional(),
  /** Whether an invoice is a tax document, in a sentence for each language; a single one is shown in both. */
  NUSA_TAX_DOCUMENT_NOTE_EN: z.string().max(500).optional(),
  NUSA_TAX_DOCUMENT_NOTE_ID: z.string().max(500).optional(),
  /** Minutes without input until sign-in opens over the page. */
  NUSA_IDLE_MINUTES: positive(30),
  /** Hours until a session ends for good. */
  NUSA_SESSION_HOURS: positive(12),
  /** Backend calls per minute for each credential, over all replicas. */
  NUSA_CALLS_PER_MINUTE: positive(60),
  NUSA_REPLICAS: positive(1),
  /** A Redis that the replicas share, so that a sign-out at one applies to all. */
  REDIS_URL: z
    .url({ protocol: /^rediss?$/ })
    .refine(
      (value) => !URL.canParse(value) || /^(\/\d*)?$/.test(new URL(value).pathname),
      'must end in no path but a database number',
    )
    .optional(),
  /** Milliseconds until a backend call times out. */
  NUSA_BACKEND_TIMEOUT: positive(20_000),
  /** True behind a TLS proxy: secure cookies, HSTS. Defaults to whether the first origin is https. */
  NUSA_TLS: flag.optional(),
  /** True when a proxy in front sets X-Forwarded-For. */
  NUSA_TRUST_PROXY: flag.default(false),
  /** Most connections at the same time; fewer if the system lets the process open too few files. */
  NUSA_MAX_CONNECTIONS: z.coerce.number().int().min(8).default(2000),
  NUSA_PROVIDER_NAME: z.string().default('Nusa'),
  NUSA_AWANIO_LABEL: z.string().default('Cloud'),
  NUSA_DEWAVPS_LABEL: z.string().default('VPS'),
  /** The provider's own portal, for tasks that the API doesn't support. */
  NUSA_PORTAL_URL: link,
  NUSA_SUPPORT_URL: link,
  /** Pages of the provider that a customer may look for. */
  NUSA_STATUS_URL: link,
  NUSA_TERMS_URL: link,
  NUSA_PRIVACY_URL: link,
  /** The provider's logo in place of mark and name: an https address, or a path of `public/`. */
  NUSA_LOGO_URL: z
    .string()
    .refine((value) => readLogo(value), 'must be an https address, or a path such as /logo.svg')
    .optional(),
  /** A notice on every page, one text per language; a single one is shown in both. */
  NUSA_NOTICE_EN: z.string().max(500).optional(),
  NUSA_NOTICE_ID: z.string().max(500).optional(),
  /** `info` and `warn` can be dismissed, `danger` can't. */
  NUSA_NOTICE_LEVEL: z.enum(['info', 'warn', 'danger']).default('info'),
  /** A page with more about the notice. */
  NUSA_NOTICE_URL: link,
  /** The notice disappears after this instant, ISO 8601 with its zone: `2026-12-01T06:00:00+07:00`. */
  NUSA_NOTICE_UNTIL: z.iso.datetime({ offset: true }).optional(),
  /** Bearer token of `/api/metrics`; without it there are no metrics. */
  NUSA_METRICS_TOKEN: z.string().min(16).optional(),
  /** Token of `/api/operator/features`, as Bearer or as a password; without it there is no such page. */
  NUSA_OPERATOR_TOKEN: z.string().min(32).optional(),
  NUSA_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

type Raw = z.output<typeof schema>;
/** The settings of a process. */
export interface Settings extends Omit<Raw, 'NUSA_TLS'> {
  NUSA_TLS: boolean;
}

/** Whether a secret was typed just to reach the length: few different characters, or a short repeated unit. */
function isWeak(secret: string | undefined): boolean {
  if (secret === undefined) return false;
  return new Set(secret).size < 8 || /^(.{1,15}?)\1+$/s.test(secret);
}

/** Finds values that work but would be unsafe in production. @returns one line each, like that of a wrong setting */
function unsafe({ NUSA_TLS: tls, ...read }: Settings): string[] {
  const weak = (['NUSA_SECRET', 'NUSA_SECRET_PREVIOUS'] as const)
    .filter((name) => isWeak(read[name]))
    .map((name) => `${name}: must be random, such as \`openssl rand -hex 32\` prints`);
  const origins = read.NUSA_ORIGINS;
  const none = origins.length === 0;
  const bare = !tls && origins.some((origin) => origin.startsWith('https:'));
  return [
    ...weak,
    ...(none
      ? ['NUSA_ORIGINS: must name the address of this console, such as https://console.example.id']
      : []),
    ...(bare
      ? [
          'NUSA_TLS: must be 1, or left out and the https origin named first, where an origin is https',
        ]
      : []),
  ];
}

function refusal(lines: readonly string[]): Error {
  return new Error(
    `These settings are missing or wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`,
  );
}

/**
 * Parses an environment. With `NODE_ENV` production, unsafe values are refused, too. Empty strings count as unset.
 * @throws Error that names each wrong variable, never its value
 */
export function parseSettings(env: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    throw refusal(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`));
  }
  const tls = parsed.data.NUSA_TLS ?? parsed.data.NUSA_ORIGINS[0]?.startsWith('https:') ?? false;
  const read = { ...parsed.data, NUSA_TLS: tls };
  const wrong = env.NODE_ENV === 'production' ? unsafe(read) : [];
  if (wrong.length > 0) throw refusal(wrong);
  return read;
}

const key = Symbol.for('nusa.settings');
const store = globalThis as { [key]?: Settings };

/** The settings of this process, parsed at first use. */
export function settings(): Settings {
  return (store[key] ??= parseSettings(process.env));
}
