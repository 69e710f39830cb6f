/** Writes what the doctor found: operations, path templates, field names and status codes, but never values. */
import type { Overrides } from '@/lib/contract/overrides';
import { operation } from '@/lib/contract';
import { effective } from '@/lib/contract/overrides';
import { shape } from '@/lib/contract/schemas';
import { titles } from '@/lib/contract/titles';
import type { Finding } from './client';
import { givenUp, type Examined } from './examine';
import type { Target } from './settings';

const order: readonly Finding['verdict'][] = [
  'ok',
  'fixed answer',
  'missing path',
  'not offered',
  'shape differs',
  'refused',
  'skipped',
  'error',
];
const widest = Math.max(...order.map((verdict) => verdict.length));

/** Writes a finding: `missing path   A25 GET /{group_type}/{uuid}/vms   List virtual machines (404)`. */
export function line({ ref, finding }: Examined, overrides: Overrides): string {
  const { method, path } = effective(ref, overrides);
  const detail = details(finding);
  return `${finding.verdict.padEnd(widest)}  ${ref.padEnd(3)} ${method} ${path}  ${titles[ref]}${detail ? `: ${detail}` : ''}`;
}

function details(finding: Finding): string {
  switch (finding.verdict) {
    case 'ok':
      return '';
    case 'fixed answer':
      return 'by the overrides file';
    case 'not offered':
      return `status ${finding.status}${finding.host ? `, redirects to ${finding.host}` : ''}`;
    case 'missing path':
    case 'refused':
      return `status ${finding.status}`;
    case 'shape differs':
      return `${finding.paths.join(', ')} in ${finding.shape}`;
    case 'skipped':
    case 'error':
      return finding.why;
  }
}

/** Whether a deployment matches the contract: nothing differs, and at least one answer could be read. */
export function healthy(found: readonly Examined[]): boolean {
  const verdicts = found.map(({ finding }) => finding.verdict);
  return (
    verdicts.includes('ok') &&
    !verdicts.some(
      (verdict) => verdict === 'missing path' || verdict === 'shape differs' || verdict === 'error',
    )
  );
}

const refsOf = (found: readonly Examined[], which: (finding: Finding) => boolean) =>
  found.filter(({ finding }) => which(finding)).map(({ ref }) => ref);

/** Whether no path of the contract was found, which means that the base URL is wrong, not the paths. */
function baseUrlIsWrong(found: readonly Examined[]): boolean {
  const asked = found.filter(
    ({ finding: { verdict } }) => verdict !== 'skipped' && verdict !== 'fixed answer',
  );
  const elsewhere = ({ finding }: Examined) =>
    finding.verdict === 'missing path' ||
    (finding.verdict === 'not offered' && finding.host !== undefined) ||
    (finding.verdict === 'error' && finding.kind === 'page');
  return asked.length > 0 && asked.every(elsewhere);
}

/** Lists the operations that redirect to other hosts, by host. */
function redirects(found: readonly Examined[]): string[] {
  const hosts = new Map<string, string[]>();
  for (const { ref, finding } of found)
    if (finding.verdict === 'not offered' && finding.host)
      hosts.set(finding.host, [...(hosts.get(finding.host) ?? []), ref]);
  return [...hosts].map(([host, refs]) => `${refs.join(', ')} to ${host}`);
}

const nothingToDo = 'Nothing to do.';

