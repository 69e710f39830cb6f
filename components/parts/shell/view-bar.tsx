import { Eye } from 'lucide-react';
import { buttonClass } from '@/components/ui/button-class';
import { isolatedNode } from '@/components/ui/foreign';
import type { ViewAs } from '@/lib/contract/view-as';
import { translator } from '@/lib/next/intl';
import type { Scopes } from './scopes';

/** The key of the scope that a view shows. */
const viewedKey = ({ org, project }: ViewAs): string =>
  project === undefined ? `o/${org}` : `p/${project}`;

/**
 * The bar at the foot of every page while an admin views the console as somebody else. Its button is a form, so that the
 * view can be ended before any code has loaded; `ViewEnd` sends it without one once it has.
 */
export async function ViewBar({ view, scopes }: { view: ViewAs; scopes: Promise<Scopes> }) {
  const [t, all] = await Promise.all([translator('shell'), scopes]);
  const name = all.scopes.find(({ key }) => key === viewedKey(view))?.label ?? null;
  return (
    <section
      aria-label={t('viewAs.bar')}
      data-view-bar=""
      className="border-warn-mark bg-warn-soft text-warn border-t-2 px-4 py-2 md:px-6"
    >
      <form
        method="post"
        action="/api/session/view-as/end"
        data-end-view=""
        className="flex flex-wrap items-center gap-x-3 gap-y-2"
      >
        <Eye aria-hidden className="size-4 shrink-0" />
        <p className="min-w-0 flex-1 basis-56 break-words">
          <strong className="font-medium">
            {isolatedNode(t(`viewAs.as.${view.role}`, { name: name ?? t(`viewAs.unnamed`) }))}
          </strong>{' '}
          {t('viewAs.nothing')}
        </p>
        <button type="submit" className={buttonClass('secondary', 'sm')}>
          {t('viewAs.end')}
        </button>
      </form>
    </section>
  );
}
