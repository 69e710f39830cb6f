'use client';
/** Describes the parts of a firewall in words of the reader's language. */
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
import { useFirewallTab, type FirewallTab } from './firewall-context';

/** How many services one line names; further services are counted. */
const maxServices = 6;
/** How many sources one line names; when there are more, all are counted. */
const maxSources = 3;

/** Functions that describe parts of a firewall. */
export interface FirewallWords {
  /** `22`, `8000–9000`. */
  port: (ports: Ports) => string;
  /** `TCP 22`, `every UDP port`. */
  ports: (protocol: Protocol | 'both', ports: Ports) => string;
  /** `SSH`; the ports when they belong to no known service. */
  service: (protocol: Protocol, ports: Ports) => string;
  source: (source: Source) => string;
  verdict: (verdict: Verdict) => string;
  /** “Accept SSH from 203.0.113.7”. */
  rule: (rule: Rule) => string;
  /** “SSH from 2 addresses; everything else dropped.” @param maxLines how many lines are written out */
  summary: (summary: FirewallSummary, maxLines: number) => string;
  /** `1, 2 and 5`. */
  numbers: (numbers: readonly number[]) => string;
}

const capital = (text: string, locale: string) =>
  text.charAt(0).toLocaleUpperCase(locale) + text.slice(1);

/** The functions for the firewall of this tab. */
export function useFirewallWords(): FirewallWords {
  const t = useTranslations('firewall');
  const locale = useLocale();
  const tab = useFirewallTab();
  return useMemo(() => makeWords(t, locale, tab), [t, locale, tab]);
}

type T = ReturnType<typeof useTranslations<'firewall'>>;

/** Returns the function that describes what the whole firewall lets in. */
function makeSummaryWords(
  t: T,
  locale: string,
  viewer: Viewer,
  list: (items: readonly string[]) => string,
  { ports, service }: Pick<FirewallWords, 'ports' | 'service'>,
): FirewallWords['summary'] {
  const serviceWords = ({ protocol, ports: range }: ProtocolPorts) => {
    if (protocol !== 'both') return service(protocol, range);
    const name = serviceOf('tcp', range);
    return name !== null && name === serviceOf('udp', range) ? name : ports('both', range);
  };
  const servicesWords = (all: readonly ProtocolPorts[]) => {
    const named = all.slice(0, maxServices).map(serviceWords);
    const left = all.length - named.length;
    return list(left > 0 ? [...named, t('ports.more', { count: left })] : named);
  };

  const sourceWords = (source: SourceName) => {
    if (source.kind === 'set')
      return t('sources.set', { name: source.name, count: source.entries });
    if (source.kind === 'anyone') return t('sources.anyone');
    const own = viewer.kind === 'public' && viewer.address === source.text;
    return own ? t('sources.you', { address: source.text }) : source.text;
  };
  const sourcesWords = (all: readonly SourceName[]) => {
    const singles = all.every((source) => source.kind === 'block' && source.single);
    if (singles && all.length > 1) return t('sources.addresses', { count: all.length });
    if (all.length > maxSources) return t('sources.sources', { count: all.length });
    return list(all.map(sourceWords));
  };
  const lineWords = (all: readonly ProtocolPorts[], from: AllowedFrom) => {
    const what = servicesWords(all);
    if (from.kind === 'everyone') return t('summary.everyone', { what });
    if (from.kind === 'nobody') return t('summary.nobody', { what });
    const except = sourcesWords(from.except);
    if (from.kind === 'everyone_but') {
      if (from.still.length === 0) return t('summary.allBut', { what, except });
      return t('summary.allButStill', { what, except, still: sourcesWords(from.still) });
    }
    const who = sourcesWords(from.sources);
    return from.except.length > 0
      ? t('summary.onlyBut', { what, who, except })
      : t('summary.only', { what, who });
  };

  return ({ lines, rest }, maxLines) => {
    if (lines.length === 0)
      return rest === null
        ? t('summary.unknown')
        : t(rest === 'accept' ? 'summary.accepts' : 'summary.drops');
    const shown = lines.slice(0, maxLines).map(({ what, from }) => lineWords(what, from));
    const left = lines.length - shown.length;
    const others = { accept: t('summary.restAccept'), drop: t('summary.restDrop') };
    const parts = [
      ...shown,
      ...(left > 0 ? [t('summary.more', { count: left })] : []),
      rest === null ? t('summary.restUnknown') : others[rest],
    ];
    return `${capital(parts.join('; '), locale)}.`;
  };
}

function makeWords(t: T, locale: string, { firewall, viewer }: FirewallTab): FirewallWords {
  const list = (items: readonly string[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(items);

  const port = ([from, to]: Ports) => (from === to ? String(from) : `${from}–${to}`);
  const ports: FirewallWords['ports'] = (protocol, range) => {
    if (samePorts(range, everyPort))
      return { tcp: t('ports.allTcp'), udp: t('ports.allUdp'), both: t('ports.allBoth') }[protocol];
    return t(`ports.${protocol}`, { port: port(range) });
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
    summary: makeSummaryWords(t, locale, viewer, list, { ports, service }),
    rule: (rule) =>
      t('confirm.ruleWords', {
        action: verdict(rule.verdict),
        service: service(rule.protocol, rule.ports),
        source: rule.source.kind === 'any' ? t('sources.anyone') : source(rule.source),
      }),
    numbers: (all) => list(all.map(String)),
  };
}
