'use client';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/icon-button';
import type { Serial } from './use-serial';

interface SearchBarProps {
  serial: Serial;
  onClose: () => void;
}

/** Looks for text in everything that the terminal can scroll to. The newest place is found first. */
export function SearchBar({ serial, onClose }: SearchBarProps) {
  const t = useTranslations('serial');
  const [text, setText] = useState('');
  const { terminal, found } = serial;
  const go = (direction: 'next' | 'previous') => terminal?.find(text, direction);
  const close = () => {
    terminal?.find('', 'first');
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') go(event.shiftKey ? 'next' : 'previous');
    else return;
    event.preventDefault();
  };
  const empty = text === '' ? t('search.empty') : found.count === 0 ? t('search.none') : null;
  const result =
    text === ''
      ? ''
      : found.count === 0
        ? t('search.none')
        : found.index < 0
          ? t('search.many', { count: found.count })
          : t('search.result', { index: found.index + 1, count: found.count });
  return (
    <div
      role="search"
      className="border-line bg-surface flex flex-wrap items-center gap-1 border-b px-2 py-1"
      onKeyDown={onKeyDown}
    >
      <input
        type="search"
        autoFocus
        aria-label={t('search.label')}
        placeholder={t('search.label')}
        value={text}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        className="field w-24 max-w-72 min-w-0 grow font-mono"
        onChange={(event) => {
          setText(event.target.value);
          terminal?.find(event.target.value, 'first');
        }}
      />
      <IconButton
        label={t('search.previous')}
        icon={<ChevronUp aria-hidden />}
        disabledReason={empty}
        onClick={() => go('previous')}
      />
      <IconButton
        label={t('search.next')}
        icon={<ChevronDown aria-hidden />}
        disabledReason={empty}
        onClick={() => go('next')}
      />
      <p role="status" className="text-muted numeric min-w-16 px-1 text-sm max-sm:text-xs">
        {result}
      </p>
      <IconButton
        label={t('search.close')}
        icon={<X aria-hidden />}
        className="ml-auto"
        onClick={close}
      />
    </div>
  );
}
