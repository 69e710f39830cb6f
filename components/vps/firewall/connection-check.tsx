'use client';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Select } from '@/components/ui/select';
import { TextField } from '@/components/ui/text-field';
import { readBlock } from '@/lib/firewall/addresses';
import { decide } from '@/lib/firewall/decide';
import type { Protocol } from '@/lib/firewall/model';
import { readPorts } from '@/lib/firewall/ports';
import { ssh } from '@/lib/firewall/services';
import { useFirewallTab } from './firewall-context';
import { VerdictBadge } from './rules-table';
import { useFirewallWords } from './use-words';

/** Asks for a connection and says whether the firewall accepts it, and by which rule. */
export function ConnectionCheck() {
  const t = useTranslations('firewall');
  const { viewer } = useFirewallTab();
  const [from, setFrom] = useState(viewer.kind === 'public' ? viewer.address : '');
  const [protocol, setProtocol] = useState<Protocol>(ssh.protocol);
  const [port, setPort] = useState(String(ssh.ports[0]));
  const range = readPorts(port);
  const single = range && range[0] === range[1] ? range[0] : null;
  const address = readBlock(from)?.single ? from : null;
  return (
    <section
      aria-label={t('check.title')}
      className="border-line bg-sunken flex flex-col gap-3 rounded-md border p-3"
    >
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
        <TextField
          label={t('check.from')}
          mono
          value={from}
          error={from.trim() !== '' && !address ? t('check.notAddress') : null}
          onChange={(event) => setFrom(event.target.value)}
        />
        <Select
          label={t('check.protocol')}
          value={protocol}
          onChange={(event) => setProtocol(event.target.value === 'udp' ? 'udp' : 'tcp')}
        >
          <option value="tcp">TCP</option>
          <option value="udp">UDP</option>
        </Select>
        <TextField
          label={t('check.port')}
          inputMode="numeric"
          autoComplete="off"
          value={port}
          error={single === null ? t('check.notPort') : null}
          onChange={(event) => setPort(event.target.value)}
        />
      </div>
      <p role="status" className="flex min-h-6 flex-wrap items-center gap-2">
        {address && single !== null ? (
          <Answer from={address} protocol={protocol} port={single} />
        ) : (
          <span className="text-muted">{t('check.notAddress')}</span>
        )}
      </p>
    </section>
  );
}

function Answer(connection: { from: string; protocol: Protocol; port: number }) {
  const t = useTranslations('firewall');
  const { firewall } = useFirewallTab();
  const words = useFirewallWords();
  const found = decide(firewall, connection);
  if (!found) return null;
  if (!found.verdict) return <>{t('check.unknown')}</>;
  const { by, verdict } = found;
  return (
    <>
      <VerdictBadge verdict={verdict} />
      <span>
        {by ? t('check.byRule', { number: by.number, rule: words.rule(by) }) : t('check.byPolicy')}
      </span>
    </>
  );
}
