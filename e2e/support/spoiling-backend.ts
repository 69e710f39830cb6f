/** A backend that answers with the contract's samples, and makes some of the answers wrong. */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { operation, refs, type Ref } from '../../lib/contract';
import { randomOf, spoil } from './mutations';

interface Sample {
  request?: { params?: object; query?: object; body?: object };
  answer?: unknown;
}

function read(ref: Ref): Sample {
  const file = `lib/contract/fixtures/${operation(ref).backend}/${ref}.json`;
  const sample = JSON.parse(readFileSync(file, 'utf8')) as Sample;
  const given = sample.request ?? {};
  const structured = 'params' in given || 'query' in given || 'body' in given;
  return structured ? sample : { ...sample, request: { body: given } };
}

const samples = new Map<Ref, Sample>(refs.map((ref) => [ref, read(ref)]));

/** The request and the answer of an operation's sample in the contract. */
export function sampleOf(ref: Ref): Sample {
  return samples.get(ref) ?? {};
}

interface Route {
  ref: Ref;
  method: string;
  pattern: RegExp;
  literals: number;
}

const routes: Route[] = refs
  .map((ref) => {
    const { path, method, backend } = operation(ref);
    const pattern = path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+');
    const literals = path.split('/').filter((part) => !part.startsWith('{')).length;
    return { ref, method, pattern: new RegExp(`^/${backend}${pattern}$`), literals };
  })
  .sort((a, b) => b.literals - a.literals);

export class SpoilingBackend {
  /** Decides which operations get a wrong answer. */
  spoils: (ref: Ref) => boolean = () => false;
  /** The operations that were called since the set was last cleared. */
  asked = new Set<Ref>();
  /** How many wrong answers were sent. */
  total = 0;
  /** How many wrong answers had each kind of fault. */
  readonly sent = new Map<string, number>();
  /** The last wrong answers, to find the one that broke something. */
  recent: string[] = [];
  private readonly times = new Map<Ref, number>();
  private readonly server = createServer((request, response) => this.answer(request, response));
  private tokens = 0;

  constructor(private readonly seed: string) {}

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    request.resume();
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const found = routes.find(
      ({ method, pattern }) => method === request.method && pattern.test(path),
    );
    if (!found) {
      response.writeHead(404, { 'content-type': 'application/json' }).end('{"message":"no"}');
      return;
    }
    const { ref } = found;
    this.asked.add(ref);
    const sample = structuredClone(sampleOf(ref).answer ?? { data: null });
    if (this.spoils(ref)) this.sendSpoilt(ref, sample, response);
    else this.sendRight(ref, sample, response);
  }

  /** Each sign-in gets its own token, so that the console shares no answers between people. */
  private sendRight(ref: Ref, sample: unknown, response: ServerResponse): void {
    if (ref === 'A03') {
      this.tokens += 1;
      (sample as { data: { token: string } }).data.token = `fake-token-${this.tokens}`;
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(sample));
  }

  private sendSpoilt(ref: Ref, sample: unknown, response: ServerResponse): void {
    const times = (this.times.get(ref) ?? 0) + 1;
    this.times.set(ref, times);
    const spoilt = spoil(randomOf(`${this.seed} ${ref} ${times}`), sample);
    this.total += 1;
    for (const kind of new Set(spoilt.kind.split(' + ')))
      this.sent.set(kind, (this.sent.get(kind) ?? 0) + 1);
    this.recent = [...this.recent, `${ref} no. ${times}: ${spoilt.kind}`].slice(-12);
    response.writeHead(spoilt.status, spoilt.headers);
    if (spoilt.cutAt === undefined) response.end(spoilt.body);
    else response.write(spoilt.body.subarray(0, spoilt.cutAt), () => response.destroy());
  }
}
