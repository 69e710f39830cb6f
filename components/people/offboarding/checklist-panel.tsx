'use client';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { PortalLink } from '@/components/organization/portal-link';
import { useShell } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { Foreign } from '@/components/ui/foreign';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/panel';
import { PrintButton } from '@/components/ui/print-button';
import { ProgressBar } from '@/components/ui/progress-bar';
import { TextLink } from '@/components/ui/text-link';
import { useInBrowser } from '@/components/ui/use-in-browser';
import { serverNow } from '@/lib/clock';
import { paths } from '@/lib/paths';
import { thingKinds, type Checklist, type KeptChecklist, type Thing } from './checklist';
import type { Leaver, Place } from './places';
import type { ShownChecklist } from './use-checklist';

interface ChecklistPanelProps {
  leaver: Leaver;
  organization: string;
  checklist: ShownChecklist;
  kept: KeptChecklist | null;
  /** Whether the person is out of the organization. */
  left: boolean;
  keysOf: string | null;
}

/** What the person may know, to work through on screen or on paper. Only this part of the page is printed. */
export function ChecklistPanel({
  checklist: { list, progress, again },
  ...props
}: ChecklistPanelProps) {
  const t = useTranslations('offboarding.checklist');
  const { leaver } = props;
  return (
    <div data-print={list ? '' : undefined}>
      <Panel
        title={t('title', { name: leaver.name })}
        description={t('description')}
        actions={
          <span className="flex gap-2 print:hidden">
            {again && list && !progress ? (
              <Button size="sm" variant="quiet" onClick={again}>
                {t('again')}
              </Button>
            ) : null}
            <PrintButton size="sm" disabledReason={list && !progress ? null : t('notYet')}>
              {t('print')}
            </PrintButton>
          </span>
        }
      >
        {progress ? <Reading {...progress} /> : null}
        {list ? <Whole {...props} list={list} /> : null}
      </Panel>
    </div>
  );
}

function Reading({ read, all }: { read: number; all: number }) {
  const t = useTranslations('offboarding.checklist');
  return (
    <div className="mb-3 flex flex-col gap-1 print:hidden">
      <p role="status" className="text-muted">
        {t('reading', { read, all })}
      </p>
      <ProgressBar label={t('progress')} value={all > 0 ? (100 * read) / all : null} />
    </div>
  );
}

function Whole({
  list,
  leaver,
  organization,
  kept,
  left,
  keysOf,
}: Omit<ChecklistPanelProps, 'checklist'> & { list: Checklist }) {
  const t = useTranslations('offboarding.checklist');
  return (
    <div className="flex flex-col gap-4">
      <Head {...{ leaver, organization, kept, left }} />
      {list.places.map(({ place, things }) => (
        <PlaceList key={place.key} {...{ place, things }} />
      ))}
      {list.places.length === 0 ? <p>{t('nothingOpen')}</p> : null}
      <Unread list={list} />
      <Everywhere keysOf={keysOf} name={leaver.name} />
    </div>
  );
}

/** Of which organization, when, and by whom: paper doesn't tell. */
function Head({
  leaver,
  organization,
  kept,
  left,
}: Pick<ChecklistPanelProps, 'leaver' | 'organization' | 'kept' | 'left'>) {
  const t = useTranslations('offboarding.checklist');
  const { person } = useShell();
  const inBrowser = useInBrowser();
  const at = kept?.at ?? (inBrowser ? new Date(serverNow()).toISOString() : null);
  return (
    <>
      <p>
        {t(left ? 'removedFrom' : 'isIn', { organization: kept?.organization ?? organization })}{' '}
        {t('by', { name: kept?.by ?? person.name })} {at ? <Instant iso={at} as="exact" /> : null}
      </p>
      <p className="text-muted">{t('meaning', { name: leaver.name })}</p>
    </>
  );
}

/** A box to tick on paper. */
const Box = () => (
  <span
    aria-hidden
    className="border-edge mt-0.5 hidden size-4 shrink-0 rounded-sm border print:inline-block"
  />
);

function Item({ children }: { children: ReactNode }) {
  return (
    <li className="flex break-inside-avoid items-start gap-2">
      <Box />
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}

function PlaceList({ place, things }: { place: Place; things: readonly Thing[] }) {
  const t = useTranslations('offboarding.checklist');
  const kinds = thingKinds.filter((kind) => things.some((thing) => thing.kind === kind));
  return (
    <section>
      <h3 className="text-base">
        {place.group.project === undefined
          ? t('inOrganization', { name: place.name })
          : t('inProject', { name: place.name })}
      </h3>
      {things.length === 0 ? <p className="text-muted mt-1">{t('empty')}</p> : null}
      {kinds.map((kind) => (
        <div key={kind} className="mt-2">
          <h4 className="text-muted text-sm">
            {t(`kinds.${kind}`)}. {t(`todo.${kind}`)}
          </h4>
          <ul className="mt-1 flex flex-col gap-1" aria-label={t(`kinds.${kind}`)}>
            {things
              .filter((thing) => thing.kind === kind)
              .map((thing) => (
                <Item key={thing.id}>
                  <ThingLink {...{ place, thing }} />
                  {thing.detail ? <span className="text-muted"> {thing.detail}</span> : null}
                </Item>
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

/** Leads to where the thing is changed: its own page, or the provider's portal where the console has none. */
function ThingLink({ place, thing }: { place: Place; thing: Thing }) {
  if (thing.kind === 'vm')
    return <TextLink href={paths.vm(place.group, thing.id)}>{thing.name}</TextLink>;
  return (
    <>
      <Foreign text={thing.name} />{' '}
      <span className="print:hidden">
        <PortalLink />
      </span>
    </>
  );
}

/** What couldn't be read, so that nobody takes the list for the whole. */
function Unread({ list: { unread } }: { list: Checklist }) {
  const t = useTranslations('offboarding.checklist');
  if (unread.length === 0) return null;
  const lines = thingKinds.flatMap((kind) => {
    const codes = new Set(unread.filter((each) => each.kind === kind).map(({ code }) => code));
    return [...codes].map((code) => {
      const places = unread.filter((each) => each.kind === kind && each.code === code);
      return { kind, code, names: places.map(({ place }) => place.name).join(', ') };
    });
  });
  const reason = (code: string) =>
    code === 'not_offered' || code === 'no_access' ? t(`unreadWhy.${code}`) : t('unreadWhy.other');
  return (
    <section>
      <h3 className="text-base">{t('unread')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        {lines.map(({ kind, code, names }) => (
          <Item key={`${kind} ${code}`}>
            {t('unreadLine', { kind: t(`kinds.${kind}`), names })}{' '}
            <span className="text-muted">{reason(code)}</span>
          </Item>
        ))}
      </ul>
    </section>
  );
}

/** What no list of the provider tells. */
function Everywhere({ keysOf, name }: { keysOf: string | null; name: string }) {
  const t = useTranslations('offboarding.checklist');
  return (
    <section>
      <h3 className="text-base">{t('everywhere')}</h3>
      <ul className="mt-1 flex flex-col gap-1">
        <Item>{t('passwords', { name })}</Item>
        {keysOf ? <Item>{t('keys', { label: keysOf })}</Item> : null}
      </ul>
      <p className="mt-2 print:hidden">
        <PortalLink />
      </p>
    </section>
  );
}
