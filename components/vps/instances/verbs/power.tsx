import { Play, RotateCcw, Square } from 'lucide-react';
import { aboutInstance, type Machine } from '../machine';
import { withPendingVerb } from '../pending-verbs';
import type { Kit, MakeAction } from './kit';

const refs = { start: 'D10', stop: 'D11', restart: 'D12' } as const;

/** What the three have in common. */
const power = ({ account, label, why, change }: Kit, verb: keyof typeof refs) => ({
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

export const start: MakeAction = (kit) =>
  kit.verb('start', { ...power(kit, 'start'), icon: <Play aria-hidden /> });

export const stop: MakeAction = (kit) =>
  kit.verb('stop', {
    ...power(kit, 'stop'),
    icon: <Square aria-hidden />,
    confirm: {
      text: ({ length: count }) => (
        <>
          <p>{kit.t('stop.text', { count })}</p>
          <p>{kit.t('stop.cost')}</p>
        </>
      ),
    },
  });

export const restart: MakeAction = (kit) =>
  kit.verb('restart', { ...power(kit, 'restart'), icon: <RotateCcw aria-hidden />, confirm: {} });
