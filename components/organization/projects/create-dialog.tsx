'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useWatch } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useBackendForm } from '@/components/parts/forms/use-backend-form';
import { PersonMark } from '@/components/parts/people/person-mark';
import type { DialogProps } from '@/components/ui/dialog-props';
import { toast } from '@/components/ui/toast';
import { serverNow } from '@/lib/clock';
import { useBackendQuery } from '@/lib/query';
import { readFresh, request } from '@/lib/query/fetcher';
import { useGroup } from '@/lib/query/scope';
import { projects } from '@/lib/resources/awanio';
import { aboutOf } from '@/lib/resources/resource';
import { PeopleField } from '@/components/organization/people/people-field';
import {
  arePeople,
  leveledOf,
  noPeople,
  type People,
} from '@/components/organization/people/people';
import { nameBody, NameFields, type NameValues } from '../settings/name-fields';
import { findProject } from './find-project';

interface Values extends NameValues {
  people: People;
}

const about = aboutOf(projects);

/** Creates a project with its first members (A14), and opens it. */
export function CreateProject({ onClose }: DialogProps) {
  const { org } = useGroup();
  const t = useTranslations('organization-projects.create');
  const router = useRouter();
  const list = useBackendQuery('A15', {});
  const [at] = useState(serverNow);
  const inputOf = ({ people, ...values }: Values) => {
    const members = leveledOf(people);
    const project_members = members.length > 0 ? { project_members: members } : {};
    return { body: { ...nameBody(values), organization_uuid: org, ...project_members } };
  };
  const form = useBackendForm<'A14', Values>('A14', {
    defaults: { name: '', icon: '', people: noPeople },
    secrets: ['icon'],
    input: inputOf,
    about: ({ body: { name } }, made) => ({
      ...about({ org }, { uuid: made?.uuid ?? '', name }),
      href: projects.page({ org }),
    }),
    onDone: async (made, values) => {
      const { name } = values;
      // As they were when it was sent: this function is of the same moment.
      const known = (list.data?.data ?? []).map(projects.id);
      const read = () => readFresh(() => request('A15', {}, {}));
      const uuid = made?.uuid ?? (await findProject({ input: inputOf(values), at, known }, read));
      toast({ tone: 'good', title: t('done', { name }), text: uuid ? undefined : t('notListed') });
      onClose();
      if (uuid) router.push(projects.href({ org }, uuid));
      router.refresh(); // the navigation doesn't know it yet
    },
  });
  const { name, people } = useWatch({ control: form.form.control }) as Values;
  const unknown = form.problem?.code === 'not_found' ? t('unknownPeople') : null;
  return (
    <FormDialog
      {...{ form, onClose }}
      size="md"
      title={t('label')}
      submit={t('label')}
      reason={arePeople(people) ? null : t('peopleFirst')}
    >
      <NameFields
        form={form}
        label={t('name')}
        mark={
          <PersonMark of={{ kind: 'projects', uuid: 'new' }} name={name} icon={null} size="lg" />
        }
      />
      <PeopleField
        value={people}
        onChange={(next) => form.set('people', next)}
        place="project"
        financeLevel={null}
        optional={t('optional')}
        error={{ text: unknown }}
      />
      <p className="text-muted text-sm">{t('text')}</p>
    </FormDialog>
  );
}
