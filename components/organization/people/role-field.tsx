'use client';
import { Suspense, useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { lazyNamed } from '@/components/ui/lazy-named';
import { RadioCards } from '@/components/ui/radio-cards';
import { levelOf, roleOfLevel, type Place, type Role } from '@/lib/contract/permissions';
import { useLevelWords } from './role-words';

const RoleMatrix = lazyNamed(() => import('./role-matrix'), 'RoleMatrix', 'quiet');

export interface RoleFieldProps {
  /** The chosen `user_level`; null is none yet. */
  value: number | null;
  onChange: (level: number) => void;
  place: Place;
  /** `NUSA_FINANCE_LEVEL`, which the page reads on the server; null where the provider has none. */
  financeLevel: number | null;
  /** A level that a person has now and may keep, even if nobody knows it. */
  keep?: number | null;
  /** Why a role can't be given, in words. */
  refused?: Partial<Record<Role, string | null>>;
  error?: string | null;
  /** Between the roles and what the chosen one may do. */
  children?: ReactNode;
}

/** The levels to choose from. A project has no bills, so finance is a role of organizations alone. */
function offered(place: Place, financeLevel: number | null, keep: number | null): number[] {
  const roles = place === 'project' ? ['admin', 'member'] : ['admin', 'member', 'finance'];
  const levels = roles.flatMap((role) => levelOf(role as Role, financeLevel) ?? []);
  return keep === null || levels.includes(keep) ? levels : [...levels, keep];
}

/** Chooses a role, and shows what the chosen one may do. Needs the messages `rights`. */
export function RoleField({
  value,
  onChange,
  place,
  financeLevel,
  keep = null,
  refused = {},
  error,
  children,
}: RoleFieldProps) {
  const t = useTranslations('rights');
  const words = useLevelWords(financeLevel);
  const levels = offered(place, financeLevel, keep);
  return (
    <div className="flex flex-col gap-4">
      <RadioCards
        legend={t('role')}
        columns={levels.length === 3 ? 3 : 2}
        name={useId()}
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(Number(event.target.value))}
        error={error}
        cards={levels.map((level) => {
          const role = roleOfLevel(level, financeLevel);
          return {
            value: String(level),
            title: words(level),
            description: t(`about.${role}`),
            disabledReason: refused[role],
          };
        })}
      />
      {children}
      {value === null ? null : (
        <Suspense fallback={<div className="h-72" />}>
          <RoleMatrix level={value} {...{ place, financeLevel }} />
        </Suspense>
      )}
    </div>
  );
}
