'use client';
import { ChevronLeft, ChevronRight, Minus, Plus } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { number } from '@/lib/format';
import { exactName } from '../../exact-name';
import { pdfFrameUrl, type ToFrame } from '../pdf-frame/messages';
import { Note } from './preview-note';
import { Refused } from './refused';
import { usePdfFrame, type PdfState } from './use-pdf-frame';

interface Props {
  url: string;
  name: string;
  textButton: ReactNode;
}

/** A PDF, drawn by pdf.js in a frame that nothing of the console is within reach of. */
export function PdfPreview(props: Props) {
  const [turn, setTurn] = useState(0);
  return <Framed key={turn} {...props} onRetry={() => setTurn(turn + 1)} />;
}

function Framed({ url, name, textButton, onRetry }: Props & { onRetry: () => void }) {
  const t = useTranslations('storage-object.preview');
  const title = t('content', { name: exactName(name) });
  const { frame, state, say } = usePdfFrame(url, { title, page: t('page'), of: t('of') });
  if (state.kind === 'refused')
    return <Refused problem={state.problem} onRetry={onRetry} actions={textButton} />;
  if (state.kind === 'failed')
    return (
      <Note
        actions={
          state.why === 'unknown' ? (
            <Button size="sm" onClick={onRetry}>
              {t('again')}
            </Button>
          ) : undefined
        }
      >
        {t(`pdf.${state.why}`)}
      </Note>
    );
  return (
    <div className="flex flex-col gap-2">
      {state.kind === 'shown' ? (
        <Tools state={state} say={say} />
      ) : (
        <p role="status" className="text-muted flex min-h-8 items-center">
          {t('loading')}
        </p>
      )}
      <iframe
        ref={frame}
        title={title}
        src={pdfFrameUrl}
        sandbox="allow-scripts"
        className="border-line h-[70dvh] w-full rounded-md border"
      />
    </div>
  );
}

function Tools({
  state: { page, pages, zoom },
  say,
}: {
  state: Extract<PdfState, { kind: 'shown' }>;
  say: (what: ToFrame) => void;
}) {
  const t = useTranslations('storage-object.preview');
  const locale = useLocale();
  const go = (to: number) => say({ kind: 'go', page: to });
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <div className="flex items-center gap-1">
        <IconButton
          label={t('previousPage')}
          icon={<ChevronLeft aria-hidden />}
          disabledReason={page <= 1 ? t('firstPage') : null}
          onClick={() => go(page - 1)}
        />
        <p role="status" className="tabular">
          {t('pageOf', { page: number(page, locale), pages: number(pages, locale) })}
        </p>
        <IconButton
          label={t('nextPage')}
          icon={<ChevronRight aria-hidden />}
          disabledReason={page >= pages ? t('lastPage') : null}
          onClick={() => go(page + 1)}
        />
      </div>
      <div className="flex items-center gap-1">
        <IconButton
          label={t('zoomOut')}
          icon={<Minus aria-hidden />}
          onClick={() => say({ kind: 'zoom', to: zoom / 1.25 })}
        />
        <p className="tabular">{number(zoom, locale, 0)} %</p>
        <IconButton
          label={t('zoomIn')}
          icon={<Plus aria-hidden />}
          onClick={() => say({ kind: 'zoom', to: zoom * 1.25 })}
        />
        <Button size="sm" onClick={() => say({ kind: 'zoom', to: 'fit' })}>
          {t('fit')}
        </Button>
      </div>
    </div>
  );
}
