'use client';
import { useTranslations } from 'use-intl';
import { CopyButton } from '@/components/ui/copy-button';
import { takeFocus } from '@/components/ui/take-focus';
import { s3Uri } from './address';
import { stepsTo } from './folders';
import { FolderLink, ObjectName } from './object-name';
import type { Folder } from './use-folder';

/** The way from the bucket to the folder that is shown. It takes the focus when the person opens another folder. */
export function FolderPath({ folder }: { folder: Folder }) {
  const t = useTranslations('object-storage');
  const { bucket, name, moved } = folder;
  const steps = [{ name: bucket, prefix: '' }, ...stepsTo(name)];
  return (
    <nav aria-label={t('folderPath')} className="flex min-w-0 flex-wrap items-center gap-x-1">
      <ol className="flex min-w-0 flex-wrap items-center font-mono">
        {steps.map((step, index) => {
          const last = index === steps.length - 1;
          return (
            <li key={step.prefix} className="min-w-0">
              {last ? (
                <span
                  key={name}
                  ref={moved ? takeFocus : undefined}
                  tabIndex={-1}
                  aria-current="location"
                  className="outline-none"
                >
                  <ObjectName text={step.name} />
                </span>
              ) : (
                <FolderLink
                  folder={folder}
                  prefix={step.prefix}
                  name={step.name}
                  className="inline-flex min-h-6 min-w-6 items-center justify-center" // a folder may be called `/`
                />
              )}
              {index === 0 ? <span className="text-faint px-0.5">/</span> : null}
            </li>
          );
        })}
      </ol>
      <CopyButton text={s3Uri(bucket, name)} label={t('copyUri', { name: s3Uri(bucket, name) })} />
    </nav>
  );
}
