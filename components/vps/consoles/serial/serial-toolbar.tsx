'use client';
import {
  AArrowDown,
  AArrowUp,
  Accessibility,
  ClipboardPaste,
  Copy,
  Download,
  Ellipsis,
  Eraser,
  Expand,
  Files,
  Pause,
  Play,
  Plug,
  RotateCcw,
  Search,
  Shrink,
  SquareArrowOutUpRight,
  Unplug,
} from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { Menu } from '@/components/ui/menu';
import type { MenuItem } from '@/components/ui/menu-group';
import { Status } from '@/components/ui/status';
import { viewGroup } from '../view-words';
import { fontSizes, type Serial } from './use-serial';

/** What the toolbar can do beside the session itself. */
export interface SerialTools {
  search: () => void;
  copy: () => void;
  copyAll: () => void;
  paste: () => void;
  download: () => void;
  /** Null in the console's own window. */
  window: (() => void) | null;
  fullscreen: { on: boolean; possible: boolean; toggle: () => void };
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
  const none = terminal ? null : consoles('disabled.notConnected');
  const notConnected = view.phase === 'connected' ? null : consoles('disabled.notConnected');
  return (
    <div
      role="group"
      aria-label={consoles('toolbar')}
      className="border-line bg-surface flex min-h-10 flex-wrap items-center gap-0.5 border-b px-2 py-1"
    >
      {title ? <span className="mr-2 max-w-60 truncate font-semibold">{title}</span> : null}
      <span className="mr-1 px-1 md:mr-3">
        <Status group={viewGroup(view)}>{consoles(`state.${view.phase}`)}</Status>
      </span>
      <Button
        ref={firstControl}
        variant="quiet"
        icon={paused ? <Play aria-hidden /> : <Pause aria-hidden />}
        className={cx(paused && '!bg-accent-soft !text-accent-text')}
        disabledReason={none}
        onClick={paused ? session.resume : session.pause}
      >
        {t(paused ? 'resume' : 'pause')}
        {paused && waiting > 0 ? (
          <span className="numeric font-normal">
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
          disabledReason={notConnected}
          onClick={tools.paste}
        />
        <More serial={serial} tools={tools} none={none} />
      </div>
    </div>
  );
}

function More({
  serial,
  tools,
  none,
}: Pick<SerialToolbarProps, 'serial' | 'tools'> & { none: string | null }) {
  const t = useTranslations('serial');
  const consoles = useTranslations('consoles');
  const { look, setLook, terminal, view } = serial;
  const ended = view.phase === 'ended';
  const size = (by: number) => setLook({ ...look, fontSize: look.fontSize + by });
  const item = (
    id: string,
    label: ReactNode,
    icon: ReactNode,
    onSelect: () => void,
    more: Partial<MenuItem> = {},
  ): MenuItem => ({ id, label, icon, onSelect, ...more });
  const { fullscreen, window: toWindow } = tools;
  const groups = [
    {
      id: 'look',
      items: [
        item('larger', t('larger'), <AArrowUp aria-hidden />, () => size(1), {
          hint: t('pixels', { size: look.fontSize }),
          disabledReason: look.fontSize < fontSizes.most ? null : t('largest'),
        }),
        item('smaller', t('smaller'), <AArrowDown aria-hidden />, () => size(-1), {
          disabledReason: look.fontSize > fontSizes.least ? null : t('smallest'),
        }),
        item(
          'reader',
          t('reader'),
          <Accessibility aria-hidden />,
          () => setLook({ ...look, reader: !look.reader }),
          { checked: look.reader },
        ),
      ],
    },
    {
      id: 'text',
      items: [
        item('download', t('download'), <Download aria-hidden />, tools.download, {
          disabledReason: none,
        }),
        item('copyAll', t('copyAll'), <Files aria-hidden />, tools.copyAll, {
          disabledReason: none,
        }),
        item('clear', t('clear'), <Eraser aria-hidden />, () => terminal?.clear(), {
          disabledReason: none,
        }),
        item('reset', t('reset'), <RotateCcw aria-hidden />, () => terminal?.reset(), {
          disabledReason: none,
        }),
      ],
    },
    {
      id: 'window',
      items: [
        ...(toWindow
          ? [
              item(
                'window',
                consoles('tools.window'),
                <SquareArrowOutUpRight aria-hidden />,
                toWindow,
              ),
            ]
          : []),
        ...(fullscreen.possible
          ? [
              item(
                'fullscreen',
                consoles('tools.fullscreen'),
                fullscreen.on ? <Shrink aria-hidden /> : <Expand aria-hidden />,
                fullscreen.toggle,
                { checked: fullscreen.on },
              ),
            ]
          : []),
        item(
          'connection',
          consoles(ended ? 'ended.connect' : 'tools.disconnect'),
          ended ? <Plug aria-hidden /> : <Unplug aria-hidden />,
          ended ? serial.retry : () => serial.leave(),
        ),
      ],
    },
  ];
  return (
    <Menu
      trigger={<Ellipsis aria-hidden />}
      label={consoles('tools.more')}
      groups={groups}
      variant="quiet"
      align="end"
      className="w-8 !px-0"
    />
  );
}
