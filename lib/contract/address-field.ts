/** The name under which a provider takes the uuid of a reserved address. Browser-safe. */

const namesAddress = (choice: unknown): choice is { uuid: unknown } =>
  typeof choice === 'object' && choice !== null && 'uuid' in choice;

function withField(choice: unknown, field: string): unknown {
  if (!namesAddress(choice)) return choice;
  const { uuid, ...others } = choice;
  return { ...others, [field]: uuid };
}

/**
 * Renames `uuid` of `reserve_external_ip`, a choice or a list of them (QA19), in an input's body to the field that the provider reads. Everything else stays as
 * it is.
 * @param field the provider's name of the field (`NUSA_RESERVED_IP_FIELD`); null and undefined leave the contract's
 */
export function withAddressField<Given extends { body?: object | undefined }>(
  input: Given,
  field: string | null | undefined,
): Given {
  const choice = (input.body as { reserve_external_ip?: unknown } | undefined)?.reserve_external_ip;
  if (!field || ![choice].flat().some(namesAddress)) return input;
  const renamed = Array.isArray(choice)
    ? choice.map((each: unknown) => withField(each, field))
    : withField(choice, field);
  return { ...input, body: { ...input.body, reserve_external_ip: renamed } };
}
