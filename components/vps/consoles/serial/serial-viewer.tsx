'use client';
import { useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { saveBlob } from '@/components/parts/files/save-blob';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast';
import { timedFileName } from '@/lib/documents/file-name';
import { useAccount } from '@/lib/query/scope';
import { NoticeCard } from '../notice';
import { openOwnWindow } from '../own-window';
import { useFullscreen } from '../use-fullscreen';
import { useKeyboardInset } from '../use-keyboard-inset';
import { useAnnouncement } from '../view-words';
import { LinkDialog, PasteDialog } from './dialogs';
import { KeyRow } from './key-row';
import { NotOffered } from './not-offered';
import { SearchBar } from './search-bar';
import { SerialToolbar, type SerialTools } from './serial-toolbar';
import { TerminalFrame } from './terminal-frame';
import type { Serial } from './use-serial';

interface SerialViewerProps {
  serial: Serial;
  instance: string;
  name: string;
  /** Whether the page is in its own window. */
  ownWindow: boolean;
  searching: boolean;
  onSearch: (on: boolean) => void;
  copy: (text: string) => void;
}

/** The toolbar, terminal and notices of one serial console. */
export function SerialViewer(props: SerialViewerProps) {
  const { serial, instance, name, ownWindow, searching, onSearch } = props;
  const t = useTranslations('serial');
  const consoles = useTranslations('consoles');
  const fullscreen = useFullscreen();
  const firstControl = useRef<HTMLButtonElement>(null);
  const hintId = useId();
  const { view, machine, terminal, session } = serial;
  const tools = useTools(props, fullscreen);
  const fullWindow = ownWindow || fullscreen.on;
  const connected = view.phase === 'connected';
  const missing =
    view.phase === 'ended' && view.why === 'refused' && view.problem?.code === 'not_offered';
  return (
    <section
      ref={useKeyboardInset()}
      aria-label={t('heading', { name })}
      data-console-bare={fullWindow ? '' : undefined}
      className="border-line flex min-h-0 grow flex-col overflow-hidden rounded-md border data-console-bare:fixed data-console-bare:inset-0 data-console-bare:z-20 data-console-bare:rounded-none data-console-bare:border-0"
    >
      <SerialToolbar
        {...{ serial, searching, tools, firstControl }}
        title={fullWindow ? name : null}
      />
      <p role="status" className="sr-only">
        {useAnnouncement(view, name)}
      </p>
      {searching && terminal ? (
        <SearchBar
          serial={serial}
          onClose={() => {
            onSearch(false);
            terminal.focus();
          }}
        />
      ) : null}
      <TerminalFrame serial={serial} onLeave={() => firstControl.current?.focus()} />
      {connected ? null : (
        <div className="border-line bg-sunken flex max-h-[60%] shrink-0 justify-center overflow-y-auto border-t p-3">
          {missing ? (
            <NotOffered instance={instance} />
          ) : (
            <NoticeCard {...{ view, instance, machine }} onRetry={serial.retry} />
          )}
        </div>
      )}
      {connected && serial.silent ? (
        <p className="border-line bg-surface text-muted border-t px-3 py-1 text-sm">
          {t('silent')}
        </p>
      ) : null}
      <KeyRow
        serial={serial}
        disabledReason={connected ? null : consoles('disabled.notConnected')}
      />
      <p
        id={hintId}
        className="border-line bg-surface text-muted border-t px-3 py-1 text-xs pointer-coarse:hidden"
      >
        {t.rich('leaveHint', { k: (chunks) => <Kbd>{chunks}</Kbd> })}
      </p>
      {serial.link === null ? null : (
        <LinkDialog address={serial.link} onClose={session.closeLink} />
      )}
      {serial.paste === null ? null : (
        <PasteDialog
          text={serial.paste}
          onPaste={(text) => {
            session.pasteNow(text);
            terminal?.focus();
          }}
          onClose={session.cancelPaste}
        />
      )}
    </section>
  );
}

function useTools(
  { serial, instance, name, ownWindow, searching, onSearch, copy }: SerialViewerProps,
  fullscreen: ReturnType<typeof useFullscreen>,
): SerialTools {
  const account = useAccount();
  const consoles = useTranslations('consoles');
  const { terminal, session } = serial;
  const download = () => {
    const blob = new Blob([terminal?.text() ?? ''], { type: 'text/plain;charset=utf-8' });
    saveBlob(blob, timedFileName(name, 'txt'));
  };
  const toWindow = () => {
    if (openOwnWindow(account, instance, 'serial')) serial.leave(true);
    else toast({ title: consoles('tools.popupBlocked'), text: consoles('tools.popupBlockedText') });
  };
  return {
    search: () => onSearch(!searching),
    copy: () => copy(terminal?.selection ?? ''),
    copyAll: () => copy(terminal?.text() ?? ''),
    paste: () => session.askPaste(''),
    download,
    window: ownWindow ? null : toWindow,
    fullscreen,
  };
}
