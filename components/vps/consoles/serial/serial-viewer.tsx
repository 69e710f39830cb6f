'use client';
import { useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { saveBlob } from '@/components/parts/files/save-blob';
import { Kbd } from '@/components/ui/kbd';
import { timedFileName } from '@/lib/documents/file-name';
import { ConsoleSection } from '../console-section';
import { NoticeCard, NoticePlace } from '../notice';
import { useWindowTools } from '../tools';
import { useFullscreen } from '../use-fullscreen';
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
  const announcement = useAnnouncement(view, name);
  const fullWindow = ownWindow || fullscreen.on;
  const connected = view.phase === 'connected';
  const missing =
    view.phase === 'ended' && view.why === 'refused' && view.problem?.code === 'not_offered';
  const notice = connected ? null : missing ? (
    <NotOffered instance={instance} />
  ) : (
    <NoticeCard {...{ view, instance, machine }} onRetry={serial.retry} />
  );
  return (
    <ConsoleSection
      label={t('heading', { name })}
      bare={fullWindow}
      announcement={serial.paused && connected ? t('announcePaused') : announcement}
      hint={{
        id: hintId,
        text: t.rich('leaveHint', { k: (chunks) => <Kbd>{chunks}</Kbd> }),
      }}
      toolbar={
        <SerialToolbar
          {...{ serial, searching, tools, firstControl }}
          title={fullWindow ? name : null}
        />
      }
    >
      {searching && terminal ? (
        <SearchBar
          serial={serial}
          onClose={() => {
            onSearch(false);
            terminal.focus();
          }}
        />
      ) : null}
      <TerminalFrame serial={serial} onLeave={() => firstControl.current?.focus()}>
        {terminal || !notice ? null : <NoticePlace>{notice}</NoticePlace>}
      </TerminalFrame>
      {terminal && notice ? (
        <div className="border-line bg-sunken flex max-h-[60%] shrink-0 justify-center overflow-y-auto border-t p-3">
          {notice}
        </div>
      ) : null}
      {connected && serial.silent ? (
        <p className="border-line bg-surface text-muted border-t px-3 py-1 text-sm">
          {t('silent')}
        </p>
      ) : null}
      <KeyRow
        serial={serial}
        disabledReason={connected ? null : consoles('disabled.notConnected')}
      />
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
    </ConsoleSection>
  );
}

function useTools(
  { serial, instance, name, ownWindow, searching, onSearch, copy }: SerialViewerProps,
  fullscreen: ReturnType<typeof useFullscreen>,
): SerialTools {
  const { terminal, session, leave } = serial;
  const window = useWindowTools({ kind: 'serial', instance, ownWindow, fullscreen, leave });
  const download = () => {
    const blob = new Blob([terminal?.text() ?? ''], { type: 'text/plain;charset=utf-8' });
    saveBlob(blob, timedFileName(name, 'txt'));
  };
  return {
    search: () => onSearch(!searching),
    copy: () => copy(terminal?.selection ?? ''),
    copyAll: () => copy(terminal?.text() ?? ''),
    paste: () => session.askPaste(''),
    download,
    window,
  };
}
