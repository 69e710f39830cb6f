/** The name under which a provider takes the uuid of a reserved address. Browser-safe. */

/**
 * Renames `uuid` of `reserve_external_ip` in an input's body to the field that the provider reads. Everything else stays as
 * it is.
 * @param field the provider's name of the field (`NUSA_RESERVED_IP_FIELD`); null and undefined leave the contract's
 */
export function withAddressField<Given extends { body?: object | undefined }>(
  input: Given,
  field: string | null | undefined,
): Given {
  const choice = (input.body as { reserve_external_ip?: unknown } | undefined)?.reserve_external_ip;
  if (!field || typeof choice !== 'object' || choice === null || !('uuid' in choice)) return input;
  const { uuid, ...others } = choice;
  return { ...input, body: { ...input.body, reserve_external_ip: { ...others, [field]: uuid } } };
}
