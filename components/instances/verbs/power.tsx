import { Play, RotateCcw, Square } from 'lucide-react';
import type { Confirmation } from '@/components/actions/action';
import { aboutInstance, nameOf, type Machine } from '../machine';
import { whileAsking } from '../under-way';
import type { Kit, MakeAction } from './kit';

const refs = { start: 'D10', stop: 'D11', restart: 'D12' } as const;
const icons = {
  start: <Play aria-hidden />,
  stop: <Square aria-hidden />,
  restart: <RotateCcw aria-hidden />,
};

/** The name of one, the number of many. */
export const subject = (machines: readonly Machine[]) => {
  const [first] = machines;
  return { count: machines.length, name: first ? nameOf(first) : '' };
};

function asks({ t }: Kit, verb: 'stop' | 'restart'): Confirmation<Machine> {
  return {
    title: (machines) => t(`${verb}.title`, subject(machines)),
    text: (machines) => (
      <>
        <p>{t(`${verb}.text`, { count: machines.length })}</p>
        {verb === 'stop' ? <p>{t('stop.cost')}</p> : null}
      </>
    ),
    button: (machines) => t(`${verb}.confirm`, { count: machines.length }),
  };
}

const power =
  (verb: keyof typeof refs): MakeAction =>
  (kit) => ({
    id: verb,
    label: kit.label(verb),
    icon: icons[verb],
    group: 'power',
    bulk: true,
    reason: (machine) => kit.why(verb, machine),
    run: (machine) => {
      const input = { params: { instance_uuid: machine.uuid } };
      const about = aboutInstance(kit.account, machine);
      return whileAsking(machine.uuid, verb, () => kit.change(refs[verb], input, about));
    },
    done: (machine) => kit.t(`toasts.${verb}`, { name: nameOf(machine) }),
    ...(verb === 'start' ? {} : { confirm: asks(kit, verb) }),
  });

export const start = power('start');
export const stop = power('stop');
export const restart = power('restart');
