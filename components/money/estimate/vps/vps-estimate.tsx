'use client';
import { useLocale, useTranslations } from 'use-intl';
import { ProblemNote } from '@/components/ui/error-state';
import { AccountBalance } from '@/components/vps/balance/account-balance';
import { gigabytes } from '@/lib/format';
import type { Problem } from '@/lib/problem';
import { useAccount } from '@/lib/query/scope';
import { EstimateView } from '../estimate-view';
import type { EstimateLine } from '../lines';
import type { PricedLine } from '../priced-line';
import { useEstimate } from '../use-estimate';
import { AddThing } from './add-forms';
import { CreateThing } from './create-thing';
import { useVpsOffers } from './use-vps-offers';
import {
  options,
  readVpsLine,
  serviceOf,
  vpsLine,
  vpsPrice,
  type VpsOffers,
  type VpsThing,
} from './vps-lines';

/** The estimate of a VPS account. @param problem of the server's read of the locations */
export function VpsEstimate({ problem: first }: { problem: Problem | null }) {
  const account = useAccount();
  const t = useTranslations('estimate');
  const estimate = useEstimate();
  const things = estimate.lines.map(readVpsLine).filter((thing) => thing !== null);
  const { offers, problem, busy, retry } = useVpsOffers(things, first);
  const priced = usePricedLine(offers);
  return (
    <EstimateView
      id={`estimate-${account}`}
      estimate={estimate}
      lines={estimate.lines.map(priced)}
      add={
        <AddThing
          key={offers.locations === null ? 'early' : 'ready'}
          onAdd={(thing) => estimate.add(vpsLine(thing))}
        />
      }
      problem={
        problem ? (
          <ProblemNote problem={problem} what={t('failed')} onRetry={retry} retrying={busy} />
        ) : null
      }
      balance={(perHour) => <AccountBalance added={perHour} ordered={perHour} />}
    />
  );
}

/** Gives a function that prices a line. */
function usePricedLine(offers: VpsOffers): (line: EstimateLine) => PricedLine {
  const t = useTranslations('estimate');
  const name = useThingName();
  const about = useThingDetail(offers);
  return (line) => {
    const thing = readVpsLine(line);
    if (!thing)
      return {
        line,
        service: 'unknown',
        name: [line.kind, ...line.of].join(' '),
        price: null,
        leftOut: t('why.kind'),
      };
    const price = vpsPrice(thing, offers);
    const title = name(thing);
    return {
      line,
      service: serviceOf[thing.kind],
      name: title,
      about: about(thing),
      price: price && 'amount' in price ? price.amount : null,
      leftOut: price && 'leftOut' in price ? t(`why.${price.leftOut}`) : null,
      create: <CreateThing thing={thing} name={title} count={line.count} />,
    };
  };
}

/** Gives a function that names a thing by its size. */
function useThingName(): (thing: VpsThing) => string {
  const t = useTranslations('estimate');
  const m = useTranslations('machines');
  const locale = useLocale();
  return (thing) => {
    if (thing.kind === 'address') return t('things.address');
    if (thing.kind === 'volume') return t('volumeOf', { size: gigabytes(thing.size, locale) });
    const { cpu, memory, storage } = thing.size;
    return t('machineOf', {
      size: [
        m('cores', { count: cpu }),
        gigabytes(memory, locale),
        gigabytes(storage, locale),
      ].join(' · '),
    });
  };
}

/** Gives a function that says where a thing is, and what belongs to it. What isn't known is named by its id. */
function useThingDetail({ locations, tiers, types }: VpsOffers): (thing: VpsThing) => string {
  const t = useTranslations('estimate');
  return (thing) => {
    const nameOf = (
      what: 'location' | 'tier' | 'type',
      rows: readonly { id: string; name: string | null }[] | null | undefined,
      id: string,
    ) => rows?.find((row) => row.id === id)?.name ?? t(`byId.${what}`, { id });
    const words = [nameOf('location', locations, thing.location)];
    if (thing.kind === 'volume') words.push(nameOf('type', types.get(thing.location), thing.type));
    if (thing.kind === 'machine') {
      words.push(nameOf('tier', tiers.get(thing.location), thing.tier));
      words.push(...options.filter((option) => thing[option]).map((option) => t(`with.${option}`)));
    }
    return words.join(' · ');
  };
}
