'use client';
import { Ban, Check, Pencil, Replace, Trash2 } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Column } from '@/components/parts/tables/columns';
import { MenuTable, useMenuColumn } from '@/components/parts/tables/menu-table';
import { Badge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import { isolatedNode } from '@/components/ui/foreign';
import { Cell, TableRow } from '@/components/ui/table';
import { meansNobody, shadowedBy } from '@/lib/firewall/decide';
import { setOf, type Rule, type UnreadRule, type Verdict } from '@/lib/firewall/model';
import { serviceOf } from '@/lib/firewall/services';
import { useFirewallTab } from './firewall-context';
import { RuleSwitch } from './rule-switch';
import { useFirewallWords } from './use-words';
import type { Action, RowIdentity } from '@/components/parts/actions/action';
import { lazyNamed } from '@/components/ui/lazy-named';

/** Shows accept or drop as a shape, a word and a colour. @param off true for a disabled rule: it has no colour */
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

type Line = Rule | UnreadRule;

/** The table of rules in the order in which they are checked; the last row is the default policy. */
export function RulesTable() {
  const t = useTranslations('firewall');
  const { rules, unread } = useFirewallTab().firewall;
  const columns = useColumns();
  return (
    <MenuTable
      caption={t('rules.title')}
      columns={columns}
      rows={[...rules, ...unread].sort((a, b) => a.number - b.number)}
      rowId={({ id }) => id}
      foot={<DefaultPolicyRow />}
    />
  );
}

/** A column of the table. @param unread the cell of a rule that this console can't read */
function ruleColumn(
  id: string,
  header: string,
  cell: (rule: Rule) => ReactNode,
  unread: (rule: UnreadRule) => ReactNode = () => null,
): Column<Line> {
  return { id, header, cell: (line) => ('verdict' in line ? cell(line) : unread(line)) };
}

const fainterIfOff = ({ enabled }: Rule) => (enabled ? undefined : 'text-faint');

function useColumns(): readonly Column<Line>[] {
  const t = useTranslations('firewall');
  const menu = useMenuColumn(useRuleActions(), useRuleIdentity());
  return [
    {
      ...ruleColumn(
        'rule',
        t('rules.rule'),
        (rule) => <RuleName rule={rule} />,
        ({ number, said }) => (
          <>
            <Ordinal number={number} />
            {[said.protocol?.toUpperCase(), said.destination_port].filter(Boolean).join(' ') || '–'}
          </>
        ),
      ),
      main: true,
    },
    ruleColumn(
      'action',
      t('rules.action'),
      ({ verdict, enabled }) => <VerdictBadge verdict={verdict} off={!enabled} />,
      ({ said }) => said.action ?? '–',
    ),
    ruleColumn(
      'source',
      t('rules.source'),
      (rule) => (
        <div className={fainterIfOff(rule)}>
          <SourceWords source={rule.source} />
        </div>
      ),
      ({ said }) => <span className="font-mono">{said.source_ip ?? '–'}</span>,
    ),
    ruleColumn(
      'description',
      t('rules.descriptionLabel'),
      (rule) => (
        <div className={fainterIfOff(rule)}>
          <span className="break-words">{isolatedNode(rule.description) || '–'}</span>
          <RuleNote rule={rule} />
        </div>
      ),
      ({ said }) => (
        <>
          <span className="break-words">{isolatedNode(said.description) ?? '–'}</span>
          <p className="text-warn text-xs">{t('rules.unread')}</p>
        </>
      ),
    ),
    ruleColumn('enabled', t('rules.enabled'), (rule) => <RuleSwitch rule={rule} />),
    { ...ruleColumn('actions', menu.header, menu.cell), end: 'menu' },
  ];
}

/** The last row: the default policy decides about connections that no rule matches. */
function DefaultPolicyRow() {
  const t = useTranslations('firewall');
  const { policy } = useFirewallTab().firewall;
  return (
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
  );
}

/** The position of a rule in the order. */
function Ordinal({ number }: { number: number }) {
  return (
    <span className="text-muted tabular mr-3 inline-block min-w-3 text-right font-normal">
      {number}
    </span>
  );
}

function RuleName({ rule }: { rule: Rule }) {
  const { number, protocol, ports } = rule;
  const words = useFirewallWords();
  const service = serviceOf(protocol, ports);
  return (
    <div className={fainterIfOff(rule)}>
      <Ordinal number={number} />
      {service ? <span className="mr-2">{service}</span> : null}
      <span className={cx('tabular', service && 'text-muted font-normal')}>
        {words.ports(protocol, ports)}
      </span>
    </div>
  );
}

function SourceWords({ source }: Pick<Rule, 'source'>) {
  const { viewer } = useFirewallTab();
  const t = useTranslations('firewall');
  const words = useFirewallWords();
  if (source.kind !== 'block') return <>{words.source(source)}</>;
  const own = viewer.kind === 'public' && viewer.address === source.block.text;
  return (
    <>
      <span className="font-mono">{source.block.text}</span>
      {own ? <span className="text-muted"> ({t('rules.you')})</span> : null}
    </>
  );
}

/** Says why a rule has no effect; shows nothing when it has one. */
function RuleNote({ rule }: { rule: Rule }) {
  const { firewall } = useFirewallTab();
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
  const text = note();
  return text ? <p className="text-warn text-xs">{text}</p> : null;
}

const RuleDialog = lazyNamed(() => import('./rule-dialog'), 'RuleDialog');
const RuleConfirm = lazyNamed(() => import('./rule-confirm'), 'RuleConfirm');

/** Returns the actions of a rule. */
function useRuleActions(): readonly Action<Rule>[] {
  const { locked } = useFirewallTab();
  const t = useTranslations('firewall');
  return useMemo(() => {
    const reason = () => locked;
    const opens = (kind: 'edit' | 'replace', icon: ReactNode): Action<Rule> => ({
      id: kind,
      label: t(`rules.${kind}`),
      icon,
      reason,
      dialog: (rule, close) => <RuleDialog mode={{ kind, rule }} onClose={close} />,
    });
    return [
      opens('edit', <Pencil aria-hidden />),
      opens('replace', <Replace aria-hidden />),
      {
        id: 'delete',
        label: t('rules.delete'),
        icon: <Trash2 aria-hidden />,
        danger: true,
        group: 'end',
        reason,
        dialog: (rule, close) => <RuleConfirm rule={rule} verb="delete" onClose={close} />,
      },
    ];
  }, [t, locked]);
}

/** The id and the name of a rule for its menu. */
function useRuleIdentity(): RowIdentity<Rule> {
  const t = useTranslations('firewall');
  return useMemo(
    () => ({ id: ({ id }) => id, name: ({ number }) => t('rules.name', { number }) }),
    [t],
  );
}
