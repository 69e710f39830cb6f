'use client';
import { useState, type ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { lazyNamed } from '@/components/ui/lazy-named';
import { Panel } from '@/components/ui/panel';
import { bytes } from '@/lib/format';
import { useGroup } from '@/lib/query/scope';
import type { ObjectDetails, ObjectRef, PreviewKind } from '@/lib/storage/shapes';
import { groupParams } from '../../../vms/group';
import { previewUrl } from '../../calls';
import { exactName } from '../../exact-name';
import { mostShown, previewKind } from './kind';
import { Note } from './preview-note';

const MediaPreview = lazyNamed(() => import('./media-preview'), 'MediaPreview');
const TextPreview = lazyNamed(() => import('./text-preview'), 'TextPreview');
const PdfPreview = lazyNamed(() => import('./pdf-preview'), 'PdfPreview');

interface Props {
  object: ObjectRef;
  details: ObjectDetails;
}

/** Shows what is in an object where a browser can do so without running anything of it. */
export function PreviewPanel({ object, details }: Props) {
  const t = useTranslations('storage-object.preview');
  const locale = useLocale();
  const [asText, setAsText] = useState(false);
  const kind = asText ? 'text' : previewKind(details.type, object.key);
  const most = kind === null ? undefined : mostShown[kind];
  const textButton = (
    <Button size="sm" onClick={() => setAsText(true)}>
      {t('asText')}
    </Button>
  );
  let content: ReactNode;
  if (details.size === 0) content = <Note>{t('empty')}</Note>;
  else if (kind === null)
    content = (
      <Note actions={textButton}>
        {details.type ? t('notShown', { type: exactName(details.type) }) : t('unknownType')}
      </Note>
    );
  else if (most !== undefined && details.size > most)
    content = (
      <Note>{t('tooLarge', { size: bytes(details.size, locale), most: bytes(most, locale) })}</Note>
    );
  else content = <Preview {...{ object, details, kind, textButton }} />;
  return <Panel title={t('title')}>{content}</Panel>;
}

function Preview({
  object,
  details,
  kind,
  textButton,
}: Props & { kind: PreviewKind; textButton: ReactNode }) {
  const params = groupParams(useGroup());
  // Another content has another address, so that no browser shows what it kept.
  const url = `${previewUrl(params, object, kind)}&etag=${encodeURIComponent(details.etag ?? '')}`;
  const { key } = object;
  if (kind === 'text') return <TextPreview key={url} url={url} name={key} />;
  if (kind === 'pdf') return <PdfPreview key={url} url={url} name={key} textButton={textButton} />;
  return <MediaPreview key={url} url={url} name={key} kind={kind} textButton={textButton} />;
}
