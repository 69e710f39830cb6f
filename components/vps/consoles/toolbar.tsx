'use client';
import {
  Camera,
  ClipboardPaste,
  Ellipsis,
  Expand,
  Eye,
  Keyboard,
  Plug,
  Scaling,
  Shrink,
  Smartphone,
  SquareArrowOutUpRight,
  TextCursorInput,
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
import type { View } from './console-state';
import { viewGroup } from './view-words';

/** The panels that open beside the screen. */
export const panels = ['keys', 'type', 'clipboard'] as const;
export type PanelId = (typeof panels)[number];

/** A tool for the console as a whole. */
export interface Tool {
  id: 'fit' | 'fullscreen' | 'window' | 'picture' | 'viewOnly';
  /** Whether the tool is on; absent when it only runs once. */
  on?: boolean;
  disabledReason: string | null;
  run: () => void;
}

/** What the toolbar shows and does. */
export interface ToolbarProps {
  view: View;
  /** The machine's name when no page heading shows it; otherwise null. */
  title: string | null;
  panel: PanelId | null;
  onPanel: (panel: PanelId | null) => void;
  tools: readonly Tool[];
  disabledReason: string | null;
  onKeyboard: () => void;
  onConnect: () => void;
  onDisconnect: () => void;
  /** The first control. It takes focus when the viewer leaves the screen with the keyboard. */
  firstControl: Ref<HTMLButtonElement>;
}

const panelIcons: Record<PanelId, ReactNode> = {
  keys: <Keyboard aria-hidden />,
  type: <TextCursorInput aria-hidden />,
  clipboard: <ClipboardPaste aria-hidden />,
};

function toolIcon({ id, on }: Tool): ReactNode {
  if (id === 'fullscreen') return on ? <Shrink aria-hidden /> : <Expand aria-hidden />;
  if (id === 'fit') return <Scaling aria-hidden />;
  if (id === 'window') return <SquareArrowOutUpRight aria-hidden />;
  return id === 'picture' ? <Camera aria-hidden /> : <Eye aria-hidden />;
}

const pressed = '!bg-accent-soft !text-accent-text';

/** The toolbar of a console: its state, the panels that send keys and text, and how the screen is shown. */
export function Toolbar(props: ToolbarProps) {
  const { view, title, panel, onPanel, tools, disabledReason, firstControl } = props;
  const t = useTranslations('consoles');
  const connected = view.phase === 'connected';
  const open = (id: PanelId) => onPanel(panel === id ? null : id);
  const panelButton = (id: PanelId, className: string) => (
    <Button
      key={id}
      ref={id === 'keys' ? firstControl : undefined}
      variant="quiet"
      icon={panelIcons[id]}
      aria-expanded={panel === id}
      className={cx(className, panel === id && pressed)}
      onClick={() => open(id)}
    >
      {t(`tools.${id}`)}
    </Button>
  );
  return (
    <div
      role="group"
      aria-label={t('toolbar')}
      className="border-line bg-surface flex min-h-10 items-center gap-0.5 border-b px-2 py-1"
    >
      {title ? <span className="mr-2 max-w-60 truncate font-semibold">{title}</span> : null}
      <span className="mr-1 px-1 md:mr-3">
        <Status group={viewGroup(view)}>{t(`state.${view.phase}`)}</Status>
      </span>
      {panelButton('keys', '')}
      {panelButton('type', 'max-md:hidden')}
      {panelButton('clipboard', 'max-md:hidden')}
      <IconButton
        label={t('tools.keyboard')}
        icon={<Smartphone aria-hidden />}
        className="md:not-pointer-coarse:hidden"
        disabledReason={disabledReason}
        onClick={props.onKeyboard}
      />
      <div className="ml-auto flex items-center gap-0.5 max-md:hidden">
        {tools.map((tool) => (
          <IconButton
            key={tool.id}
            label={t(`tools.${tool.id}`)}
            icon={toolIcon(tool)}
            aria-pressed={tool.on}
            className={tool.on ? pressed : ''}
            disabledReason={tool.disabledReason}
            onClick={tool.run}
          />
        ))}
        <ConnectButton {...props} connected={connected} />
      </div>
      <MoreMenu {...props} connected={connected} open={open} />
    </div>
  );
}

interface ConnectButtonProps extends ToolbarProps {
  connected: boolean;
}

/** Connects or disconnects. It is hidden for a stopped or deleted machine, because connecting does not help there. */
function ConnectButton({ view, connected, onConnect, onDisconnect }: ConnectButtonProps) {
  const t = useTranslations('consoles');
  const ended = view.phase === 'ended';
  if (ended && (view.why === 'stopped' || view.why === 'deleted')) return null;
  return (
    <>
      <span aria-hidden className="border-line mx-1 h-5 border-l" />
      <IconButton
        label={t(ended ? 'ended.connect' : 'tools.disconnect')}
        icon={ended ? <Plug aria-hidden /> : <Unplug aria-hidden />}
        aria-busy={(!ended && !connected) || undefined}
        onClick={ended ? onConnect : onDisconnect}
      />
    </>
  );
}

interface MoreMenuProps extends ToolbarProps {
  connected: boolean;
  open: (id: PanelId) => void;
}

/** The menu on narrow windows with the tools that the toolbar has no space for. */
function MoreMenu({ view, tools, open, onConnect, onDisconnect }: MoreMenuProps) {
  const t = useTranslations('consoles');
  const item = (tool: Tool): MenuItem => ({
    id: tool.id,
    label: t(`tools.${tool.id}`),
    icon: toolIcon(tool),
    disabledReason: tool.disabledReason,
    checked: tool.on ?? false,
    onSelect: tool.run,
  });
  const ended = view.phase === 'ended';
  const groups = [
    {
      id: 'send',
      items: (['type', 'clipboard'] as const).map((id): MenuItem => ({
        id,
        label: t(`tools.${id}`),
        icon: panelIcons[id],
        onSelect: () => open(id),
      })),
    },
    { id: 'show', items: tools.map(item) },
    {
      id: 'connection',
      items: [
        {
          id: 'connection',
          label: ended ? t('ended.connect') : t('tools.disconnect'),
          icon: ended ? <Plug aria-hidden /> : <Unplug aria-hidden />,
          onSelect: ended ? onConnect : onDisconnect,
        },
      ],
    },
  ];
  return (
    <span className="ml-auto md:hidden">
      <Menu
        trigger={<Ellipsis aria-hidden />}
        label={t('tools.more')}
        groups={groups}
        variant="quiet"
        align="end"
        className="w-8 !px-0"
      />
    </span>
  );
}
