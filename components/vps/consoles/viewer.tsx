'use client';
import { Camera, Eye, Scaling } from 'lucide-react';
import { useEffect, useId, useRef, useState, type RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { saveBlob } from '@/components/parts/files/save-blob';
import { Callout } from '@/components/ui/callout';
import { Kbd } from '@/components/ui/kbd';
import { toast } from '@/components/ui/toast';
import { ClipboardPanel } from './clipboard-panel';
import { ConsoleSection } from './console-section';
import { modifiers, type HoldableModifier } from './keys';
import { KeysPanel } from './keys-panel';
import { NoticeCard, NoticePlace } from './notice';
import { ConsolePanel } from './panel';
import { ScreenFrame } from './screen-frame';
import { Toolbar, type PanelId } from './toolbar';
import { useConnectionTool, useWindowTools, type Tool } from './tools';
import { TouchKeyboard } from './touch-keyboard';
import { TouchKeys } from './touch-keys';
import { TypePanel } from './type-panel';
import type { Console } from './use-console';
import { useFullscreen } from './use-fullscreen';
import { useZoom } from './use-zoom';
import { useAnnouncement } from './view-words';
import type { KeyPress, Screen } from './vnc';
import { timedFileName } from '@/lib/documents/file-name';

/** The keys that are held down: until they are pressed again, or for one key. A new screen begins with none. */
function useHeldKeys(screen: Screen | null) {
  type Held = ReadonlyMap<HoldableModifier, 'held' | 'once'>;
  const [{ on, keys }, set] = useState<{ on: Screen | null; keys: Held }>({
    on: null,
    keys: new Map(),
  });
  const held: Held = on === screen ? keys : new Map();
  const toggle = (name: HoldableModifier, how: 'held' | 'once' = 'held') => {
    const next = new Map(held);
    const down = !next.delete(name);
    if (down) next.set(name, how);
    screen?.key(modifiers[name], down);
    set({ on: screen, keys: next });
  };
  /** Releases what was held for one key. */
  const pressed = () => {
    const once = [...held].filter(([, how]) => how === 'once');
    if (once.length === 0) return;
    for (const [name] of once) screen?.key(modifiers[name], false);
    set({ on: screen, keys: new Map([...held].filter(([, how]) => how === 'held')) });
  };
  return { held: new Set(held.keys()), toggle, pressed };
}

/** The open panel. When it closes, focus goes back to what opened it. @param otherwise takes focus if that is gone */
function usePanel(otherwise: RefObject<HTMLElement | null>) {
  const [panel, setPanel] = useState<PanelId | null>(null);
  const opener = useRef<Element | null>(null);
  const changePanel = (next: PanelId | null) => {
    if (!panel) opener.current = document.activeElement;
    setPanel(next);
    if (next) return;
    // The opener may be gone: an item of a closed menu.
    const back = opener.current;
    if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus();
    else otherwise.current?.focus();
  };
  return { panel, changePanel };
}

interface ViewerProps {
  console: Console;
  instance: string;
  name: string;
  /** Whether the page is in its own window. */
  ownWindow: boolean;
}

/** The toolbar, panels and screen of one console. */
export function Viewer({ console, instance, name, ownWindow }: ViewerProps) {
  const t = useTranslations('consoles');
  const { view, screen, machine, copiedText } = console;
  const { frame, fit, setFit } = useZoom(screen);
  const [viewOnly, setViewOnly] = useState(false);
  const fullscreen = useFullscreen();
  const { held, toggle, pressed } = useHeldKeys(screen);
  const firstControl = useRef<HTMLButtonElement>(null);
  const { panel, changePanel } = usePanel(firstControl);
  const field = useRef<HTMLTextAreaElement>(null);
  const hintId = useId();
  const screenName = t('screenName', { name });
  useEffect(() => {
    screen?.viewOnly(viewOnly);
    screen?.describe(screenName, hintId);
  }, [screen, viewOnly, screenName, hintId]);
  const fullWindow = ownWindow || fullscreen.on;
  const notConnected = screen ? null : t('disabled.notConnected');
  const disabledReason = notConnected ?? (viewOnly ? t('disabled.viewOnly') : null);
  const send = (press: KeyPress, down?: boolean) => screen?.key(press, down);
  const panels = {
    keys: () => (
      <KeysPanel held={held} onHold={toggle} send={send} disabledReason={disabledReason} />
    ),
    type: () => <TypePanel screen={screen} instance={instance} disabledReason={disabledReason} />,
    clipboard: () => (
      <ClipboardPanel screen={screen} copiedText={copiedText} disabledReason={disabledReason} />
    ),
  };
  const shown = { fit, setFit, viewOnly, setViewOnly, fullscreen, notConnected };
  const tools = useTools({ console, instance, name, ownWindow, ...shown });
  const connection = useConnectionTool(console);
  return (
    <ConsoleSection
      label={t('heading', { name })}
      bare={fullWindow}
      announcement={useAnnouncement(view, name)}
      hint={{
        id: hintId,
        text: t.rich('leaveHint', { k: (chunks) => <Kbd>{chunks}</Kbd> }),
      }}
      toolbar={
        <Toolbar
          {...{ view, panel, tools, firstControl, disabledReason }}
          title={fullWindow ? name : null}
          onPanel={changePanel}
          connection={connection}
          onKeyboard={() => field.current?.focus()}
        />
      }
    >
      {console.passwordLength === null ? null : (
        <div className="border-line bg-surface border-b p-2 text-sm">
          <Callout tone="warn" role="status">
            <p>{t('passwordCut', { count: console.passwordLength })}</p>
          </Callout>
        </div>
      )}
      <div className="relative flex min-h-0 grow flex-col md:flex-row">
        {panel ? (
          <ConsolePanel
            key={panel}
            title={t(panel === 'type' ? 'typing.title' : `${panel}.title`)}
            onClose={() => changePanel(null)}
          >
            {panels[panel]()}
          </ConsolePanel>
        ) : null}
        <ScreenFrame
          screen={screen}
          mount={console.mount}
          frame={frame}
          fit={fit}
          onLeave={() => firstControl.current?.focus()}
        >
          {view.phase === 'connected' ? null : (
            <NoticePlace>
              <NoticeCard {...{ view, instance, machine }} onRetry={console.retry} />
            </NoticePlace>
          )}
          <TouchKeyboard field={field} send={send} onPressed={pressed} />
        </ScreenFrame>
      </div>
      <TouchKeys
        held={held}
        onHold={(name) => toggle(name, 'once')}
        send={send}
        onPressed={pressed}
        disabledReason={disabledReason}
      />
    </ConsoleSection>
  );
}

interface ToolsInput extends ViewerProps {
  fit: boolean;
  setFit: (on: boolean) => void;
  viewOnly: boolean;
  setViewOnly: (on: boolean) => void;
  fullscreen: ReturnType<typeof useFullscreen>;
  notConnected: string | null;
}

function useTools(input: ToolsInput): Tool[] {
  const t = useTranslations('consoles');
  const { console, instance, name, ownWindow, fullscreen, notConnected } = input;
  const { leave } = console;
  const windowTools = useWindowTools({ kind: 'vnc', instance, ownWindow, fullscreen, leave });
  const picture = async () => {
    const blob = await console.screen?.picture();
    if (blob) saveBlob(blob, timedFileName(name, 'png'));
    else toast({ tone: 'danger', title: t('tools.pictureFailed') });
  };
  return [
    {
      id: 'fit',
      label: t('tools.fit'),
      icon: <Scaling aria-hidden />,
      on: input.fit,
      run: () => input.setFit(!input.fit),
    },
    {
      id: 'viewOnly',
      label: t('tools.viewOnly'),
      icon: <Eye aria-hidden />,
      on: input.viewOnly,
      run: () => input.setViewOnly(!input.viewOnly),
    },
    {
      id: 'picture',
      label: t('tools.picture'),
      icon: <Camera aria-hidden />,
      disabledReason: notConnected,
      run: () => void picture(),
    },
    ...windowTools,
  ];
}
