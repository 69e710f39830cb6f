'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { PersonMark } from '@/components/parts/people/person-mark';
import type { DialogProps } from '@/components/ui/dialog-props';
import type { Input } from '@/lib/contract/types';
import { organizations, projects } from '@/lib/resources/awanio';
import { aboutOf, type ChangeSubject } from '@/lib/resources/resource';
import { nameBody, NameFields, type NameValues } from './name-fields';

/** What is edited. */
export interface Named {
  uuid: string;
  name: string | null;
  icon: string | null;
  /** When it was changed last; a picture of then isn't shown again. */
  updated_at: string | null;
}

const aboutOrganization = aboutOf(organizations);
const aboutProject = aboutOf(projects);
// No draft or curl holds the icon: it may have half a megabyte.
const secrets = ['icon'] as const;

/** Changes the name and icon of an organization, A08. */
export const EditOrganization = ({ of, onClose }: DialogProps<{ of: Named }>) => (
  <EditDialog
    call="A08"
    kind="organizations"
    about={(name) => aboutOrganization(null, { uuid: of.uuid, name })}
    {...{ of, onClose }}
  />
);

/** Changes the name and icon of a project, A17. @param org its organization */
export const EditProject = ({ of, org, onClose }: DialogProps<{ of: Named; org: string }>) => (
  <EditDialog
    call="A17"
    kind="projects"
    about={(name) => aboutProject({ org }, { uuid: of.uuid, name })}
    {...{ of, onClose }}
  />
);

interface EditProps {
  call: 'A08' | 'A17';
  kind: 'organizations' | 'projects';
  of: Named;
  /** What the change is about, by the new name. */
  about: (name: string | null) => ChangeSubject;
}

function EditDialog({ call, kind, of, about, onClose }: DialogProps<EditProps>) {
  const t = useTranslations('organization-settings.edit');
  const { refresh } = useRouter();
  const name = of.name ?? of.uuid;
  const form = useDialogForm<'A08' | 'A17', NameValues>(call, {
    onClose,
    defaults: { name, icon: '' },
    secrets,
    input: (values) => ({ params: { uuid: of.uuid }, body: nameBody(values) }),
    about: ({ body }: Input<'A08' | 'A17'>) => about(body.name ?? null),
    done: (_, values) => t('done', { name: values.name }),
    after: () => refresh(), // the navigation names it, too
  });
  return (
    <FormDialog {...{ form, onClose }} title={t('title', { name })} submit={t('save')}>
      <NameFields
        form={form}
        label={t('name')}
        mark={<Mark {...{ of, kind }} />}
        replaces={of.icon !== null}
      />
    </FormDialog>
  );
}

function Mark({ of, kind }: { of: Named; kind: 'organizations' | 'projects' }) {
  const { uuid, name, icon, updated_at: at } = of;
  return <PersonMark of={{ kind, uuid }} name={name ?? uuid} at={at} size="lg" {...{ icon }} />;
}
