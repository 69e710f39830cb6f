'use client';
import { CalendarPlus, OctagonAlert, Pencil, RefreshCw, Replace, Unlink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { paths } from '@/lib/paths';
import type { KeyView } from '@/lib/session/key-view';
import { KeyExpiry } from './key-expiry';
import { KeyRights } from './key-rights';

/** What a dialog is opened for. */
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

/** The keys: each with its account, what it may do, when it ends. */
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
            account.standing.key === 'refused' ? (
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

/** In place of the rights: the provider takes no call of this key. */
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
  const { label, own, standing } = account;
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
        variant={standing.key === 'refused' ? 'secondary' : 'quiet'}
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
