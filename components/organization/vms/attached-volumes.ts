/** The volumes of a machine, with their prices. Pure and browser-safe. */
import type { Result, Row } from '@/lib/contract/types';

/** A volume of a machine. */
export interface AttachedVolume {
  uuid: string;
  name: string;
  /** `boot`, `external` or another word of the provider. */
  kind: string;
  /** GB */
  size: number | null;
  mount: string | null;
  /** Its plan, as far as it is known. */
  pricing: Row<'A39'>['pricing'];
}

const kindOf = (type: string | null, tag: string | null) =>
  type ?? (tag === 'DataVolume' ? 'boot' : 'external');

type Machine = Pick<Result<'A26'>, 'uuid' | 'volumes'>;
type Listed = Pick<
  Row<'A39'>,
  'uuid' | 'label' | 'volume_type' | 'size_gb' | 'mount_point' | 'pricing' | 'instance_has_volumes'
>;

/**
 * The volumes that the machine itself names (A26), and those that the list of volumes (A39) attaches to it. Only the list
 * has prices. The boot disk is first.
 * @param listed undefined while the list isn't read
 */
export function attachedVolumes(
  { uuid, volumes }: Machine,
  listed: readonly Listed[] = [],
): AttachedVolume[] {
  const found = new Map<string, AttachedVolume>();
  const keep = (
    volume: Omit<Listed, 'pricing' | 'instance_has_volumes'>,
    tag: string | null,
    pricing: AttachedVolume['pricing'],
  ) =>
    found.set(volume.uuid, {
      uuid: volume.uuid,
      name: volume.label ?? volume.uuid,
      kind: kindOf(volume.volume_type, tag),
      size: volume.size_gb,
      mount: volume.mount_point || null,
      pricing,
    });
  for (const { volume, tag } of volumes) if (volume) keep(volume, tag, null);
  for (const volume of listed) {
    const link = volume.instance_has_volumes.find(({ source }) => source?.uuid === uuid);
    if (link || found.has(volume.uuid)) keep(volume, link?.tag ?? null, volume.pricing);
  }
  const rows = [...found.values()];
  return [
    ...rows.filter(({ kind }) => kind === 'boot'),
    ...rows.filter(({ kind }) => kind !== 'boot'),
  ];
}
