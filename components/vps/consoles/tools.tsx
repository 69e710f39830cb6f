'use client';
/** Tools that consoles of all kinds have: as buttons of the toolbar, or as items of its menu. */
import { Ellipsis, Expand, Plug, Shrink, SquareArrowOutUpRight, Unplug } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Menu } from '@/components/ui/menu';
import type { MenuGroup, MenuItem } from '@/components/ui/menu-group';
import { toast } from '@/components/ui/toast';
import { useAccount } from '@/lib/query/scope';
import { openOwnWindow, type ConsoleKind } from './own-window';
import type { AnyConsole } from './use-console';
import type { useFullscreen } from './use-fullscreen';

/** A tool of a console. */
export interface Tool {
  id: string;
  label: string;
  icon: ReactNode;
  /** Whether the tool is on; absent when it only runs once. */
  on?: boolean;
  disabledReason?: string | null;
  /** What a menu says beside its name. */
  hint?: string;
  run: () => void;
}

/** A tool as an item of a menu. */
export const itemOf = ({ run, ...tool }: Tool): MenuItem => ({ ...tool, onSelect: run });

/** The menu of the tools that a toolbar has no space for. */
export function MoreTools({ groups }: { groups: readonly MenuGroup[] }) {
  const t = useTranslations('consoles');
  return (
    <Menu
      trigger={<Ellipsis aria-hidden />}
      label={t('tools.more')}
      groups={groups}
      variant="quiet"
      align="end"
      className="w-8 !px-0"
    />
  );
}

interface WindowToolsInput {
  kind: ConsoleKind;
  instance: string;
  ownWindow: boolean;
  fullscreen: ReturnType<typeof useFullscreen>;
  leave: AnyConsole<unknown>['leave'];
}

/** The tools that give a console more room: a window of its own, and full screen. */
export function useWindowTools(input: WindowToolsInput): Tool[] {
  const { kind, instance, ownWindow, fullscreen, leave } = input;
  const account = useAccount();
  const t = useTranslations('consoles');
  const toWindow = () => {
    if (openOwnWindow(account, instance, kind)) leave(true);
    else toast({ title: t('tools.popupBlocked'), text: t('tools.popupBlockedText') });
  };
  const tools: Tool[] = [];
  if (!ownWindow)
    tools.push({
      id: 'window',
      label: t('tools.window'),
      icon: <SquareArrowOutUpRight aria-hidden />,
      run: toWindow,
    });
  if (fullscreen.possible)
    tools.push({
      id: 'fullscreen',
      label: t('tools.fullscreen'),
      icon: fullscreen.on ? <Shrink aria-hidden /> : <Expand aria-hidden />,
      on: fullscreen.on,
      run: fullscreen.toggle,
    });
  return tools;
}

/** Connects or disconnects. Null for a stopped or deleted machine, because connecting does not help there. */
export function useConnectionTool({
  view,
  retry,
  leave,
}: Pick<AnyConsole<unknown>, 'view' | 'retry' | 'leave'>): Tool | null {
  const t = useTranslations('consoles');
  if (view.phase !== 'ended')
    return {
      id: 'connection',
      label: t('tools.disconnect'),
      icon: <Unplug aria-hidden />,
      run: () => leave(),
    };
  if (view.why === 'stopped' || view.why === 'deleted') return null;
  return {
    id: 'connection',
    label: t('ended.connect'),
    icon: <Plug aria-hidden />,
    run: retry,
  };
}
