'use client';
import { CalendarPlus, OctagonAlert, Pencil, RefreshCw, Replace, Unlink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Cell, HeadCell, Table, TableBody, TableHead, TableRow } from '@/components/ui/table';
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

/** The keys: each with its account, what it may do, when it ends. */
export function KeyTable({
  keys,
  caption,
  checking,
  ...doing
}: KeyHandlers & { keys: readonly KeyView[]; caption: string; checking: ReadonlySet<string> }) {
  const t = useTranslations('account.keys');
  return (
    <Table caption={caption}>
      <TableHead>
        <HeadCell>{t('account')}</HeadCell>
        <HeadCell>{t('rights')}</HeadCell>
        <HeadCell>{t('expiry')}</HeadCell>
        <HeadCell>
          <span className="sr-only">{t('actions')}</span>
        </HeadCell>
      </TableHead>
      <TableBody>
        {keys.map((account) => (
          <KeyRow
            key={account.slug}
            account={account}
            checking={checking.has(account.slug)}
            {...doing}
          />
        ))}
      </TableBody>
    </Table>
  );
}

function KeyRow({
  account,
  checking,
  ...doing
}: KeyHandlers & { account: KeyView; checking: boolean }) {
  const t = useTranslations('account.keys');
  const { slug, label, hint, own, expiry, access } = account;
  return (
    <TableRow>
      <Cell main className="!py-2">
        <span className="flex flex-wrap items-center gap-x-2">
          <TextLink href={paths.vpsOverview(slug)}>{label}</TextLink>
          {own ? <Badge tone="accent">{t('own')}</Badge> : null}
        </span>
        <span className="text-faint block text-left font-mono text-xs font-normal">{hint}</span>
      </Cell>
      <Cell label={t('rights')} className="!py-2 max-md:!block max-md:!text-left">
        {access.key === 'refused' ? <Refused own={own} /> : <KeyRights account={account} />}
      </Cell>
      <Cell label={t('expiry')}>
        {expiry ? (
          <KeyExpiry expiry={expiry} />
        ) : (
          <Button
            size="sm"
            variant="quiet"
            icon={<CalendarPlus aria-hidden />}
            className="md:-ml-2"
            aria-label={t('setExpiryOf', { label })}
            onClick={() => doing.onAsk('edit', account)}
          >
            {t('setExpiry')}
          </Button>
        )}
      </Cell>
      <Cell>
        <KeyButtons account={account} checking={checking} {...doing} />
      </Cell>
    </TableRow>
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

function KeyButtons({
  account,
  checking,
  onCheck,
  onAsk,
}: KeyHandlers & { account: KeyView; checking: boolean }) {
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
