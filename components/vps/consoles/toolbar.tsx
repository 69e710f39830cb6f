'use client';
import { ClipboardPaste, Keyboard, Smartphone, TextCursorInput } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { IconButton } from '@/components/ui/icon-button';
import { ToolbarFrame } from './console-section';
import type { View } from './console-state';
import { itemOf, MoreTools, type Tool } from './tools';
import { viewGroup } from './view-words';

/** The panels that open beside the screen. */
export const panels = ['keys', 'type', 'clipboard'] as const;
export type PanelId = (typeof panels)[number];

/** What the toolbar shows and does. */
export interface ToolbarProps {
  view: View;
  /** The machine's name when no page heading shows it; otherwise null. */
  title: string | null;
  panel: PanelId | null;
  onPanel: (panel: PanelId | null) => void;
  tools: readonly Tool[];
  /** Connects or disconnects; null where neither helps. */
  connection: Tool | null;
  disabledReason: string | null;
  onKeyboard: () => void;
  /** The first control. It takes focus when the viewer leaves the screen with the keyboard. */
  firstControl: Ref<HTMLButtonElement>;
}

const panelIcons: Record<PanelId, ReactNode> = {
  keys: <Keyboard aria-hidden />,
  type: <TextCursorInput aria-hidden />,
  clipboard: <ClipboardPaste aria-hidden />,
};

const pressed = '!bg-accent-soft !text-accent-text';

/** The toolbar of a screen: its state, the panels that send keys and text, and how the screen is shown. */
export function Toolbar(props: ToolbarProps) {
  const { view, title, panel, onPanel, tools, connection, disabledReason, firstControl } = props;
  const t = useTranslations('consoles');
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
      {/* The words of states on the way to a connection are long. */}
      <span className={view.phase === 'connected' ? '' : 'max-sm:sr-only'}>{t(`tools.${id}`)}</span>
    </Button>
  );
  const toolButton = ({ id, label, icon, on, disabledReason: reason, run }: Tool) => (
    <IconButton
      key={id}
      label={label}
      icon={icon}
      aria-pressed={on}
      className={on ? pressed : ''}
      disabledReason={reason}
      onClick={run}
    />
  );
  const groups = [
    {
      id: 'send',
      items: (['type', 'clipboard'] as const).map((id) => ({
        id,
        label: t(`tools.${id}`),
        icon: panelIcons[id],
        onSelect: () => open(id),
      })),
    },
    { id: 'show', items: tools.map(itemOf) },
    ...(connection ? [{ id: 'connection', items: [itemOf(connection)] }] : []),
  ];
  return (
    <ToolbarFrame title={title} state={{ group: viewGroup(view), words: t(`state.${view.phase}`) }}>
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
      <div className="ml-auto flex items-center gap-0.5 max-lg:hidden">
        {tools.map(toolButton)}
        {connection ? (
          <>
            <span aria-hidden className="border-line mx-1 h-5 border-l" />
            {toolButton(connection)}
          </>
        ) : null}
      </div>
      <span className="ml-auto lg:hidden">
        <MoreTools groups={groups} />
      </span>
    </ToolbarFrame>
  );
}
