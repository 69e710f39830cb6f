'use client';
import { Link2 } from 'lucide-react';
import { useCallback } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { ActionButton } from '@/components/parts/actions/action-buttons';
import { CreateDialogButton } from '@/components/parts/actions/create-dialog-button';
import { Held } from '@/components/parts/actions/held';
import { useActionHost } from '@/components/parts/actions/use-action-host';
import { usePressedWhenAsked } from '@/components/parts/actions/use-pressed-when-asked';
import { Live } from '@/components/parts/answers/live';
import { Updated } from '@/components/parts/answers/updated';
import { Copyable } from '@/components/parts/machines/copyable';
import { useRoleRefusal, type RoleRefusal } from '@/components/parts/why/use-role-refusal';
import type { DialogProps } from '@/components/ui/dialog-props';
import { EmptyState } from '@/components/ui/empty-state';
import { Instant } from '@/components/ui/instant';
import { KeyValue } from '@/components/ui/key-value';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import type { AddressRange } from '@/lib/contract/reading/network';
import { count } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { factsOf } from '@/lib/ranges/ranges';
import { maskOf, type SizeMeaning } from '@/lib/ranges/vpc-size';
import { vpcs } from '@/lib/resources/awanio';
import { NoAccess } from '../no-access';
import { useVpcActions } from './actions';
import { Calculator } from './calculator';
import { MachinesPanel } from './machines-panel';
import { rangeOfVpc, type Vpc } from './vpc';

const CreateDialog = lazyNamed(() => import('./create-dialog'), 'CreateDialog');

const vpcChange = { area: 'network' } as const;

interface NetworkViewProps {
  mayChange: boolean;
  /** What the provider reads the size of a new VPC as. */
  meaning: SizeMeaning;
  /** Why the server couldn't read the organization; the browser reads it again. */
  problem: Problem | null;
}

/** The VPC of an organization, with its machines and a calculator of ranges. */
export function NetworkView({ mayChange, meaning, problem }: NetworkViewProps) {
  const { org } = useGroup();
  const t = useTranslations('organization-network');
  const query = useBackendQuery('A07', { params: { uuid: org } }, { poll: 'slow' });
  const refusal = useRoleRefusal(mayChange, vpcChange, t('noWrite'));
  const noAccess = (
    <NoAccess title={t('noAccess.title')} lacking={{ area: 'network', see: true }}>
      {t('noAccess.text')}
    </NoAccess>
  );
  return (
    <Live query={query} problem={problem} failed={t('failed')} noAccess={{ shown: noAccess }}>
      {(answer) => (
        <Held value={answer.vpc}>{(vpc) => <Network {...{ vpc, refusal, meaning, query }} />}</Held>
      )}
    </Live>
  );
}

interface NetworkProps {
  vpc: Vpc | null;
  refusal: RoleRefusal | null;
  meaning: SizeMeaning;
  query: Parameters<typeof Updated>[0]['query'];
}

/** The VPC, or how to create one, with the calculator and the machines. `Held` keeps it while a dialog is open. */
function Network({ vpc, refusal, meaning, query }: NetworkProps) {
  usePressedWhenAsked(); // for the URL where there is a VPC: it is not to ask for one after a deletion
  const range = rangeOfVpc(vpc);
  const { refetch } = query;
  const refresh = useCallback(() => void refetch(), [refetch]);
  const actions = useVpcActions(refusal, refresh);
  const { perform, dialog } = useActionHost<Vpc>(vpcs);
  return (
    <div className="flex flex-col gap-4">
      <div className="grid items-start gap-4 lg:grid-cols-2">
        {vpc ? (
          <Panel
            title={vpcs.name(vpc)}
            actions={
              <>
                <Updated query={query} />
                {actions.map((action) => (
                  <ActionButton key={action.id} action={action} row={vpc} perform={perform} />
                ))}
              </>
            }
          >
            <VpcFacts vpc={vpc} range={range} />
          </Panel>
        ) : (
          <NoVpc {...{ refusal, meaning, query }} />
        )}
        <Calculator vpc={range} />
      </div>
      {range ? <MachinesPanel range={range} /> : null}
      {dialog}
    </div>
  );
}

function NoVpc({ refusal, meaning, query }: Omit<NetworkProps, 'vpc'>) {
  const t = useTranslations('organization-network');
  const { refetch } = query;
  const Dialog = useCallback(
    ({ onClose }: DialogProps) => (
      <CreateDialog
        meaning={meaning}
        onClose={() => {
          onClose();
          void refetch(); // somebody else may have created one meanwhile
        }}
      />
    ),
    [meaning, refetch],
  );
  return (
    <EmptyState
      framed
      icon={<Link2 aria-hidden />}
      title={t('empty.title')}
      actions={<CreateDialogButton label={t('create.label')} {...refusal} Dialog={Dialog} />}
    >
      {t('empty.text')}
    </EmptyState>
  );
}

/** The facts of a VPC. Its range and addresses are the provider's own; what isn't answered is computed from the range. */
function VpcFacts({ vpc, range }: { vpc: Vpc; range: AddressRange | null }) {
  const t = useTranslations('organization-network.range');
  const m = useTranslations('machines');
  const locale = useLocale();
  const facts = range ? factsOf(range) : null;
  const ends = vpc.vpc_ip;
  const shown = range?.text ?? ends?.label;
  return (
    <KeyValue
      pairs={[
        { term: t('range'), value: shown ? <Copyable text={shown} label={t('copy')} /> : null },
        { term: t('first'), value: ends?.first_address ?? facts?.usableFirst, mono: true },
        { term: t('last'), value: ends?.last_address ?? facts?.usableLast, mono: true },
        { term: t('usable'), value: facts ? count(facts.usable, locale) : null },
        {
          term: t('mask'),
          value: range && range.prefix !== null ? maskOf(range.prefix) : null,
          mono: true,
        },
        { term: m('created'), value: <Instant iso={vpc.created_at} /> },
        { term: m('id'), value: <Copyable text={vpc.uuid} label={m('copyId')} /> },
      ]}
    />
  );
}
