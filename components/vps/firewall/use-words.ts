'use client';
/** A firewall's parts in the reader's words. */
import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { type Protocol, type Rule, type Source, type Verdict, setOf } from '@/lib/firewall/model';
import { everyPort, samePorts, type Ports } from '@/lib/firewall/ports';
import type {
  AllowedFrom,
  FirewallSummary,
  ProtocolPorts,
  SourceName,
} from '@/lib/firewall/summary';
import { serviceOf } from '@/lib/firewall/services';
import type { Viewer } from '@/lib/firewall/viewer';
import { useFirewallHere, type FirewallHere } from './firewall-context';

/** Services named in one line until the rest is counted. */
const plenty = 6;
/** Sources named in one line until they are counted. */
const few = 3;

export interface FirewallWords {
  /** `22`, `8000–9000`. */
  port: (ports: Ports) => string;
  /** `TCP 22`, `every UDP port`. */
  ports: (protocol: Protocol | 'both', ports: Ports) => string;
  /** `SSH`, else its ports. */
  service: (protocol: Protocol, ports: Ports) => string;
  source: (source: Source) => string;
  verdict: (verdict: Verdict) => string;
  /** “Accept SSH from 203.0.113.7”. */
  rule: (rule: Rule) => string;
  /** The whole of it: “SSH from 2 addresses; everything else dropped.” @param lines how many are said */
  reading: (reading: FirewallSummary, lines: number) => string;
  /** `1, 2 and 5`. */
  numbers: (numbers: readonly number[]) => string;
}

const capital = (text: string, locale: string) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

export function useFirewallWords(): FirewallWords {
  const t = useTranslations('firewall');
  const locale = useLocale();
  const here = useFirewallHere();
  return useMemo(() => makeWords(t, locale, here), [t, locale, here]);
}

type T = ReturnType<typeof useTranslations<'firewall'>>;

/** How what gets in is told as a whole. */
function readingWords(
  t: T,
  locale: string,
  viewer: Viewer,
  list: (items: readonly string[]) => string,
  { ports, service }: Pick<FirewallWords, 'ports' | 'service'>,
): FirewallWords['reading'] {
  const oneOfWhat = ({ protocol, ports: range }: ProtocolPorts) => {
    if (protocol !== 'both') return service(protocol, range);
    const name = serviceOf('tcp', range);
    return name !== null && name === serviceOf('udp', range) ? name : ports('both', range);
  };
  const whatWords = (all: readonly ProtocolPorts[]) => {
    const said = all.slice(0, plenty).map(oneOfWhat);
    const left = all.length - said.length;
    return list(left > 0 ? [...said, t('what.more', { count: left })] : said);
  };

  const oneWho = (who: SourceName) => {
    if (who.kind === 'set') return t('who.set', { name: who.name, count: who.entries });
    if (who.kind === 'anyone') return t('who.anyone');
    const own = viewer.kind === 'public' && viewer.address === who.text;
    return own ? t('who.you', { address: who.text }) : who.text;
  };
  const whoWords = (all: readonly SourceName[]) => {
    const singles = all.every((who) => who.kind === 'block' && who.single);
    if (singles && all.length > 1) return t('who.addresses', { count: all.length });
    if (all.length > few) return t('who.sources', { count: all.length });
    return list(all.map(oneWho));
  };
  const lineWords = (all: readonly ProtocolPorts[], from: AllowedFrom) => {
    const what = whatWords(all);
    if (from.kind === 'everyone') return t('reading.everyone', { what });
    if (from.kind === 'nobody') return t('reading.nobody', { what });
    const except = whoWords(from.except);
    if (from.kind === 'everyone_but') {
      if (from.still.length === 0) return t('reading.allBut', { what, except });
      return t('reading.allButStill', { what, except, still: whoWords(from.still) });
    }
    const who = whoWords(from.sources);
    return from.except.length > 0
      ? t('reading.onlyBut', { what, who, except })
      : t('reading.only', { what, who });
  };

  return ({ lines, rest }, most) => {
    if (lines.length === 0)
      return rest === null
        ? t('reading.unknown')
        : t(rest === 'accept' ? 'reading.accepts' : 'reading.drops');
    const said = lines.slice(0, most).map(({ what, from }) => lineWords(what, from));
    const left = lines.length - said.length;
    const others = { accept: t('reading.restAccept'), drop: t('reading.restDrop') };
    const parts = [
      ...said,
      ...(left > 0 ? [t('reading.more', { count: left })] : []),
      rest === null ? t('reading.restUnknown') : others[rest],
    ];
    return `${capital(parts.join('; '), locale)}.`;
  };
}

function makeWords(t: T, locale: string, { firewall, viewer }: FirewallHere): FirewallWords {
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

  const port = ([from, to]: Ports) => (from === to ? String(from) : `${from}–${to}`);
  const ports: FirewallWords['ports'] = (protocol, range) => {
    if (samePorts(range, everyPort))
      return { tcp: t('what.allTcp'), udp: t('what.allUdp'), both: t('what.allBoth') }[protocol];
    return t(`what.${protocol}`, { port: port(range) });
  };
  const service: FirewallWords['service'] = (protocol, range) =>
    serviceOf(protocol, range) ?? ports(protocol, range);

  const source: FirewallWords['source'] = (from) => {
    if (from.kind === 'block') return from.block.text;
    if (from.kind === 'set') {
      const set = setOf(firewall, from);
      return set ? t('rules.set', { name: set.name }) : t('rules.setUnknown', { id: from.id });
    }
    return from.kind === 'any' ? t('rules.anywhere') : from.text;
  };
  const verdict = (value: Verdict) => t(`verdicts.${value}`);

  return {
    port,
    ports,
    service,
    source,
    verdict,
    reading: readingWords(t, locale, viewer, list, { ports, service }),
    rule: (rule) =>
      t('confirm.ruleWords', {
        action: verdict(rule.verdict),
        service: service(rule.protocol, rule.ports),
        source: rule.source.kind === 'any' ? t('who.anyone') : source(rule.source),
      }),
    numbers: (all) => list(all.map(String)),
  };
}
