'use client';
import { useTranslations } from 'use-intl';
import { Live } from '@/components/parts/answers/live';
import { Callout } from '@/components/ui/callout';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { useBackendQuery } from '@/lib/query';
import { useGroup } from '@/lib/query/scope';
import { LinkKeyButton } from '../key-panel';
import { mostListed } from '../api-list';
import { ObjectName } from '../object-name';
import { bucketParams } from '../storage';
import { useLinkable } from '../use-key';
import { AddressPanel } from './address-panel';
import { CommandPanel } from './command-panel';
import { Facts, useFactWords } from './facts';
import { ObjectGone } from './gone';
import { placeOf } from './place';

interface Props {
  bucket: string;
  objectKey: string;
  host: string | null;
}

/** An object without a linked key: what the list of the provider's API (A60) tells of it. */
export function ListedObjectView({ bucket, objectKey, host }: Props) {
  const scope = useGroup();
  const t = useTranslations('storage-object');
  const words = useFactWords();
  const query = useBackendQuery('A60', { params: bucketParams(scope, bucket) });
  const title = <ObjectName text={placeOf(objectKey).name} />;
  return (
    <Live
      query={query}
      failed={t('failed')}
      around={(stand) => (
        <>
          <PageHeader title={title} />
          {stand}
        </>
      )}
    >
      {({ data }) => {
        const found = data.find(({ name }) => name === objectKey);
        // A list that the provider may have cut doesn't say what is missing.
        if (!found && data.length < mostListed)
          return <ObjectGone bucket={bucket} objectKey={objectKey} />;
        return (
          <>
            <PageHeader title={title} />
            <div className="grid items-start gap-4 lg:grid-cols-2">
              <div className="flex min-w-0 flex-col gap-4">
                <NeedsKey />
                {found ? (
                  <Panel title={t('facts.title')}>
                    <Facts
                      facts={[
                        words.size(found.size),
                        words.modified(found.updated_at),
                        words.type(found.content_type),
                      ]}
                    />
                  </Panel>
                ) : null}
              </div>
              <div className="flex min-w-0 flex-col gap-4">
                <AddressPanel bucket={bucket} objectKey={objectKey} host={host} />
                <CommandPanel object={{ bucket, key: objectKey }} host={host} />
              </div>
            </div>
          </>
        );
      }}
    </Live>
  );
}

/** Says what needs a storage key, and offers to link one. */
function NeedsKey() {
  const t = useTranslations('storage-object.needsKey');
  const linkable = useLinkable();
  return (
    <Callout title={t('title')} actions={linkable ? <LinkKeyButton size="sm" /> : undefined}>
      <p>{t(linkable ? 'text' : 'notSet')}</p>
    </Callout>
  );
}
