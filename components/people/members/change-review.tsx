'use client';
import { useLocale, useTranslations } from 'use-intl';
import { useLevelWords } from '@/components/organization/people/role-words';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Callout } from '@/components/ui/callout';
import { Foreign } from '@/components/ui/foreign';
import { roleOfLevel, type Place } from '@/lib/contract/permissions';
import { roleMatrix, type MatrixId } from '@/lib/contract/role-matrix';
import { idOf, nameOf, type Differs, type Member } from './member';
import { useMemberFacts, usePlace } from './place';

/** What a change of level takes away: the areas that a person can no longer see or change. */
export function lossesOf(
  from: number | null,
  to: number,
  place: Place,
  financeLevel: number | null,
): MatrixId[] {
  const cells = (level: number | null) => roleMatrix(roleOfLevel(level, financeLevel), place);
  const after = new Map(cells(to).map((cell) => [cell.id, cell]));
  return cells(from)
    .filter(({ id, see, change }) => {
      const then = after.get(id);
      return (see && !then?.see) || (change && !then?.change);
    })
    .map(({ id }) => id);
}

/** Who gets which role instead of which, and what they lose by it. Loaded with the dialog: the matrix is large. */
export function ChangeReview({ members, level }: { members: readonly Member[]; level: number }) {
  const t = useTranslations('members.change');
  const all = useTranslations('members');
  const rights = useTranslations('rights');
  const locale = useLocale();
  const { financeLevel } = useMemberFacts();
  const { place } = usePlace();
  const role = useLevelWords(financeLevel);
  const losses = (member: Member) =>
    lossesOf(member.user_level, level, place, financeLevel).map((id) => rights(`areas.${id}`));
  return (
    <div className="border-line overflow-hidden rounded-md border">
      <PlainTable
        caption={t('review')}
        rows={members}
        rowId={idOf}
        columns={[
          {
            id: 'name',
            header: all('name'),
            main: true,
            cell: (member) => <Foreign text={nameOf(member)} />,
          },
          { id: 'now', header: t('now'), cell: (member) => role(member.user_level) },
          {
            id: 'after',
            header: t('after'),
            cell: (member) => (member.user_level === level ? t('same') : role(level)),
          },
          {
            id: 'loses',
            header: t('loses'),
            cell: (member) =>
              new Intl.ListFormat(locale).format(losses(member)) || (
                <span className="text-faint">{t('nothing')}</span>
              ),
          },
        ]}
      />
    </div>
  );
}

/** Says who was changed by somebody else, after the list was read again. */
export function MeanwhileNote({ differs }: { differs: readonly Differs[] }) {
  const t = useTranslations('members');
  const { financeLevel } = useMemberFacts();
  const role = useLevelWords(financeLevel);
  if (differs.length === 0) return null;
  return (
    <Callout tone="warn" role="alert" title={t('meanwhile', { count: differs.length })}>
      <ul>
        {differs.map(({ shown, now }) => (
          <li key={idOf(shown)}>
            <span className="font-medium">
              <Foreign text={nameOf(shown)} />
            </span>
            : {role(shown.user_level)} → {now ? role(now.user_level) : t('gone')}
          </li>
        ))}
      </ul>
      <p>{t('meanwhileText')}</p>
    </Callout>
  );
}
