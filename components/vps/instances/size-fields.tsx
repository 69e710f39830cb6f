'use client';
import type { ComponentProps } from 'react';
import { useTranslations } from 'use-intl';
import type { Rules } from '@/components/parts/forms/use-problem-form';
import { NumberField } from '@/components/ui/number-field';
import { sizeLimits, sizeRules } from './rules';

type Part = keyof typeof sizeLimits;
type Props = ComponentProps<typeof NumberField>;

/**
 * The three number fields of a size: cores, memory in GB and disk in GB. Needs the messages `machines`.
 * @param cores label of the first field
 * @param hints the hint under each field
 * @param disk further limits for the size of the disk
 */
export function SizeFields({
  field,
  cores,
  hints = {},
  disk: { min = 1, step = 10, check } = {},
}: {
  field: (part: Part, rules: Rules<number>) => Omit<Props, 'label'>;
  cores: string;
  hints?: Partial<Record<Part, string>>;
  disk?: { min?: number; step?: number; check?: (value: number) => string | null };
}) {
  const m = useTranslations('machines');
  return (
    <>
      <NumberField
        label={cores}
        hint={hints.cpu}
        min={1}
        max={sizeLimits.cpu}
        step={1}
        {...field('cpu', sizeRules('cpu'))}
      />
      <NumberField
        label={m('memory')}
        hint={hints.memory}
        unit="GB"
        min={1}
        max={sizeLimits.memory}
        step={1}
        {...field('memory', sizeRules('memory'))}
      />
      <NumberField
        label={m('disk')}
        hint={hints.storage}
        unit="GB"
        min={min}
        max={sizeLimits.storage}
        step={step}
        {...field('storage', sizeRules('storage', check))}
      />
    </>
  );
}
