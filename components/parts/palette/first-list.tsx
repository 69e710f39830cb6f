'use client';
import { TriangleAlert } from 'lucide-react';
import { Suspense, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { commandsOf, thingsMeant, type Thing } from './commands';
import type { Entry } from './entry';
import { List, type ShownBy } from './list';
import { mostShown } from './score';
import { useCommands } from './use-commands';
import { usePaletteSearch, type PaletteSearch } from './use-palette-search';

/** The first list of the palette: pages, settings, recently used entries, machines of all accounts, and commands on them. */
export function FirstList({ q, onKeys, ...show }: ShownBy & { onKeys: () => void }) {
  const t = useTranslations('palette');
  const commands = useCommands(q.trim() === '', onKeys);
  const found = usePaletteSearch(q);
  const groups = [
    ...commands,
    { id: 'machines', label: t('groups.machines'), entries: found.entries },
  ];
  const { things, alone } = thingsMeant(found.entries, q);
  const command = `${q.trim()} ${things[0]?.step.title}`;
  return (
    <WithCommands things={things} q={q}>
      {(entries) => (
        <List
          groups={[...groups, { id: 'commands', label: t('groups.actions'), entries }]}
          q={q}
          {...show}
          waiting={found.waiting.length > 0}
          none={alone ? t('noneNow', { verb: q.trim(), command }) : undefined}
          notes={
            <>
              {alone && entries.length > mostShown ? (
                <p className="text-muted px-3.5 py-1 text-sm">{t('nameOne', { command })}</p>
              ) : null}
              <Notes found={found} />
            </>
          }
        />
      )}
    </WithCommands>
  );
}

/**
 * Shows a list with the commands of several things. Each thing's actions come from its own hooks, so each is drawn
 * inside the one before. One whose code is still loading is left out until it is there.
 */
function WithCommands({
  things: [thing, ...others],
  q,
  before = [],
  children,
}: {
  things: readonly Thing[];
  q: string;
  before?: readonly Entry[];
  children: (entries: readonly Entry[]) => ReactNode;
}): ReactNode {
  const t = useTranslations('palette');
  if (!thing) return children(before);
  const rest = (entries: readonly Entry[]) => (
    <WithCommands things={others} q={q} before={entries}>
      {children}
    </WithCommands>
  );
  const title = ({ label, href }: Entry, name: string) =>
    t(href || label.includes(' ') ? 'part' : 'command', { action: label, name });
  return (
    <Suspense fallback={rest(before)}>
      {thing.step.view(
        (groups) => rest([...before, ...commandsOf(thing, groups, q, title)]),
        false,
      )}
    </Suspense>
  );
}

/** Says which scopes are being searched, which failed, and which were left out. */
function Notes({ found: { waiting, failed, partly, unasked, retry } }: { found: PaletteSearch }) {
  const t = useTranslations('palette');
  const problems = useTranslations('problems');
  return (
    <div className="border-line flex max-h-40 flex-col gap-1 overflow-y-auto px-3.5 pb-1.5 text-sm empty:hidden [&>*]:py-1">
      {waiting.length > 0 ? (
        <p className="text-muted flex items-center gap-2">
          <Spinner />
          {t('waiting', { places: waiting.join(', ') })}
        </p>
      ) : null}
      <div role="status" className="flex flex-col gap-1 empty:hidden">
        {failed.map(({ scope: { key, label }, problem: { code } }) => (
          <p key={key} className="text-warn flex items-start gap-2">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            <span>
              {t('failed', { place: label })} {problems(`kinds.${code}.title`)}.
            </span>
          </p>
        ))}
      </div>
      {failed.length > 0 ? (
        <div>
          <Button size="sm" onClick={retry}>
            {t('retry')}
          </Button>
        </div>
      ) : null}
      {partly.map((label) => (
        <p key={label} className="text-muted">
          {t('partlySearched', { place: label })}
        </p>
      ))}
      {unasked > 0 ? <p className="text-muted">{t('notSearched', { count: unasked })}</p> : null}
    </div>
  );
}
