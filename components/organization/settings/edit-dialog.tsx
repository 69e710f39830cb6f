'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'use-intl';
import { FormDialog } from '@/components/parts/forms/form-dialog';
import { useDialogForm } from '@/components/parts/forms/use-dialog-form';
import { PersonMark } from '@/components/parts/people/person-mark';
import type { DialogProps } from '@/components/ui/dialog-props';
import { organizations, projects } from '@/lib/resources/awanio';
import { aboutOf } from '@/lib/resources/resource';
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
export function EditOrganization({ of, onClose }: DialogProps<{ of: Named }>) {
  const t = useTranslations('organization-settings.edit');
  const { refresh } = useRouter();
  const form = useDialogForm<'A08', NameValues>('A08', {
    onClose,
    defaults: { name: organizations.name(of), icon: '' },
    secrets,
    input: (values) => ({ params: { uuid: of.uuid }, body: nameBody(values) }),
    about: ({ body: { name } }) => aboutOrganization(null, { uuid: of.uuid, name: name ?? null }),
    done: (_, { name }) => t('done', { name }),
    after: () => refresh(), // the navigation names it, too
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('title', { name: organizations.name(of) })}
      submit={t('save')}
    >
      <NameFields
        form={form}
        label={t('name')}
        mark={<Mark of={of} kind="organizations" />}
        replaces={of.icon !== null}
      />
    </FormDialog>
  );
}

/** Changes the name and icon of a project, A17. @param org its organization */
export function EditProject({ of, org, onClose }: DialogProps<{ of: Named; org: string }>) {
  const t = useTranslations('organization-settings.edit');
  const { refresh } = useRouter();
  const form = useDialogForm<'A17', NameValues>('A17', {
    onClose,
    defaults: { name: projects.name(of), icon: '' },
    secrets,
    input: (values) => ({ params: { uuid: of.uuid }, body: nameBody(values) }),
    about: ({ body: { name } }) => aboutProject({ org }, { uuid: of.uuid, name: name ?? null }),
    done: (_, { name }) => t('done', { name }),
    after: () => refresh(),
  });
  return (
    <FormDialog
      {...{ form, onClose }}
      title={t('title', { name: projects.name(of) })}
      submit={t('save')}
    >
      <NameFields
        form={form}
        label={t('name')}
        mark={<Mark of={of} kind="projects" />}
        replaces={of.icon !== null}
      />
    </FormDialog>
  );
}

function Mark({ of, kind }: { of: Named; kind: 'organizations' | 'projects' }) {
  const { uuid, name, icon, updated_at: at } = of;
  return <PersonMark of={{ kind, uuid }} name={name ?? uuid} at={at} size="lg" {...{ icon }} />;
}
