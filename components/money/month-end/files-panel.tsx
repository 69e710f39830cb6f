'use client';
import { Download } from 'lucide-react';
import { useCallback, useRef, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { Panel } from '@/components/ui/panel';
import { useProblemWords } from '@/components/ui/problem-words';
import { ProgressBar } from '@/components/ui/progress-bar';
import type { InvoiceState } from '@/lib/money/invoice';
import { usePerson } from '@/lib/query';
import { monthDocuments } from './month-documents';
import type { FailedDocument } from './month-zip';
import type { ReadMonth } from './use-month';

interface Props {
  read: ReadMonth;
  month: string;
  /** The month in words. */
  name: string;
  over: boolean;
}

/** What has become of the files. */
type Made =
  | { state: 'making'; done: number; all: number; stop: () => void }
  | { state: 'made'; documents: number; failed: readonly FailedDocument[] }
  | { state: 'broken' };

/** Makes the spreadsheet of a month. */
function useSheet({ read, month, over }: Props) {
  const t = useTranslations('month-end');
  const billing = useTranslations('billing');
  return async (): Promise<{ blob: Blob; name: string }> => {
    const [{ workbookBlob }, { monthSheets }] = await Promise.all([
      import('@/components/parts/files/workbook'),
      import('./month-sheets'),
    ]);
    const months = read.places.flatMap(({ month: of }) => of ?? []);
    const unread = read.places.filter((of) => !of.month).map(({ place }) => place);
    const words = { t, state: (state: InvoiceState) => billing(`states.${state}`) };
    const blob = await workbookBlob(monthSheets({ month, months, unread, over }, words));
    return { blob, name: `nusa-${month}.xlsx` };
  };
}

/** The work that runs. It is given up when its part of the page is left. */
function useStopper() {
  const running = useRef<AbortController | null>(null);
  return {
    /** Of an element of the part: React runs its cleanup when the part goes. */
    ref: useCallback(() => () => running.current?.abort(), []),
    begin: (): AbortController => (running.current = new AbortController()),
  };
}

/** One ZIP file with all documents of the month, and the spreadsheet by itself. */
export function FilesPanel(props: Props) {
  const { read, month, name } = props;
  const t = useTranslations('month-end.files');
  const reader = { identity: usePerson().identity, language: useLocale() };
  const words = useProblemWords();
  const makeSheet = useSheet(props);
  const { ref, begin } = useStopper();
  const [made, setMade] = useState<Made | null>(null);
  const months = read.places.flatMap(({ month: of }) => of ?? []);
  const making = made?.state === 'making';
  const none = months.length === 0 ? t('notRead') : null;

  const attempt = async (work: () => Promise<Made | null>) => {
    try {
      setMade(await work());
    } catch {
      setMade({ state: 'broken' });
    }
  };
  const saveSheet = () =>
    attempt(async () => {
      const [sheet, { saveBlob }] = await Promise.all([
        makeSheet(),
        import('@/components/parts/files/save-blob'),
      ]);
      saveBlob(sheet.blob, sheet.name);
      return null;
    });
  const saveZip = () =>
    attempt(async () => {
      const stopper = begin();
      const { signal } = stopper;
      const documents = monthDocuments(months, t('receipt'));
      const tell = (done: number) =>
        setMade({ state: 'making', done, all: documents.length, stop: () => stopper.abort() });
      tell(0);
      try {
        const [{ makeMonthZip, pacedFetch }, { saveBlob }, sheet] = await Promise.all([
          import('./month-zip'),
          import('@/components/parts/files/save-blob'),
          makeSheet(),
        ]);
        const text = (failed: readonly FailedDocument[]) =>
          failed.map(({ document, problem }) => `${document.label}\t${words(problem).text}\r\n`);
        const failedFile = {
          name: t('failedName'),
          text: (failed: readonly FailedDocument[]) => text(failed).join(''),
        };
        const fetch = pacedFetch(reader, signal);
        const zip = await makeMonthZip({
          ...{ documents, sheet, failedFile, fetch, signal },
          onProgress: tell,
        });
        signal.throwIfAborted();
        saveBlob(zip.blob, `nusa-${month}.zip`);
        return {
          state: 'made',
          documents: documents.length - zip.failed.length,
          failed: zip.failed,
        };
      } catch (error) {
        if (signal.aborted) return null;
        throw error;
      }
    });

  return (
    <Panel title={t('title', { month: name })} description={t('text')}>
      <div ref={ref} className="flex flex-col gap-3">
        <div className="flex flex-wrap gap-2">
          <Button
            variant="primary"
            icon={<Download aria-hidden />}
            disabledReason={none}
            loading={making}
            onClick={() => void saveZip()}
          >
            {t('zip')}
          </Button>
          <Button disabledReason={none} onClick={() => void saveSheet()}>
            {t('sheet')}
          </Button>
        </div>
        {!none && months.length < read.places.length ? (
          <p className="text-warn">{t('incomplete')}</p>
        ) : null}
        {made ? <Outcome made={made} /> : null}
      </div>
    </Panel>
  );
}

/** The progress of the ZIP file, and what became of it. */
function Outcome({ made }: { made: Made }) {
  const t = useTranslations('month-end.files');
  const words = useProblemWords();
  if (made.state === 'broken') return <Callout tone="danger" role="alert" title={t('broken')} />;
  if (made.state === 'making')
    return (
      <div className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <p role="status">{t('making', { done: made.done, all: made.all })}</p>
          <Button size="sm" onClick={made.stop}>
            {t('cancel')}
          </Button>
        </div>
        <ProgressBar label={t('progress')} value={(100 * made.done) / Math.max(1, made.all)} />
      </div>
    );
  if (made.failed.length === 0) return <p role="status">{t('done', { count: made.documents })}</p>;
  return (
    <Callout
      tone="warn"
      role="alert"
      title={t('failed', { count: made.failed.length, file: t('failedName') })}
    >
      {made.documents > 0 ? <p>{t('done', { count: made.documents })}</p> : null}
      <ul className="ml-5 list-disc">
        {made.failed.map(({ document, problem }) => (
          <li key={document.name} className="break-words">
            {document.label}: {words(problem).text}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
