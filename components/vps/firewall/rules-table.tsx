'use client';
import { Ban, Check } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { RowMenu } from '@/components/parts/actions/row-menu';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { isolatedNode } from '@/components/ui/foreign';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
import { meansNobody, shadowedBy } from '@/lib/firewall/decide';
import { setOf, type Rule, type UnreadRule, type Verdict } from '@/lib/firewall/model';
import { serviceOf } from '@/lib/firewall/services';
import type { FirewallContext } from './firewall-context';
import { RuleSwitch } from './rule-switch';
import { useRuleActions, useRuleIdentity } from './use-rule-actions';
import { useFirewallWords } from './use-words';

/** What is done with a connection, by shape, word and colour; without colour where it is `off`. */
export function VerdictBadge({ verdict, off = false }: { verdict: Verdict; off?: boolean }) {
  const t = useTranslations('firewall');
  const Icon = verdict === 'accept' ? Check : Ban;
  return (
    <span className="inline-flex align-middle">
      <Badge tone={off ? 'neutral' : verdict === 'accept' ? 'good' : 'danger'}>
        <Icon aria-hidden className="mr-1 -ml-0.5 size-3.5" />
        {t(`verdicts.${verdict}`)}
      </Badge>
    </span>
  );
}

/** The rules in the order that they are asked in, and after them the default policy. */
export function RulesTable({ context }: { context: FirewallContext }) {
  const t = useTranslations('firewall');
  const ui = useTranslations('ui');
  const { rules, unread, policy } = context.firewall;
  const lines = [...rules, ...unread].sort((a, b) => a.number - b.number);
  return (
    <div className="md:overflow-x-auto">
      <Table caption={t('rules.title')}>
        <TableHead>
          <HeadCell>{t('rules.rule')}</HeadCell>
          <HeadCell>{t('rules.action')}</HeadCell>
          <HeadCell>{t('rules.source')}</HeadCell>
          <HeadCell>{t('rules.descriptionLabel')}</HeadCell>
          <HeadCell>{t('rules.enabled')}</HeadCell>
          <HeadCell className="w-0">
            <span className="sr-only">{ui('actions')}</span>
          </HeadCell>
        </TableHead>
        <TableBody>
          {lines.map((line) =>
            'verdict' in line ? (
              <RuleRow key={line.id} context={context} rule={line} />
            ) : (
              <UnreadRow key={line.id} rule={line} />
            ),
          )}
          <TableRow className="bg-sunken">
            <Cell main className="md:pl-9">
              {t('rules.rest')}
            </Cell>
            <Cell label={t('rules.action')}>
              {policy ? <VerdictBadge verdict={policy} /> : t('policy.unknown')}
            </Cell>
            <Cell label={t('rules.source')}>{t('rules.anywhere')}</Cell>
            <Cell label={t('rules.descriptionLabel')} className="text-muted">
              {t('rules.restHint')}
            </Cell>
            <Cell className="max-md:hidden" />
            <Cell className="max-md:hidden" />
          </TableRow>
        </TableBody>
      </Table>
    </div>
  );
}

/** A rule's place in the order. */
function Ordinal({ number }: { number: number }) {
  return (
    <span className="text-muted tabular mr-3 inline-block min-w-3 text-right font-normal">
      {number}
    </span>
  );
}

function RuleRow({ context, rule }: { context: FirewallContext; rule: Rule }) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const actions = useRuleActions(context);
  const named = useRuleIdentity();
  const service = serviceOf(rule.protocol, rule.ports);
  const off = rule.enabled ? undefined : 'text-faint';
  return (
    <TableRow>
      <Cell main className={off}>
        <Ordinal number={rule.number} />
        {service ? <span className="mr-2">{service}</span> : null}
        <span className={cx('tabular', service && 'text-muted font-normal')}>
          {words.ports(rule.protocol, rule.ports)}
        </span>
      </Cell>
      <Cell label={t('rules.action')}>
        <VerdictBadge verdict={rule.verdict} off={!rule.enabled} />
      </Cell>
      <Cell label={t('rules.source')} className={off}>
        <SourceWords context={context} rule={rule} />
      </Cell>
      <Cell label={t('rules.descriptionLabel')} className={off}>
        <span className="break-words">{isolatedNode(rule.description) || '–'}</span>
        <RuleNote context={context} rule={rule} />
      </Cell>
      <Cell label={t('rules.enabled')}>
        <RuleSwitch context={context} rule={rule} />
      </Cell>
      <Cell data-actions className="w-0 text-right">
        <RowMenu actions={actions} row={rule} identity={named} />
      </Cell>
    </TableRow>
  );
}

function SourceWords({
  context: { firewall, viewer },
  rule: { source },
}: {
  context: FirewallContext;
  rule: Rule;
}) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  if (source.kind !== 'block') return <>{words.source(firewall, source)}</>;
  const own = viewer.kind === 'public' && viewer.address === source.block.text;
  return (
    <>
      <span className="font-mono">{source.block.text}</span>
      {own ? <span className="text-muted"> ({t('rules.you')})</span> : null}
    </>
  );
}

/** Why a rule has no effect, where it has none. */
function RuleNote({ context: { firewall }, rule }: { context: FirewallContext; rule: Rule }) {
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  const note = () => {
    if (rule.source.kind === 'set' && !setOf(firewall, rule.source)) return t('rules.missingSet');
    if (meansNobody(firewall, rule.source)) return t('rules.emptySet');
    const before = shadowedBy(firewall, rule)?.map(({ number }) => number);
    return before
      ? t('rules.shadowed', { numbers: before.length, rules: words.numbers(before) })
      : null;
  };
  const said = note();
  return said ? <p className="text-warn text-xs">{said}</p> : null;
}

/** A rule that this console can't read, as the backend tells it. */
function UnreadRow({ rule: { number, said } }: { rule: UnreadRule }) {
  const t = useTranslations('firewall');
  return (
    <TableRow>
      <Cell main>
        <Ordinal number={number} />
        {[said.protocol?.toUpperCase(), said.destination_port].filter(Boolean).join(' ') || '–'}
      </Cell>
      <Cell label={t('rules.action')}>{said.action ?? '–'}</Cell>
      <Cell label={t('rules.source')} className="font-mono">
        {said.source_ip ?? '–'}
      </Cell>
      <Cell label={t('rules.descriptionLabel')}>
        <span className="break-words">{said.description ?? '–'}</span>
        <p className="text-warn text-xs">{t('rules.unread')}</p>
      </Cell>
      <Cell className="max-md:hidden" />
      <Cell className="max-md:hidden" />
    </TableRow>
  );
}
