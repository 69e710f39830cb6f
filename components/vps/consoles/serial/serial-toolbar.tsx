'use client';
import {
  AArrowDown,
  AArrowUp,
  Accessibility,
  ClipboardPaste,
  Copy,
  Download,
  Eraser,
  Files,
  Pause,
  Play,
  RotateCcw,
  Search,
} from 'lucide-react';
import type { Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { ToolbarFrame } from '../console-section';
import { isTouch, keepFocus } from '../pointer';
import { itemOf, MoreTools, useConnectionTool, type Tool } from '../tools';
import { viewGroup } from '../view-words';
import { fontSizes, type Serial } from './use-serial';

/** What the toolbar can do beside the session itself. */
export interface SerialTools {
  search: () => void;
  copy: () => void;
  copyAll: () => void;
  paste: () => void;
  download: () => void;
  /** Tools that give the console more room. */
  window: readonly Tool[];
}

interface SerialToolbarProps {
  serial: Serial;
  /** The machine's name when no page heading shows it; otherwise null. */
  title: string | null;
  searching: boolean;
  tools: SerialTools;
  /** The first control. It takes focus when the viewer leaves the terminal with the keyboard. */
  firstControl: Ref<HTMLButtonElement>;
}

const kilobytes = (bytes: number) => Math.max(1, Math.round(bytes / 1024));

/** The toolbar of a serial console: its state, the output, text in and out, and how the terminal looks. */
export function SerialToolbar({
  serial,
  title,
  searching,
  tools,
  firstControl,
}: SerialToolbarProps) {
  const t = useTranslations('serial');
  const consoles = useTranslations('consoles');
  const { view, session, paused, waiting, terminal, selected } = serial;
  const connected = view.phase === 'connected';
  const none = terminal ? null : consoles('disabled.notConnected');
  const resume = () => {
    session.resume();
    // On a phone this would open the keyboard; there the press leaves the focus where it was.
    if (!isTouch()) terminal?.focus();
  };
  return (
    <ToolbarFrame
      title={title}
      state={
        connected && paused
          ? { group: 'off', words: t('paused') }
          : { group: viewGroup(view), words: consoles(`state.${view.phase}`) }
      }
    >
      <Button
        ref={firstControl}
        variant="quiet"
        icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        className={cx(paused && '!bg-accent-soft !text-accent-text')}
        disabledReason={none}
        onMouseDown={keepFocus}
        onClick={paused ? resume : session.pause}
      >
        <span className="max-sm:sr-only">{t(paused ? 'resume' : 'pause')}</span>
        {paused && waiting > 0 ? (
          <span className="numeric font-normal max-sm:text-xs">
            {t('waiting', { kilobytes: kilobytes(waiting) })}
          </span>
        ) : null}
      </Button>
      <div className="ml-auto flex items-center gap-0.5">
        <IconButton
          label={t('search.open')}
          icon={<Search aria-hidden />}
          aria-expanded={searching}
          disabledReason={none}
          onClick={tools.search}
        />
        <IconButton
          label={t('copy')}
          icon={<Copy aria-hidden />}
          disabledReason={selected ? null : t('nothingSelected')}
          onClick={tools.copy}
        />
        <IconButton
          label={t('paste.open')}
          icon={<ClipboardPaste aria-hidden />}
          disabledReason={connected ? null : consoles('disabled.notConnected')}
          onClick={tools.paste}
        />
        <More serial={serial} tools={tools} none={none} />
      </div>
    </ToolbarFrame>
  );
}

function More({
  serial,
  tools,
  none,
}: Pick<SerialToolbarProps, 'serial' | 'tools'> & { none: string | null }) {
  const t = useTranslations('serial');
  const connection = useConnectionTool(serial);
  const { look, setLook, terminal } = serial;
  const size = (by: number) => setLook({ ...look, fontSize: look.fontSize + by });
  const ofLook: Tool[] = [
    {
      id: 'larger',
      label: t('larger'),
      icon: <AArrowUp aria-hidden />,
      hint: t('pixels', { size: look.fontSize }),
      disabledReason: look.fontSize < fontSizes.most ? null : t('largest'),
      run: () => size(1),
    },
    {
      id: 'smaller',
      label: t('smaller'),
      icon: <AArrowDown aria-hidden />,
      disabledReason: look.fontSize > fontSizes.least ? null : t('smallest'),
      run: () => size(-1),
    },
    {
      id: 'reader',
      label: t('reader'),
      icon: <Accessibility aria-hidden />,
      on: look.reader,
      run: () => setLook({ ...look, reader: !look.reader }),
    },
  ];
  const ofText: Tool[] = [
    {
      id: 'download',
      label: t('download'),
      icon: <Download aria-hidden />,
      disabledReason: none,
      run: tools.download,
    },
    {
      id: 'copyAll',
      label: t('copyAll'),
      icon: <Files aria-hidden />,
      disabledReason: none,
      run: tools.copyAll,
    },
    {
      id: 'clear',
      label: t('clear'),
      icon: <Eraser aria-hidden />,
      disabledReason: none,
      run: () => terminal?.clear(),
    },
    {
      id: 'reset',
      label: t('reset'),
      icon: <RotateCcw aria-hidden />,
      disabledReason: none,
      run: () => terminal?.reset(),
    },
  ];
  const ofWindow = connection ? [...tools.window, connection] : tools.window;
  return (
    <MoreTools
      groups={[
        { id: 'look', items: ofLook.map(itemOf) },
        { id: 'text', items: ofText.map(itemOf) },
        { id: 'window', items: ofWindow.map(itemOf) },
      ]}
    />
  );
}
