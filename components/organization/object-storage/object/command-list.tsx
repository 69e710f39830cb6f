'use client';
import { useTranslations } from 'use-intl';
import { CodeBlock } from '@/components/ui/code-block';
import type { ObjectRef } from '@/lib/storage/shapes';
import { commandsFor } from './commands';

/** The commands that fetch an object, or why there are none. */
export function CommandList({ object, host }: { object: ObjectRef; host: string | null }) {
  const t = useTranslations('storage-object.commands');
  if (host === null) return <p>{t('noHost')}</p>;
  const commands = commandsFor(object, host);
  if (!commands) return <p>{t('unsafe')}</p>;
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <CodeBlock label="aws" code={commands.aws} />
      {commands.s3cmd === null ? (
        <p className="text-muted text-sm">{t('noS3cmd')}</p>
      ) : (
        <CodeBlock label="s3cmd" code={commands.s3cmd} />
      )}
      <p className="text-muted text-sm">{t('needKey')}</p>
    </div>
  );
}
