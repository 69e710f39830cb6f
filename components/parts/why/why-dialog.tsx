'use client';
import { useTranslations } from 'use-intl';
import { useShell } from '@/components/parts/shell/context';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { isolatedNode } from '@/components/ui/foreign';
import { ownIdentity } from '@/lib/contract/view-as';
import { IntlMore } from '@/lib/intl/provider';
import type { GroupScope } from '@/lib/paths';
import { usePerson } from '@/lib/query/person';
import { Admins } from './admins';
import { answerWhy } from './answer';
import type { Asked } from './why';

interface Props {
  asked: Asked;
  onClose: () => void;
}

/** “Why can't I?”: the right that is missing, the roles that have it, and the admins who can give it. */
export function WhyDialog({ words, ...props }: Props & { words: string }) {
  return (
    <IntlMore src={words}>
      <Answer {...props} />
    </IntlMore>
  );
}

/** The person's role in an organization or project, and the names of both. */
function useNames({ org, project }: GroupScope) {
  const { scopes } = useShell();
  const owner = scopes.find(({ key }) => key === `o/${org}`);
  const found = project === undefined ? owner : scopes.find(({ key }) => key === `p/${project}`);
  const inProject = found?.kind === 'project' ? found : null;
  return {
    role: found && found.kind !== 'account' ? found.role : null,
    inOrganization: owner !== undefined,
    organization: owner?.label ?? inProject?.organizationName ?? null,
    project: project === undefined ? null : (inProject?.label ?? null),
  };
}

function Answer({ asked: { lacking, group }, onClose }: Props) {
  const t = useTranslations('rights');
  const ui = useTranslations('ui');
  const shell = useTranslations('shell');
  const { person, finance } = useShell();
  const { role, inOrganization, organization, project } = useNames(group);
  const at = group.project === undefined ? 'organization' : 'project';
  const { place, roles } = answerWhy(lacking, at, finance);
  const right = t(lacking.see ? 'why.see' : 'why.change', { area: t(`areas.${lacking.area}`) });
  const where = (place === 'project' ? project : organization) ?? t(`why.places.${place}`);
  const [enough] = roles;
  const { identity } = usePerson();
  const id = ownIdentity(identity).replace(/^awanio:/, '');
  const letter = t('why.letter', {
    right,
    place: where,
    role: t(`roles.${enough ?? 'admin'}`),
    name: person.name,
    id,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={shell('why')}
      footer={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      <div className="flex flex-col gap-4">
        <div>
          <p>
            {role ? t('why.role', { role: t(`roles.${role}`), place: project ?? where }) : null}{' '}
            {t('why.lacks', { right })}
          </p>
          <p>
            {t('why.has', {
              roles: roles.map((each) => t(`roles.${each}`)).join(', '),
              place: where,
            })}
          </p>
          {at === 'project' && place === 'organization' ? (
            <p className="text-muted">{t('why.ofOrganization')}</p>
          ) : null}
        </div>
        <section>
          <h3 className="mb-1 font-medium">{t('why.admins')}</h3>
          <Admins
            org={inOrganization ? group.org : null}
            project={place === 'project' ? group.project : undefined}
          />
        </section>
        <section>
          <div className="mb-1 flex items-center justify-between gap-2">
            <h3 className="font-medium">{t('why.ask')}</h3>
            <CopyButton text={letter} label={t('why.copy')} words />
          </div>
          <p className="border-line bg-sunken rounded border p-3 break-words whitespace-pre-line">
            {isolatedNode(letter)}
          </p>
        </section>
      </div>
    </Dialog>
  );
}
