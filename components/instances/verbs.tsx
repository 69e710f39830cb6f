'use client';
/** One object a verb: what it is called, how it looks, when it may be done, and what doing it means. */
import { Pencil, Play, RotateCcw, Square, SquareTerminal, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { MenuItem } from '@/components/ui/menu';
import { toast } from '@/components/ui/toast';
import { reasonWhy } from '@/lib/contract/states';
import { paths } from '@/lib/paths';
import { ProblemError } from '@/lib/problem';
import { useBackendMutation } from '@/lib/query/use-backend-mutation';
import { nameOf, type Machine } from './machine';
import { useNow, whileAsking } from './under-way';

export type Verb = 'console' | 'start' | 'stop' | 'restart' | 'rename' | 'delete';
/** Verbs that ask first, in a dialog of their own. */
export type AskingVerb = 'stop' | 'restart' | 'rename' | 'delete';

interface VerbObject {
  icon: ReactNode;
  danger?: true;
  /** A page of its own. */
  href?: (account: string, uuid: string) => string;
}

const verbObjects: Record<Verb, VerbObject> = {
  console: { icon: <SquareTerminal aria-hidden />, href: paths.instanceConsole },
  start: { icon: <Play aria-hidden /> },
  stop: { icon: <Square aria-hidden /> },
  restart: { icon: <RotateCcw aria-hidden /> },
  rename: { icon: <Pencil aria-hidden /> },
  delete: { icon: <Trash2 aria-hidden />, danger: true },
};

/** A verb for one machine as it stands: for menus and buttons alike. */
export interface VerbView {
  verb: Verb;
  label: string;
  icon: ReactNode;
  danger: boolean;
  /** Why it isn't possible now. */
  disabledReason: string | null;
  href?: string;
  onSelect?: () => void;
}

/** Starts a machine: the one verb that is done at once, without asking. */
function useStart(account: string, machine: Machine) {
  const t = useTranslations('instances');
  const problems = useTranslations('problems');
  const { run } = useBackendMutation('D10', { account });
  return async () => {
    const name = nameOf(machine);
    try {
      const input = { params: { instance_uuid: machine.uuid } };
      await whileAsking(machine.uuid, 'start', () => run(input));
      toast({ title: t('toasts.start', { name }) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      const { code, backendMessage } = error.problem;
      const words = [problems(`kinds.${code}.title`), backendMessage, problems(`kinds.${code}.todo`)]; // prettier-ignore
      const text = words.filter(Boolean).map((each) => String(each).replace(/([^.!?])$/, '$1.')).join(' '); // prettier-ignore
      toast({ tone: 'danger', title: t('failed.start', { name }), text });
    }
  };
}

/**
 * The verbs of a machine, each legal or with its reason.
 * @param ask opens the dialog of a verb that asks first
 */
export function useVerbs(
  account: string,
  machine: Machine,
  verbs: readonly Verb[],
  ask: (verb: AskingVerb) => void,
): VerbView[] {
  const t = useTranslations('machines');
  const start = useStart(account, machine);
  const now = useNow(machine);
  return verbs.map((verb) => {
    const { icon, danger, href } = verbObjects[verb];
    const reason = reasonWhy(verb, now);
    const doing =
      verb === 'console'
        ? { href: href?.(account, machine.uuid) ?? '' }
        : { onSelect: verb === 'start' ? () => void start() : () => ask(verb) };
    return {
      verb,
      icon,
      label: t(`verbs.${verb}`),
      danger: danger ?? false,
      disabledReason: reason ? t(`reasons.${reason}`) : null,
      ...doing,
    };
  });
}

/** A verb as a line of a menu. */
export function menuItem({ verb, label, icon, danger, disabledReason, href, onSelect }: VerbView): MenuItem {
  return {
    id: verb,
    label,
    icon,
    danger,
    disabledReason,
    ...(href ? { href } : {}),
    ...(onSelect ? { onSelect } : {}),
  };
} // prettier-ignore
