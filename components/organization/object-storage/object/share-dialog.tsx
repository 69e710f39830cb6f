'use client';
import { useState, type FormEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Callout } from '@/components/ui/callout';
import { CodeBlock } from '@/components/ui/code-block';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { DialogButtons } from '@/components/ui/dialog-buttons';
import { DialogFoot } from '@/components/ui/dialog-foot';
import type { DialogProps } from '@/components/ui/dialog-props';
import { Instant } from '@/components/ui/instant';
import { NumberField } from '@/components/ui/number-field';
import { RadioCards } from '@/components/ui/radio-cards';
import { Select } from '@/components/ui/select';
import { useAttempt } from '@/components/ui/use-attempt';
import { readWhole } from '@/lib/format/read-number';
import { useGroup } from '@/lib/query/scope';
import type { ObjectRef, ShareLink } from '@/lib/storage/shapes';
import { groupParams } from '../../vms/group';
import { objectUrl } from '../address';
import { shareObject } from '../calls';
import { ObjectName } from '../object-name';
import { StoreProblem } from '../store-problem';
import { ownSpan, shareSpans, shareUnits, type ShareUnit, spanWords } from './share-span';
import { usePolicy } from '../use-bucket-settings';

type Props = DialogProps<{ object: ObjectRef; host: string | null }>;

/**
 * Makes a link to an object that anyone can open until its end. The link stands in this dialog alone: in no URL of the console, no
 * store of the browser and no log.
 */
export function ShareDialog({ object, host, onClose }: Props) {
  const t = useTranslations('storage-object.share');
  const [link, setLink] = useState<(ShareLink & { seconds: number }) | null>(null);
  return (
    <Dialog open onClose={onClose} title={t('title')} size="md">
      <p className="font-mono">
        <ObjectName text={object.key} />
      </p>
      {link ? (
        <Made link={link} onClose={onClose} />
      ) : (
        <Ask object={object} host={host} onClose={onClose} onMade={setLink} />
      )}
    </Dialog>
  );
}

function Ask({
  object,
  host,
  onClose,
  onMade,
}: Props & { onMade: (link: ShareLink & { seconds: number }) => void }) {
  const t = useTranslations('storage-object.share');
  const params = groupParams(useGroup());
  const { busy, problem, attempt } = useAttempt();
  const [way, setWay] = useState<'show' | 'download'>('show');
  const span = useSpan();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation(); // React would pass it to a form around the dialog
    const { seconds } = span;
    if (busy || seconds === null) return;
    void attempt(async () => {
      const download = way === 'download';
      onMade({ ...(await shareObject(params, { ...object, seconds, download })), seconds });
    });
  };
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-3">
      <PlainAddress object={object} host={host} />
      {span.fields}
      <RadioCards
        legend={t('way')}
        name="way"
        value={way}
        onChange={({ target }) => setWay(target.value === 'download' ? 'download' : 'show')}
        cards={[
          { value: 'show', title: t('show'), description: t('showText') },
          { value: 'download', title: t('download'), description: t('downloadText') },
        ]}
      />
      <Callout tone="warn" title={t('anyone')}>
        <ul className="list-disc pl-5">
          <li>{t('noWayBack')}</li>
          <li>{t('endsWithKey')}</li>
          <li>{t('clock')}</li>
        </ul>
      </Callout>
      <DialogButtons
        onClose={onClose}
        pending={busy}
        confirm={t('create')}
        reason={span.seconds === null ? t('spanWrong') : null}
      >
        {problem ? <StoreProblem problem={problem} what={t('failed')} /> : null}
      </DialogButtons>
    </form>
  );
}

/** The fields that ask how long, and the seconds; null where they make no length. */
function useSpan() {
  const t = useTranslations('storage-object.share');
  const locale = useLocale();
  const [preset, setPreset] = useState('86400');
  const [count, setCount] = useState('2');
  const [unit, setUnit] = useState<ShareUnit>('hours');
  const own = preset === 'own';
  const seconds = own ? ownSpan(readWhole(count, locale).value, unit) : Number(preset);
  const fields = (
    <>
      <Select label={t('span')} value={preset} onChange={({ target }) => setPreset(target.value)}>
        {shareSpans.map((each) => (
          <option key={each} value={each}>
            {spanWords(each, locale)}
          </option>
        ))}
        <option value="own">{t('own')}</option>
      </Select>
      {own ? (
        <div className="grid grid-cols-2 items-start gap-3">
          <NumberField
            label={t('count')}
            min={1}
            value={count}
            onChange={({ target }) => setCount(target.value)}
            error={seconds === null ? t('spanWrong') : null}
          />
          <Select
            label={t('unit')}
            value={unit}
            onChange={({ target }) => setUnit(target.value as ShareUnit)}
          >
            {Object.keys(shareUnits).map((each) => (
              <option key={each} value={each}>
                {t(`units.${each as ShareUnit}`)}
              </option>
            ))}
          </Select>
        </div>
      ) : null}
    </>
  );
  return { seconds, fields };
}

/** The address of an object that anyone may read anyhow. A version has none of its own without a signature. */
function PlainAddress({ object, host }: Pick<Props, 'object' | 'host'>) {
  const t = useTranslations('storage-object.share');
  const { data } = usePolicy(object.bucket);
  const url = objectUrl(host, object.bucket, object.key);
  if (data?.says.read !== 'yes' || url === null || object.version !== undefined) return null;
  return (
    <Callout title={t('public')}>
      <p>{t('publicText')}</p>
      <p className="flex items-start gap-1">
        <span className="min-w-0 font-mono break-all">{url}</span>
        <CopyButton text={url} label={t('copyPlain')} />
      </p>
    </Callout>
  );
}

function Made({
  link: { url, expires, seconds },
  onClose,
}: {
  link: ShareLink & { seconds: number };
  onClose: () => void;
}) {
  const t = useTranslations('storage-object.share');
  const locale = useLocale();
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <p role="status">
        {t('made')} {t('ends', { span: spanWords(seconds, locale) })}{' '}
        <Instant iso={expires} as="exact" />
      </p>
      <CodeBlock label={t('link')} code={url} />
      <p className="text-muted text-sm">{t('once')}</p>
      <DialogFoot>
        <Button onClick={onClose}>{t('close')}</Button>
        <CopyButton text={url} label={t('copyLink')} words size="md" variant="primary" />
      </DialogFoot>
    </div>
  );
}
