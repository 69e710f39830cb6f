import { PersonMark } from '@/components/parts/people/person-mark';
import { Foreign } from '@/components/ui/foreign';

/** The picture and the name at the head of the settings of an organization or project. */
export function GroupHead({
  kind,
  of: { uuid, icon, updated_at: at },
  name,
}: {
  kind: 'organizations' | 'projects';
  of: { uuid: string; icon: string | null; updated_at: string | null };
  name: string;
}) {
  return (
    <div className="mb-3 flex min-w-0 items-center gap-3">
      <PersonMark of={{ kind, uuid }} size="lg" {...{ name, icon, at }} />
      <span className="min-w-0 text-lg font-medium break-words">
        <Foreign text={name} />
      </span>
    </div>
  );
}
