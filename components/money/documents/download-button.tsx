'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useProblemWords } from '@/components/ui/problem-words';
import { toast } from '@/components/ui/toast';
import { ProblemError } from '@/lib/problem';
import { usePerson } from '@/lib/query/person';

/**
 * Downloads a document as a PDF: the provider's, or the console's where there is none. If the provider's can't be read,
 * a notice says so and offers the console's. Needs the messages `documents` and `ui`.
 */
export function DownloadButton({
  path,
  scopeKey,
  number,
}: {
  /** Of `lib/paths/downloads`. */
  path: string;
  /** Whose buyer's data are used: `o/<org>` or `vps/<account>`. */
  scopeKey: string;
  /** In a row of a list: the document's number, which tells the buttons apart. Then the button is an icon. */
  number?: string;
}) {
  const t = useTranslations('documents');
  const ui = useTranslations('ui');
  const language = useLocale();
  const words = useProblemWords();
  const { identity } = usePerson();
  const [busy, setBusy] = useState(false);
  const tell = (error: unknown) => {
    if (!(error instanceof ProblemError))
      return toast({ tone: 'danger', title: t('failed'), text: ui('partFailedText') });
    if (error.problem.code !== 'no_file') {
      const { title, text, todo } = words(error.problem);
      return toast({ tone: 'danger', title, text: `${text} ${todo}` });
    }
    const action = { label: t('provider.own'), onSelect: () => void save(true) };
    toast({ tone: 'danger', title: t('provider.bad'), text: t('provider.badText'), action });
  };
  const save = async (own: boolean) => {
    setBusy(true);
    try {
      const { saveDocument } = await import('./download');
      const from = await saveDocument(path, scopeKey, { identity, language, own });
      toast({ tone: 'good', title: t(`saved.${from}`) });
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  const button = {
    icon: <Download aria-hidden />,
    loading: busy,
    onClick: () => void save(false),
  };
  return number === undefined ? (
    <Button {...button}>{t('download')}</Button>
  ) : (
    <IconButton {...button} size="sm" label={t('downloadOf', { number })} />
  );
}
