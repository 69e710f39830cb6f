/** The form in which a provider takes icons. Browser-safe. */
import { pictureKind, pictureTypes } from './reading/pictures';

/** The media type of base64 text by its first bytes; PNG where they tell nothing. */
function typeOf(base64: string): string {
  const head = Uint8Array.from(atob(base64.slice(0, 16)), (char) => char.charCodeAt(0));
  return pictureTypes[pictureKind(head) ?? 'png'];
}

/**
 * Gives the `icon` of an input's body the form that the provider reads. Everything else stays as it is.
 * @param format `bare` base64, or `data` for a data URI (`NUSA_ICON_FORMAT`)
 */
export function withIconFormat<Given extends { body?: object | undefined }>(
  input: Given,
  format: 'bare' | 'data',
): Given {
  const { icon } = (input.body ?? {}) as { icon?: unknown };
  if (typeof icon !== 'string' || icon === '') return input;
  const bare = icon.replace(/^data:[^,]*,/, '');
  const sent = format === 'bare' ? bare : `data:${typeOf(bare)};base64,${bare}`;
  return { ...input, body: { ...input.body, icon: sent } };
}
