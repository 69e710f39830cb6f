'use client';
import { useState, type FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { openProjects, type ProjectScope } from '@/components/organization/standing/standing';
import { useLevelWords } from '@/components/organization/people/role-words';
import { useShell } from '@/components/parts/shell/context';
import { useFileFormat } from '@/components/parts/files/use-file-format';
import { saveList } from '@/components/parts/tables/list-sheet';
import { Callout } from '@/components/ui/callout';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import type { DialogProps } from '@/components/ui/dialog-props';
import { ProblemNote } from '@/components/ui/error-state';
import { ProgressBar } from '@/components/ui/progress-bar';
import { toast } from '@/components/ui/toast';
import { useAttempt } from '@/components/ui/use-attempt';
import { ProblemError } from '@/lib/problem';
import { request } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { accessReview, reviewColumns, type ReadProject } from './access-review';
import { ofProject, type Member } from './member';
import { useMemberFacts } from './place';

/** Reads the members of projects, one project after the other. @param tell hears how many were read */
async function readProjects(projects: readonly ProjectScope[], tell: (count: number) => void) {
  const found: ReadProject[] = [];
  const unread: string[] = [];
  for (const [at, { group, label }] of projects.entries()) {
    tell(at);
    try {
      const { data } = await request('A21', { params: { uuid: group.project ?? '' } });
      found.push({ name: label, members: data.map(ofProject) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      unread.push(label);
    }
  }
  return { found, unread };
}

/** Reads what the file needs, and saves it. @param all gives the whole list of the page */
function useReview(all: () => Promise<readonly Member[]>, onClose: () => void) {
  const t = useTranslations('members.report');
  const words = useTranslations('members');
  const scope = useGroup();
  const { scopes } = useShell();
  const { financeLevel } = useMemberFacts();
  const role = useLevelWords(financeLevel);
  const format = useFileFormat();
  const projects = openProjects(scopes, scope);
  const [count, setCount] = useState<number | null>(null);
  const [read, setRead] = useState<Awaited<ReturnType<typeof readProjects>> | null>(null);

  const save = async (withProjects: boolean) => {
    let { found, unread } = read ?? { found: [], unread: [] };
    if (withProjects && !read) {
      ({ found, unread } = await readProjects(projects, setCount).finally(() => setCount(null)));
      setRead({ found, unread });
      if (unread.length > 0) return; // the person decides
    }
    const rows = accessReview(await all(), found, unread, {
      role,
      projectOnly: t('projectOnly'),
      unread: (names) => t('unreadLine', { names }),
    });
    const columns = reviewColumns((id) => words(id), withProjects);
    await saveList({ name: 'access-review', caption: t('title'), columns, rows }, format());
    toast({ tone: 'good', title: t('saved') });
    onClose();
  };
  const unread = read?.unread ?? [];
  return { projects, count, unread, save, forget: () => setRead(null) };
}

/** Saves who has access as a file; on request with the roles in each project, which are read then. */
export function ReviewDialog({
  all,
  onClose,
}: DialogProps<{ all: () => Promise<readonly Member[]> }>) {
  const t = useTranslations('members.report');
  const locale = useLocale();
  const { project } = useGroup();
  const [withProjects, setWithProjects] = useState(false);
  const { projects, count, unread, save, forget } = useReview(all, onClose);
  const { busy, problem, attempt } = useAttempt();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) void attempt(() => save(withProjects));
  };
  return (
    <Dialog open title={t('title')} onClose={onClose} locked={busy}>
      <form className="flex flex-col gap-4" onSubmit={submit}>
        <p>{t('text')}</p>
        {project === undefined ? (
          <Checkbox
            label={t('withProjects')}
            hint={`${t('withProjectsHint', { count: projects.length })} ${t('onlyYours')}`}
            checked={withProjects}
            onChange={(event) => {
              setWithProjects(event.target.checked);
              forget();
            }}
          />
        ) : null}
        {count === null ? null : (
          <div className="flex flex-col gap-1">
            <p role="status" className="text-muted tabular text-sm">
              {t('reading', { count, all: projects.length })}
            </p>
            <ProgressBar label={t('title')} value={(100 * count) / projects.length} />
          </div>
        )}
        {unread.length > 0 ? (
          <Callout tone="warn" role="alert" title={t('unreadTitle', { count: unread.length })}>
            {t('unreadText', { names: new Intl.ListFormat(locale).format(unread) })}
          </Callout>
        ) : null}
        <DialogButtons
          onClose={onClose}
          pending={busy}
          confirm={unread.length > 0 ? t('saveAnyway') : t('save')}
        >
          {problem ? <ProblemNote problem={problem} /> : null}
        </DialogButtons>
      </form>
    </Dialog>
  );
}
