import { Suspense } from 'react';
import { Play, RotateCcw, Square } from 'lucide-react';
import { lazyNamed } from '@/components/ui/lazy-named';
import { aboutInstance, type Machine } from '../machine';
import { withPendingVerb } from '../pending-verbs';
import type { VerbContext, MakeAction } from './verb-context';

const StopSavings = lazyNamed(() => import('./stop-savings'), 'StopSavings');

const refs = { start: 'D10', stop: 'D11', restart: 'D12' } as const;

/** The parts that start, stop and restart share. */
const power = ({ account, label, why, change }: VerbContext, verb: keyof typeof refs) => ({
  label: label(verb),
  group: 'power',
  bulk: true,
  reason: (machine: Machine) => why(verb, machine),
  run: (machine: Machine) => {
    const input = { params: { instance_uuid: machine.uuid } };
    const about = aboutInstance(account, machine);
    return withPendingVerb(machine.uuid, verb, () => change(refs[verb], input, about));
  },
});

/** Starts an instance (D10). */
export const start: MakeAction = (context) =>
  context.verb('start', { ...power(context, 'start'), icon: <Play aria-hidden /> });

/** Stops an instance (D11). It asks first. */
export const stop: MakeAction = (context) =>
  context.verb('stop', {
    ...power(context, 'stop'),
    icon: <Square aria-hidden />,
    confirm: {
      text: ({ length: count }) => (
        <>
          <p>{context.t('stop.text', { count })}</p>
          <p>{context.t('stop.cost')}</p>
        </>
      ),
      cost: (machines) => (
        <Suspense fallback={null}>
          <StopSavings machines={machines} />
        </Suspense>
      ),
    },
  });

/** Restarts an instance (D12). It asks first. */
export const restart: MakeAction = (context) =>
  context.verb('restart', {
    ...power(context, 'restart'),
    icon: <RotateCcw aria-hidden />,
    confirm: {},
  });
