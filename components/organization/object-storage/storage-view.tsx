'use client';
import { Archive, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Overlay } from '@/components/parts/actions/overlay';
import { usePressedWhenAsked } from '@/components/parts/actions/use-pressed-when-asked';
import { Live } from '@/components/parts/answers/live';
import { useRoleRefusal } from '@/components/parts/why/use-role-refusal';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { lazyNamed } from '@/components/ui/lazy-named';
import { PageHeader } from '@/components/ui/page-header';
import type { Problem } from '@/lib/problem';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { storageChange } from './actions';
import { BucketList, CreateBucket } from './bucket-list';
import { NoStorageAccess } from './no-access';
import { isNotEnabled, storageInput, type NewStorage } from './storage';
import { useMade } from './use-made';

const EnableDialog = lazyNamed(() => import('./enable-dialog'), 'EnableDialog');
const NewKeys = lazyNamed(() => import('./new-keys'), 'NewKeys');
const StoragePanels = lazyNamed(() => import('./storage-panels'), 'StoragePanels');

interface ViewProps {
  /** Whether the person's role may read the storage here, and whether it may change it. */
  mayRead: boolean;
  mayChange: boolean;
  /** Why the server couldn't read the storage; the browser reads it again. */
  problem: Problem | null;
  /** Why the server couldn't read the buckets. */
  listProblem: Problem | null;
}

/** The object storage: where it isn't enabled, what it is and how it is enabled; else its buckets, its address and its keys. */
export function StorageView({ mayRead, mayChange, problem, listProblem }: ViewProps) {
  const scope = useGroup();
  const t = useTranslations('object-storage');
  const query = useBackendQuery('A55', storageInput(scope), { poll: 'slow' });
  // Kept above everything that the answers change: the secret is shown once.
  const { made, take } = useMade();
  const told = query.error?.problem ?? (query.data === undefined ? problem : null);
  const off = isNotEnabled(told) || query.data === null;
  const head = (on: boolean) => (
    <PageHeader
      title={t('heading')}
      description={scope.project === undefined ? t('ofOrganization') : t('ofProject')}
      actions={on ? <CreateBucket may={mayChange} /> : undefined}
    />
  );
  if (!mayRead || told?.code === 'no_access')
    return (
      <>
        {head(false)}
        <NoStorageAccess />
      </>
    );
  const keys = made ? <NewKeys {...made} /> : null;
  if (off)
    return (
      <>
        {head(false)}
        {keys ?? <NotEnabled mayChange={mayChange} onMade={take} />}
      </>
    );
  return (
    <>
      {head(query.data !== undefined)}
      {keys}
      <Live query={query} problem={problem} failed={t('failed')}>
        {(storage) =>
          storage ? (
            <div className="flex flex-col gap-4">
              <BucketList mayChange={mayChange} problem={listProblem} />
              <StoragePanels storage={storage} />
            </div>
          ) : null
        }
      </Live>
    </>
  );
}

interface NotEnabledProps {
  mayChange: boolean;
  onMade: (storage: NewStorage, keep: boolean) => void;
}

/** Says what an object storage is, and offers to enable it. */
function NotEnabled({ mayChange, onMade }: NotEnabledProps) {
  const t = useTranslations('object-storage');
  const [open, setOpen] = useState(false);
  const button = usePressedWhenAsked();
  const refusal = useRoleRefusal(mayChange, storageChange, t('noWrite'));
  return (
    <div className="border-line bg-surface rounded-md border">
      <EmptyState
        icon={<Archive aria-hidden />}
        title={t('offTitle')}
        actions={
          <Button
            ref={button}
            variant="primary"
            icon={<Plus aria-hidden />}
            {...refusal}
            onClick={() => setOpen(true)}
          >
            {t('enable.label')}
          </Button>
        }
      >
        <p>{t('offText')}</p>
        <p className="mt-2">{t('offTools')}</p>
      </EmptyState>
      {open ? (
        <Overlay>
          <EnableDialog onMade={onMade} onClose={() => setOpen(false)} />
        </Overlay>
      ) : null}
    </div>
  );
}
