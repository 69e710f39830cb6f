/** Words for what the doctor found. Operations, path templates, field names, status codes; never values. */
import type { Overrides } from '@/lib/contract/overrides';
import { effective } from '@/lib/contract/overrides';
import { titles } from '@/lib/contract/titles';
import type { Finding } from './client';
import type { Examined } from './examine';

const order: readonly Finding['verdict'][] = [
  'ok',
  'missing path',
  'not offered',
  'shape differs',
  'refused',
  'skipped',
  'error',
];
const widest = Math.max(...order.map((verdict) => verdict.length));

/** `missing path   A25 GET /{group_type}/{uuid}/vms   List virtual machines (404)`. */
export function line({ ref, finding }: Examined, overrides: Overrides): string {
  const { method, path } = effective(ref, overrides);
  const detail = details(finding);
  return `${finding.verdict.padEnd(widest)}  ${ref.padEnd(3)} ${method} ${path}  ${titles[ref]}${detail ? `: ${detail}` : ''}`;
}

function details(finding: Finding): string {
  switch (finding.verdict) {
    case 'ok':
      return '';
    case 'missing path':
    case 'not offered':
    case 'refused':
      return `status ${finding.status}`;
    case 'shape differs':
      return `${finding.paths.join(', ')} in ${finding.shape}`;
    case 'skipped':
    case 'error':
      return finding.why;
  }
}

/** Whether a deployment is as the contract says: nothing differs, and something could be read. */
export function healthy(found: readonly Examined[]): boolean {
  const verdicts = found.map(({ finding }) => finding.verdict);
  return (
    verdicts.includes('ok') &&
    !verdicts.some(
      (verdict) => verdict === 'missing path' || verdict === 'shape differs' || verdict === 'error',
    )
  );
}

/** The last lines: counts, and what the operator may put in the overrides file. */
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
  if (lost.length > 0) {
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
      'What is not offered the deployment refuses by itself (501); the console hides it.',
    );
  }
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
