'use client';
import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/dialog';
import { Kbd } from '@/components/ui/kbd';
import { useCommandKey } from './keys';

/** Keys of lists; ‘or’ stands between two that do the same. */
const ofLists = [
  { id: 'search', keys: ['/'] },
  { id: 'down', keys: ['j', '↓'] },
  { id: 'up', keys: ['k', '↑'] },
  { id: 'select', keys: ['x'] },
  { id: 'open', keys: ['Enter'] },
] as const;

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

/** Which keys do what. */
export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTranslations('palette.keys');
  const command = useCommandKey();
  const mod = command ? '⌘' : 'Ctrl';
  return (
    <Dialog open={open} onClose={onClose} title={t('title')}>
      <section>
        <h3 className="text-faint pb-1 text-xs">{t('everywhere')}</h3>
        <dl>
          <Line words={t('palette')} keys={[mod, 'K']} />
          <Line words={t('newTab')} keys={[mod, 'Enter']} />
          <Line words={t('help')} keys={['?']} />
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
    </Dialog>
  );
}
