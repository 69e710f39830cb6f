/** Metrics for Prometheus: one registry per process; labels have only fixed values (references, statuses, codes). */
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { perProcess } from './per-process';

function build() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'nusa_' });
  const registers = [registry];
  return {
    registry,
    /** One for each call of a backend; `status` is the backend's HTTP status, or the reason why there is none. */
    backendCalls: new Counter({
      name: 'nusa_backend_calls_total',
      help: 'Calls to a backend by operation and outcome',
      labelNames: ['ref', 'status'] as const,
      registers,
    }),
    backendSeconds: new Histogram({
      name: 'nusa_backend_call_seconds',
      help: 'Time until a backend answered',
      labelNames: ['backend', 'kind'] as const,
      buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
      registers,
    }),
    /** Reads that needed no call: `cache` or `joined`. */
    savedCalls: new Counter({
      name: 'nusa_backend_calls_saved_total',
      help: 'Reads answered without a call of their own',
      labelNames: ['how'] as const,
      registers,
    }),
    proxyAnswers: new Counter({
      name: 'nusa_proxy_refusals_total',
      help: 'Proxied calls that ended in a problem, by its code',
      labelNames: ['mount', 'code'] as const,
      registers,
    }),
    consoleSockets: new Gauge({
      name: 'nusa_console_sockets',
      help: 'Open machine consoles',
      registers,
    }),
  };
}

/** The metrics of this process. */
export function metrics(): ReturnType<typeof build> {
  return perProcess('metrics', build);
}
