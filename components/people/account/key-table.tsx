'use client';
import {
  CalendarPlus,
  OctagonAlert,
  Pencil,
  RefreshCw,
  Replace,
  Unlink,
  TriangleAlert,
  Ban,
  Check,
  CircleDashed,
  type LucideIcon,
} from 'lucide-react';
import { useTranslations, useLocale } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { KeyView } from '@/lib/session/key-view';
import { exact, jakartaOffset } from '@/lib/format';
import type { Expiry } from '@/lib/session/expiry';
import { cx } from '@/components/ui/cx';
import { keyRights } from '@/lib/contract/permissions';

/** What a dialog does with a key. */
export type KeyAction = 'edit' | 'replace' | 'unlink';

interface KeyHandlers {
  onCheck: (account: KeyView) => void;
  onAsk: (what: KeyAction, account: KeyView) => void;
}

interface KeyTableProps extends KeyHandlers {
  keys: readonly KeyView[];
  caption: string;
  checking: ReadonlySet<string>;
}

/** Lists the linked keys: the account of each, what it may do, and when it expires. */
export function KeyTable({ keys, caption, checking, ...doing }: KeyTableProps) {
  const t = useTranslations('account.keys');
  return (
    <PlainTable<KeyView>
      caption={caption}
      columns={[
        {
          id: 'account',
          header: t('account'),
          main: true,
          className: '!py-2',
          cell: (account) => <Account account={account} />,
        },
        {
          id: 'rights',
          header: t('rights'),
          className: '!py-2 max-md:!block max-md:!text-left',
          cell: (account) =>
            account.access.key === 'refused' ? (
              <Refused own={account.own} />
            ) : (
              <KeyRights account={account} />
            ),
        },
        {
          id: 'expiry',
          header: t('expiry'),
          cell: (account) => <Expiry account={account} onAsk={doing.onAsk} />,
        },
        {
          id: 'actions',
          header: t('actions'),
          end: 'buttons',
          cell: (account) => (
            <KeyButtons {...{ account, ...doing }} checking={checking.has(account.slug)} />
          ),
        },
      ]}
      rows={keys}
      rowId={({ slug }) => slug}
    />
  );
}

function Account({ account: { slug, label, hint, own } }: { account: KeyView }) {
  const t = useTranslations('account.keys');
  return (
    <>
      <span className="flex flex-wrap items-center gap-x-2">
        <TextLink href={paths.vpsOverview(slug)}>{label}</TextLink>
        {own ? <Badge tone="accent">{t('own')}</Badge> : null}
      </span>
      <span className="text-faint block text-left font-mono text-xs font-normal">{hint}</span>
    </>
  );
}

function Expiry({ account, onAsk }: Pick<KeyHandlers, 'onAsk'> & { account: KeyView }) {
  const t = useTranslations('account.keys');
  const { label, expiry } = account;
  if (expiry) return <KeyExpiry expiry={expiry} />;
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<CalendarPlus aria-hidden />}
      className="md:-ml-2"
      aria-label={t('setExpiryOf', { label })}
      onClick={() => onAsk('edit', account)}
    >
      {t('setExpiry')}
    </Button>
  );
}

/** Replaces the rights of a key if the provider refuses all of its calls. */
function Refused({ own }: { own: boolean }) {
  const t = useTranslations('account.keys');
  return (
    <span className="flex max-w-prose items-start gap-1.5 text-left">
      <OctagonAlert aria-hidden className="text-danger mt-0.5 size-4 shrink-0" />
      <span>
        <span className="text-danger font-medium">{t('refused')}</span>{' '}
        {t(own ? 'refusedOwn' : 'refusedTodo')}
      </span>
    </span>
  );
}

interface KeyButtonsProps extends KeyHandlers {
  account: KeyView;
  checking: boolean;
}

function KeyButtons({ account, checking, onCheck, onAsk }: KeyButtonsProps) {
  const t = useTranslations('account.keys');
  const { label, own, access } = account;
  const quiet = { size: 'sm', variant: 'quiet' } as const;
  return (
    <span
      role="group"
      aria-label={t('actionsOf', { label })}
      className="flex flex-wrap gap-1 md:grid md:grid-cols-[max-content_max-content] md:justify-end"
    >
      <Button
        {...quiet}
        icon={<RefreshCw aria-hidden />}
        loading={checking}
        onClick={() => onCheck(account)}
      >
        {t('check')}
      </Button>
      <Button {...quiet} icon={<Pencil aria-hidden />} onClick={() => onAsk('edit', account)}>
        {t('edit')}
      </Button>
      <Button
        size="sm"
        variant={access.key === 'refused' ? 'secondary' : 'quiet'}
        icon={<Replace aria-hidden />}
        disabledReason={own ? t('ownReplace') : null}
        onClick={() => onAsk('replace', account)}
      >
        {t('replace')}
      </Button>
      <Button
        {...quiet}
        icon={<Unlink aria-hidden />}
        disabledReason={own ? t('ownUnlink') : null}
        onClick={() => onAsk('unlink', account)}
      >
        {t('unlink')}
      </Button>
    </span>
  );
}

/** Shows the expiry date that a key's owner noted, with a warning if it is soon or has passed. */
function KeyExpiry({ expiry: { date, days, state } }: { expiry: Expiry }) {
  const t = useTranslations('account.keys');
  const locale = useLocale();
  // Read as midnight in Jakarta, so that it is shown as the same day.
  const day = exact(`${date}T00:00:00+07:00`, locale, jakartaOffset, 'date');
  const words =
    state === 'past' ? (
      t('expired', { date: day })
    ) : (
      <>
        <span className="whitespace-nowrap">{t('expires', { date: day })}</span>{' '}
        <span className="whitespace-nowrap">({t('inDays', { days })})</span>
      </>
    );
  if (state === 'later') return <span className="text-muted">{words}</span>;
  return (
    <span className="text-warn flex items-start gap-1.5 font-medium">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{words}</span>
    </span>
  );
}

type Standing = 'granted' | 'refused' | 'unknown';

const looks: Record<Standing, { Icon: LucideIcon; icon: string; text: string }> = {
  granted: { Icon: Check, icon: 'text-run', text: '' },
  refused: { Icon: Ban, icon: 'text-danger', text: 'text-muted' },
  unknown: { Icon: CircleDashed, icon: 'text-faint', text: 'text-muted' },
};

/** Lists what a key is known to be allowed, one right a line, with an icon and in words. */
function KeyRights({ account: { label, access } }: { account: KeyView }) {
  const t = useTranslations('account.keys');
  return (
    <ul
      aria-label={t('rightsOf', { label })}
      className="grid gap-x-6 gap-y-0.5 text-left max-md:sm:grid-cols-[max-content_max-content] xl:grid-cols-[max-content_max-content]"
    >
      {keyRights.map((right) => {
        const known: Standing = access.rights[right] ?? 'unknown';
        const { Icon, icon, text } = looks[known];
        return (
          <li key={right} className={cx('flex items-start gap-1.5', text)}>
            <Icon aria-hidden className={cx('mt-0.5 size-4 shrink-0', icon)} />
            <span>
              {t(`right.${right}`)}
              <span className="text-faint">: {t(`rightStatus.${known}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
