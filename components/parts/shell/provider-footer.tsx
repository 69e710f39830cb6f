import { cx } from '@/components/ui/cx';
import { translator } from '@/lib/next/intl';
import { providerLinks, type Provider } from './provider';

/** The provider's links at the bottom of a page; nothing if the operator sets none. */
export async function ProviderFooter({
  provider,
  className,
}: {
  provider: Provider;
  className?: string;
}) {
  const t = await translator('shell');
  const there = providerLinks.flatMap((id) => (provider[id] ? [{ id, href: provider[id] }] : []));
  if (there.length === 0) return null;
  return (
    <footer className={cx('text-faint text-xs', className)}>
      <nav aria-label={t('providerPlaces', { name: provider.name })}>
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {there.map(({ id, href }) => (
            <li key={id}>
              <a
                href={href}
                target="_blank"
                rel="noopener noreferrer"
                className="hover:text-ink inline-block rounded-sm py-1 hover:underline"
              >
                {t(id)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </footer>
  );
}
