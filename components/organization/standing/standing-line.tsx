'use client';
/** The line above a list that says where its things stand. */
import { FolderTree } from 'lucide-react';
import { Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { toast } from '@/components/ui/toast';
import { useGroup } from '@/lib/query/scope';
import type { StandingLineProps } from './standing';

const OfProject = lazyNamed(() => import('./standing-details'), 'OfProject', 'quiet');
const StandingDetails = lazyNamed(() => import('./standing-details'), 'StandingDetails', 'quiet');

/** Says how many more things stand in an organization's projects, and shows or hides them. */
export function StandingLine(props: StandingLineProps) {
  const { page, shown } = props;
  const scope = useGroup();
  if (scope.project !== undefined)
    return (
      <Suspense fallback={null}>
        <OfProject {...{ page, scope }} />
      </Suspense>
    );
  return (
    <div className="mb-3 flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 text-sm">
        <div className="flex min-w-0 items-start gap-2">
          <FolderTree aria-hidden className="text-faint mt-0.5 size-4 shrink-0" />
          <Said {...props} />
        </div>
        <ShowButton {...props} />
      </div>
      {shown ? (
        <Suspense fallback={null}>
          <StandingDetails {...props} />
        </Suspense>
      ) : null}
    </div>
  );
}

/** How many more things stand in the projects, as far as it is known. */
function Said({ projects, stands, asked, more }: StandingLineProps) {
  const t = useTranslations('places');
  const read = stands.counts.size;
  const all = read + stands.reading;
  return (
    <p role="status" className="text-muted">
      {!asked
        ? t('elsewhere', { count: projects.length })
        : stands.reading > 0
          ? t(stands.limited ? 'limited' : 'reading', { read, all, more })
          : t('more', { more, count: read })}
    </p>
  );
}

function ShowButton({ shown, projects, onShow, onHide }: StandingLineProps) {
  const t = useTranslations('places');
  const ui = useTranslations('ui');
  const [loading, setLoading] = useState(false);
  const show = () => {
    setLoading(true);
    void onShow()
      .catch(() => toast({ tone: 'danger', title: ui('partFailed'), text: ui('partFailedText') }))
      .finally(() => setLoading(false));
  };
  return shown ? (
    <Button size="sm" onClick={onHide}>
      {t('hide')}
    </Button>
  ) : (
    <Button
      size="sm"
      loading={loading}
      disabledReason={projects.some(({ machines }) => machines) ? null : t('closedAll')}
      onClick={show}
    >
      {t('show')}
    </Button>
  );
}
