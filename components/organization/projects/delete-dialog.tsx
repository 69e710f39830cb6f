'use client';
import { useLocale, useTranslations } from 'use-intl';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import type { DialogProps } from '@/components/ui/dialog-props';
import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import { toast } from '@/components/ui/toast';
import { number } from '@/lib/format';
import { useGroup } from '@/lib/query/scope';
import { useBackendChange } from '@/lib/query/use-backend-change';
import { projects } from '@/lib/resources/awanio';
import { aboutOf } from '@/lib/resources/resource';
import type { Project } from './project';
import { useContents, type Content } from './contents';

const about = aboutOf(projects);

/** Deletes a project (AX1) once nothing in it costs money. Its name has to be typed. */
export function DeleteProject({
  project,
  onClose,
  onDeleted,
}: DialogProps<{ project: Project; onDeleted: () => void }>) {
  const t = useTranslations('organization-projects.delete');
  const { org } = useGroup();
  const change = useBackendChange();
  const { uuid } = project;
  const name = projects.name(project);
  const contents = useContents({ org, project: uuid });
  const rest = contents.filter((each) => (each.count ?? 0) > 0);
  const counting = contents.some((each) => each.count === null && !each.failed);
  const remove = async () => {
    await change(
      'AX1',
      { params: { uuid } },
      { ...about({ org }, project), href: projects.page({ org }) },
    );
    toast({ tone: 'good', title: t('done', { name }) });
    onDeleted();
  };
  return (
    <ConfirmDialog
      open
      danger
      title={t('title', { name })}
      confirmLabel={t('confirm')}
      confirmName={name}
      disabledReason={rest.length > 0 ? t('notEmpty') : counting ? t('counting') : null}
      onConfirm={remove}
      onClose={onClose}
    >
      <p>{t('text')}</p>
      <Contents contents={contents} />
      {rest.length > 0 ? <p className="text-danger">{t('notEmpty')}</p> : null}
      {rest.length === 0 && contents.some(({ failed }) => failed) ? (
        <p className="text-warn">{t('unknownText')}</p>
      ) : null}
    </ConfirmDialog>
  );
}

/** What is in the project, with links to what still costs money. */
function Contents({ contents }: { contents: readonly Content[] }) {
  const t = useTranslations('organization-projects.delete');
  const locale = useLocale();
  const value = ({ id, count: many, failed, href }: Content) => {
    if (many === null) return failed ? t('unknown') : '…';
    if (many > 0)
      return (
        <>
          {number(many, locale)} · <TextLink href={href}>{t(`show.${id}`)}</TextLink>
        </>
      );
    return number(many, locale);
  };
  return (
    <KeyValue
      pairs={contents.map((each) => ({ term: t(`contents.${each.id}`), value: value(each) }))}
    />
  );
}
