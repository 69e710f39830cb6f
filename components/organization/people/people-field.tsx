'use client';
import type { Place } from '@/lib/contract/permissions';
import { MemberIdsField } from './member-ids-field';
import type { People } from './people';
import { RoleField } from './role-field';

/**
 * The first people of something new: pasted member IDs, and one role for all of them. The role is asked for once there
 * is somebody to give it to. `arePeople` says whether it can be sent, `leveledOf` gives what is sent. Needs the
 * messages `rights`.
 * @param financeLevel `NUSA_FINANCE_LEVEL`, which the page reads on the server
 * @param optional the word after the label, where nobody has to be named
 */
export function PeopleField({
  value,
  onChange,
  place,
  financeLevel,
  optional,
  error,
}: {
  value: People;
  onChange: (people: People) => void;
  place: Place;
  financeLevel: number | null;
  optional?: string;
  /** What is wrong with the IDs, or with the missing role, in words. */
  error?: { text?: string | null; level?: string | null };
}) {
  return (
    <div className="flex flex-col gap-4">
      <MemberIdsField
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        optional={optional}
        error={error?.text}
      />
      {value.text.trim() === '' ? null : (
        <RoleField
          value={value.level}
          onChange={(level) => onChange({ ...value, level })}
          error={error?.level}
          {...{ place, financeLevel }}
        />
      )}
    </div>
  );
}