/** Writes in one line what the operator should do next about a backend: the worst problem, since it explains others. */
export function next(
  backend: Target['backend'],
  found: readonly Examined[],
  overrides: Overrides,
): string {
  const setting = `NUSA_${backend.toUpperCase()}_URL`;
  const lost = refsOf(found, ({ verdict }) => verdict === 'missing path');
  const led = refsOf(found, (one) => one.verdict === 'not offered' && one.host !== undefined);
  const odd = refsOf(found, ({ verdict }) => verdict === 'shape differs');
  const failed = refsOf(found, ({ verdict }) => verdict === 'error');
  const refused = refsOf(found, ({ verdict }) => verdict === 'refused');
  const worked = refsOf(found, ({ verdict }) => verdict === 'ok').length;
  if (found.some(({ finding }) => finding.verdict === 'skipped' && finding.why === givenUp))
    return `See whether the backend is up and ${setting} names it; then run the doctor again.`;
  if (baseUrlIsWrong(found))
    return `Correct ${setting}: nothing is where it should be, so the base URL is probably wrong (its host, or its version such as /v1).`;
  if (worked === 0 && refused.length > 0) return 'Give credentials that this backend takes.';
  if (lost.length > 0) {
    const entries = lost.map((ref) => [ref, { path: effective(ref, overrides).path }] as const);
    return `Put this into your overrides file, with the paths that the deployment has, or {"absent":true} in their place: ${JSON.stringify(Object.fromEntries(entries))}`;
  }
  const given = led.filter(
    (ref) => shape(ref).answer === 'list' && operation(ref).scope.in === 'none',
  );
  if (given.length > 0)
    return `Put the answers of ${given.join(', ')} into your overrides file by hand (docs/operating.md, Fixed answers), such as {"${given[0]}":{"answer":[]}}.`;
  if (odd.length > 0)
    return `Report the shapes of ${odd.join(', ')} to whoever maintains this console.`;
  if (failed.length > 0)
    return `Look at the backend for ${failed.join(', ')}; then run the doctor again.`;
  return nothingToDo;
}

/** Writes the last line: what to do next, for each backend that needs it. */
export function lastLine(
  visits: readonly { target: Pick<Target, 'backend'>; found: readonly Examined[] }[],
  overrides: Overrides,
): string {
  const todo = visits
    .map(({ target: { backend }, found }) => ({ backend, line: next(backend, found, overrides) }))
    .filter(({ line }) => line !== nothingToDo);
  if (todo.length === 0) return nothingToDo;
  return todo
    .map(({ backend, line }) => (visits.length > 1 ? `${backend}: ${line}` : line))
    .join('\n');
}

/** Writes the number of each verdict, and what the operator can put into the overrides file. */
export function summary(found: readonly Examined[], overrides: Overrides): string {
  const counts = order
    .map((verdict) => ({
      verdict,
      count: found.filter(({ finding }) => finding.verdict === verdict).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ verdict, count }) => `${count} ${verdict}`);
  const lines = [`${found.length} operations: ${counts.join(', ')}.`];
  const lost = found
    .filter(({ finding }) => finding.verdict === 'missing path')
    .map(({ ref }) => ref);
  if (baseUrlIsWrong(found)) {
    lines.push('', 'Nothing is where the contract has it: the base URL is probably wrong.');
  } else if (lost.length > 0) {
    lines.push(
      '',
      'For the missing paths, put into the file that NUSA_OVERRIDES names either where the deployment has them',
      '(edit the path, keep its parameters) or that they are absent:',
      '{',
      lost
        .map(
          (ref) =>
            `  ${JSON.stringify(ref)}: ${JSON.stringify({ path: effective(ref, overrides).path })}`,
        )
        .join(',\n'),
      '}',
      `or  ${lost.map((ref) => `"${ref}": { "absent": true }`).join(', ')}`,
    );
  }
  if (found.some(({ finding }) => finding.verdict === 'refused')) {
    lines.push(
      '',
      'Refused operations need more rights than these credentials have; they count as no difference.',
    );
  }
  if (found.some(({ finding }) => finding.verdict === 'not offered')) {
    lines.push(
      '',
      'What is not offered the deployment refuses by itself; the console says so and hides what it can.',
    );
  }
  if (redirects(found).length > 0)
    lines.push(
      '',
      `Redirects to another host, which are not followed: ${redirects(found).join('; ')}.`,
    );
  if (found.some(({ finding }) => finding.verdict === 'skipped' && finding.why === givenUp))
    lines.push('', 'The doctor gave up: too many calls in a row got no answer.');
  lines.push(
    '',
    healthy(found)
      ? 'No difference.'
      : found.some(({ finding }) => finding.verdict === 'ok')
        ? 'There are differences.'
        : 'Nothing could be read.',
  );
  return lines.join('\n');
}
