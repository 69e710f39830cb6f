'use client';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import { singleKeysOn, turnedOff } from '@/lib/single-keys';
import { useCommandKey } from './keys';

/** Arrow keys are no characters, so they stay on when single-character shortcuts are off. */
const works = (key: string) => key === '↓' || key === '↑' || !turnedOff(key);

function Line({
  words,
  keys,
  joined,
}: {
  words: string;
  keys: readonly string[];
  joined?: string;
}) {
  return (
    <div className="flex items-center justify-between gap-4 py-1">
      <dt>{words}</dt>
      <dd className="flex items-center gap-1">
        {keys.map((key, index) => (
          <span key={key} className="flex items-center gap-1">
            {index > 0 && joined ? <span className="text-faint text-xs">{joined}</span> : null}
            <Kbd>{key}</Kbd>
          </span>
        ))}
      </dd>
    </div>
  );
}

/** The list of keyboard shortcuts. Those that are turned off are left out. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('palette.keys');
  const ui = useTranslations('ui.table.key');
  const command = useCommandKey();
  if (!open) return null;
  const single = singleKeysOn();
  const mod = command ? '⌘' : 'Ctrl';
  // The texts have ‘or’ between two keys that do the same.
  const ofLists = (
    [
      { id: 'search', keys: ['/'] },
      { id: 'down', keys: ['j', '↓'] },
      { id: 'up', keys: ['k', '↑'] },
      { id: 'select', keys: [ui('space')] },
      { id: 'bulk', keys: ['A'] },
      { id: 'open', keys: ['Enter'] },
      { id: 'menu', keys: ['.', 'Shift+F10'] },
    ] as const
  )
    .map(({ id, keys }) => ({ id, keys: keys.filter(works) }))
    .filter(({ keys }) => keys.length > 0);
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <section>
        <h3 className="text-faint pb-1 text-xs">{t('everywhere')}</h3>
        <dl>
          <Line words={t('palette')} keys={[mod, 'K']} />
          <Line words={t('newTab')} keys={[mod, 'Enter']} />
          <Line words={t('actions')} keys={['→']} />
          <Line words={t('back')} keys={['←', 'Backspace']} joined={t('or')} />
          {single ? <Line words={t('help')} keys={['?']} /> : null}
          <Line words={t('close')} keys={['Esc']} />
        </dl>
      </section>
      <section>
        <h3 className="text-faint pb-1 text-xs">{t('lists')}</h3>
        <dl>
          {ofLists.map(({ id, keys }) => (
            <Line key={id} words={t(`list.${id}`)} keys={keys} joined={t('or')} />
          ))}
        </dl>
      </section>
      <p className="text-muted text-sm">
        {single ? t('on') : t('off')}{' '}
        <TextLink href={paths.account()} onClick={onClose}>
          {t('preferences')}
        </TextLink>
      </p>
    </Dialog>
  );
}
