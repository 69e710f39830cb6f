'use client';
import { useRouter } from 'next/navigation';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { DraftNote } from '@/components/parts/forms/draft-note';
import { FormProblem } from '@/components/parts/forms/form-problem';
import { LeaveGuard } from '@/components/parts/forms/leave-guard';
import { RequestPanel } from '@/components/parts/forms/request-panel';
import { useBackendForm } from '@/components/parts/forms/use-backend-form';
import { PersonMark } from '@/components/parts/people/person-mark';
import { Button } from '@/components/ui/button';
import { OfflineNote } from '@/components/ui/offline-note';
import { Panel } from '@/components/ui/panel';
import { paths } from '@/lib/paths';
import { organizations } from '@/lib/resources/awanio';
import { aboutOf } from '@/lib/resources/resource';
import { PeopleField } from '@/components/organization/people/people-field';
import {
  arePeople,
  leveledOf,
  noPeople,
  type People,
} from '@/components/organization/people/people';
import { nameBody, NameFields, type NameValues } from './name-fields';

interface Values extends NameValues {
  people: People;
}

const defaults: Values = { name: '', icon: '', people: noPeople };
const about = aboutOf(organizations);

function inputOf({ people, ...values }: Values) {
  const members = leveledOf(people);
  const organization_members = members.length > 0 ? { organization_members: members } : {};
  return { body: { ...nameBody(values), ...organization_members } };
}

/** The form that creates an organization (A05) and opens it. @param financeLevel `NUSA_FINANCE_LEVEL` */
export function NewOrganizationForm({ financeLevel }: { financeLevel: number | null }) {
  const t = useTranslations('new-organization');
  const router = useRouter();
  const form = useBackendForm<'A05', Values>('A05', {
    defaults,
    draft: 'organization-new',
    secrets: ['icon'], // too large for a draft, and for the equal curl
    input: inputOf,
    about: ({ body: { name } }, made) => about(null, { uuid: made?.uuid ?? '', name }),
    onDone: ({ uuid }) => {
      router.push(paths.overview({ org: uuid }));
      router.refresh(); // the navigation doesn't know it yet
    },
  });
  const values = useWatch({ control: form.form.control }) as Values;
  const { name, people } = values;
  const unknown = form.problem?.code === 'not_found' ? t('unknownPeople') : null;
  return (
    <form
      method="post"
      noValidate
      onSubmit={form.onSubmit}
      className="flex max-w-2xl flex-col gap-4"
    >
      <DraftNote draft={form.draft} />
      <Panel title={t('about')}>
        <div className="flex flex-col gap-4">
          <NameFields
            form={form}
            label={t('name')}
            hint={t('nameHint')}
            mark={
              <PersonMark
                of={{ kind: 'organizations', uuid: 'new' }}
                name={name}
                icon={null}
                size="lg"
              />
            }
          />
        </div>
      </Panel>
      <Panel title={t('people')} description={t('peopleText')}>
        <PeopleField
          value={people}
          onChange={(next) => form.set('people', next)}
          place="organization"
          optional={t('optional')}
          error={{ text: unknown }}
          {...{ financeLevel }}
        />
      </Panel>
      <p className="text-muted">{t('costs')}</p>
      <RequestPanel of="A05" input={inputOf(form.canonical(values))} secrets={['icon']} />
      <OfflineNote />
      <FormProblem problem={form.problem} loose={form.loose} />
      <div>
        <Button
          type="submit"
          variant="primary"
          loading={form.pending}
          disabledReason={arePeople(people) ? null : t('peopleFirst')}
        >
          {t('create')}
        </Button>
      </div>
      <LeaveGuard active={form.dirty} />
    </form>
  );
}
