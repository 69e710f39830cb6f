/** The name under which a provider takes the uuid of a reserved address. */
import { settings } from '@/lib/settings';

type Body = Record<string, unknown> | undefined;

/**
 * Renames `uuid` of `reserve_external_ip` in a body to the field that this provider reads. Everything else stays as it is.
 * @param field the provider's name of the field; unset leaves the contract's
 */
export function withAddressField(
  body: Body,
  field: string | undefined = settings().NUSA_RESERVED_IP_FIELD,
): Body {
  const choice = body?.reserve_external_ip;
  if (field === undefined || typeof choice !== 'object' || choice === null) return body;
  if (!('uuid' in choice)) return body;
  const { uuid, ...others } = choice;
  return { ...body, reserve_external_ip: { ...others, [field]: uuid } };
}
