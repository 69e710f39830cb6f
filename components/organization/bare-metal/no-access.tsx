'use client';
import { useTranslations } from 'use-intl';
import { NoAccess } from '../no-access';

/** Says that this person's role may not read bare-metal machines or, with `order`, that it may read but not order them. */
export function NoMetalAccess({ order = false }: { order?: boolean }) {
  const t = useTranslations('bare-metal');
  return (
    <NoAccess
      title={order ? t('order.noAccess') : t('noAccess')}
      lacking={{ area: 'baremetal', see: !order }}
    >
      {order ? t('noWrite') : t('noAccessText')}
    </NoAccess>
  );
}
