import { describe, expect, it } from 'vitest';
import { copyPlan, type CopyStep } from './copy';
import { decide } from './decide';
import { portText } from './ports';
import { firewall } from './testing';

const told = (step: CopyStep) => {
  if (step.kind === 'set') return `set ${step.set.name}`;
  if (step.kind === 'entry') return `entry ${step.set.name} ${step.cidr}`;
  if (step.kind === 'policy') return `policy ${step.policy}`;
  const { verdict, protocol, ports, enabled } = step.rule;
  const on = enabled ? 'on' : 'off';
  if (step.kind === 'switch') return `switch ${step.id} ${on}`;
  return `rule ${verdict} ${protocol} ${portText(ports)} ${step.set?.name ?? ''} ${on}`;
};

describe('copyPlan', () => {
  const from = firewall(
    'D',
    ['A tcp 22 set:1', 'A tcp 80 any', 'off A tcp 5432 10.0.0.9/24', 'D udp 53 any'],
    { office: ['198.51.100.0/24', '203.0.113.9'], unused: ['8.8.8.8'] },
  );

  it('copies the sets before the rules, and the policy last', () => {
    const { steps, equal, extra, after } = copyPlan(from, firewall('A', []), true);
    expect(steps.map(told)).toEqual([
      'set office',
      'entry office 198.51.100.0/24',
      'entry office 203.0.113.9',
      'rule accept tcp 22 office on',
      'rule accept tcp 80  on',
      'rule accept tcp 5432  off',
      'rule drop udp 53  on',
      'policy drop',
    ]);
    expect([equal, extra]).toEqual([0, 0]);
    expect(decide(after, { from: '203.0.113.9', protocol: 'tcp', port: 22 })?.verdict).toBe(
      'accept',
    );
    expect(decide(after, { from: '203.0.113.8', protocol: 'tcp', port: 22 })?.verdict).toBe('drop');
  });

  it('skips equal rules and sets, even if their ids differ', () => {
    const to = firewall(
      'D',
      ['D tcp 25 any', 'A tcp 22 set:2', 'A tcp 5432 10.0.0.0/24', 'A tcp 80 any'],
      { other: [], office: ['198.51.100.7/24'] },
    );
    const { steps, equal, extra, after } = copyPlan(from, to, true);
    expect(steps.map(told)).toEqual([
      'entry office 203.0.113.9',
      'switch r3 off',
      'rule drop udp 53  on',
    ]);
    expect([equal, extra]).toEqual([2, 1]);
    expect(after.rules.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(copyPlan(from, after, true).steps).toEqual([]);
  });

  it('leaves the policy unchanged on request', () => {
    expect(copyPlan(from, firewall('A', []), false).steps.map(told)).not.toContain('policy drop');
  });
});
