'use client';
import { useTranslations } from 'use-intl';
import { TextArea } from '@/components/ui/text-area';
import { readMemberIds } from '@/lib/contract/reading/member-ids';
import { mostPeople } from './people';

const shownFaults = 3;

/**
 * A field for pasted member IDs, which says how many it found and which lines hold none. Needs the messages `rights`.
 * @param error another problem, in words; shown before those of the lines
 */
export function MemberIdsField({
  value,
  onChange,
  optional,
  error,
}: {
  value: string;
  onChange: (text: string) => void;
  optional?: string;
  error?: string | null;
}) {
  const t = useTranslations('rights.people');
  const lines = readMemberIds(value);
  const count = lines.filter(({ id }) => id !== undefined).length;
  const faults = lines.flatMap(({ line, fault }) => (fault ? [{ line, fault }] : []));
  const words = faults
    .slice(0, shownFaults)
    .map(({ line, fault }) =>
      t(fault, { line: line.length > 60 ? `${line.slice(0, 60)}…` : line }),
    );
  const more = faults.length - shownFaults;
  if (more > 0) words.push(t('moreFaults', { count: more }));
  if (count > mostPeople) words.push(t('tooMany', { max: mostPeople }));
  return (
    <div className="flex flex-col gap-1">
      <TextArea
        label={t('label')}
        hint={t('hint')}
        mono
        rows={5}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        error={error ?? (words.length > 0 ? words.join(' ') : null)}
        {...{ optional }}
      />
      <p role="status" className="text-muted text-sm">
        {value.trim() === '' ? null : t('found', { count })}
      </p>
    </div>
  );
}
