/** What is said about a range of the person's own: whether and how it overlaps the VPC. */
import type { AddressRange } from '@/lib/contract/reading/network';
import { commonOf, isEverything, isSingle, relationOf, touchesPrivate } from '@/lib/ranges/ranges';

/** One thing to say; its words are the message `verdicts.<key>`. */
export interface Verdict {
  key:
    | 'hostBits'
    | 'everything'
    | 'single'
    | 'equal'
    | 'contains'
    | 'inside'
    | 'partly'
    | 'apart'
    | 'possible'
    | 'impossible';
  tone: 'good' | 'info' | 'warn' | 'danger';
  values: Record<string, string | bigint>;
}

/** What is said of the overlap with a VPC that exists. */
function overlap(own: AddressRange, vpc: AddressRange): Verdict {
  const key = relationOf(own, vpc);
  const values = { own: own.text, vpc: vpc.text };
  const common = commonOf(own, vpc);
  if (!common) return { key, tone: 'good', values };
  const { first, last, addresses } = common;
  return { key, tone: 'danger', values: { ...values, first, last, addresses } };
}

/**
 * Judges a range of the person's own.
 * @param vpc the range of the VPC; null while there is none, when the provider may still choose any private range
 */
export function verdictsOf(own: AddressRange, vpc: AddressRange | null): Verdict[] {
  const values = { own: own.text };
  const said: Verdict[] = [];
  if (own.hostBits) said.push({ key: 'hostBits', tone: 'info', values });
  if (isEverything(own)) said.push({ key: 'everything', tone: 'warn', values });
  else if (isSingle(own)) said.push({ key: 'single', tone: 'info', values });
  if (vpc) said.push(overlap(own, vpc));
  else if (touchesPrivate(own)) said.push({ key: 'possible', tone: 'warn', values });
  else said.push({ key: 'impossible', tone: 'good', values });
  return said;
}
