'use client';
import type { FieldValues } from 'react-hook-form';
import {
  ChoiceField,
  type Choice,
  type ChoiceFieldProps,
} from '@/components/parts/forms/choice-field';
import { TextField } from '@/components/ui/text-field';
import type { InstanceVerb } from '@/lib/contract/states';
import type { Row } from '@/lib/contract/types';
import { nameOf } from './machine';
import { useMachines, useMachineSearch } from './use-machines';

/** A choice of machines. A search finds those that aren't on the first page. */
export interface MachineChoice extends Choice {
  search: string;
  onSearch: (text: string) => void;
  /** Whether there are more machines, which only a search finds. */
  more: boolean;
}

/**
 * The machines to which something can be attached. Needs the messages `machines`.
 * @param verb the action that a machine's status has to allow
 * @param offered which machines the choice shows at all
 * @param none the text if there are none
 * @param before a reason against a machine that is checked before its status
 */
export function useMachineChoice(
  verb: InstanceVerb,
  offered: (machine: Row<'D02'>) => boolean,
  none: string,
  before: (uuid: string) => string | null = () => null,
): MachineChoice {
  const { why, more } = useMachines();
  const { machines: query, search, setSearch: onSearch } = useMachineSearch();
  const rows = (query.data?.data ?? []).filter(offered).map((machine) => {
    const reason = before(machine.uuid) ?? why(verb, machine);
    return { id: machine.uuid, name: nameOf(machine), reason };
  });
  return { query, rows, none, search, onSearch, more };
}

/** The field of such a choice, with a search if there are more machines. @param search its label and hint */
export function MachineField<Values extends FieldValues>({
  choice,
  search,
  ...field
}: ChoiceFieldProps<Values> & { choice: MachineChoice; search: { label: string; hint?: string } }) {
  return (
    <>
      {choice.more ? (
        <TextField
          {...search}
          value={choice.search}
          onChange={(event) => choice.onSearch(event.target.value)}
        />
      ) : null}
      <ChoiceField {...field} choice={choice} />
    </>
  );
}
