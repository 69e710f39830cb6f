'use client';
import { useTranslations } from 'use-intl';
import { useLevelWords } from '@/components/organization/people/role-words';
import type { Column } from '@/components/parts/tables/columns';
import { PlainTable } from '@/components/parts/tables/plain-table';
import { Callout } from '@/components/ui/callout';
import { Foreign } from '@/components/ui/foreign';
import { lossesOf } from './losses';
import { idOf, nameOf, type Differs, type Member } from './member';
import { useMemberFacts, usePlace } from './place';

/**
 * Who gets which role instead of which, and what they lose by it. Loaded with the dialog: the matrix is large.
 * @param level null before one is chosen: then only the roles of now are shown
 */
export function ChangeReview({
  members,
  level,
}: {
  members: readonly Member[];
  level: number | null;
}) {
  const t = useTranslations('members.change');
  const all = useTranslations('members');
  const rights = useTranslations('rights');
  const { financeLevel } = useMemberFacts();
  const { place } = usePlace();
  const role = useLevelWords(financeLevel);
  const losses = (member: Member, level: number) =>
    lossesOf(member.user_level, level, place, financeLevel).map((id) => rights(`areas.${id}`));
  const after = (level: number): Column<Member>[] => [
    {
      id: 'after',
      header: t('after'),
      cell: (member) => (member.user_level === level ? t('same') : role(level)),
    },
    {
      id: 'loses',
      header: t('loses'),
      cell: (member) =>
        losses(member, level).length > 0 ? (
          <ul>
            {losses(member, level).map((area) => (
              <li key={area}>{area}</li>
            ))}
          </ul>
        ) : (
          <span className="text-faint">{t('nothing')}</span>
        ),
    },
  ];
  const heading = t(level === null ? 'present' : 'review');
  return (
    <section className="flex flex-col gap-1">
      <h3 className="font-medium">{heading}</h3>
      <div className="border-line overflow-hidden rounded-md border">
        <PlainTable
          caption={heading}
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
            ...(level === null ? [] : after(level)),
          ]}
        />
      </div>
    </section>
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

/** Says that no admin would be left. */
export function LastAdminNote() {
  const t = useTranslations('members');
  return (
    <Callout tone="danger" title={t('lastAdminTitle')}>
      {t('lastAdminText')}
    </Callout>
  );
}
