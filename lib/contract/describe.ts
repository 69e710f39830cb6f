/** Describes a value by its types and the key names that the contract knows, never by its content. */

const depthLimit = 5;
const keyLimit = 40;
const lengthLimit = 800;

/**
 * Describes a value like `{ data: array(20) of { uuid: number, name: string, 3 other keys }, result: boolean }`.
 * Unknown keys are counted, not named: a key itself may be a secret.
 * @param known the names that may be written
 */
export function describeShape(value: unknown, known: ReadonlySet<string>): string {
  const text = describe(value, known, 0);
  return text.length > lengthLimit ? `${text.slice(0, lengthLimit)}…` : text;
}

function describe(value: unknown, known: ReadonlySet<string>, depth: number): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    if (value.length === 0) return 'array(0)';
    return depth >= depthLimit
      ? `array(${value.length})`
      : `array(${value.length}) of ${describe(value[0], known, depth + 1)}`;
  }
  if (typeof value === 'string') return value === '' ? 'empty string' : 'string';
  if (typeof value !== 'object') return typeof value;
  const entries = Object.entries(value);
  if (depth >= depthLimit) return `object(${entries.length})`;
  const named = entries.filter(([key]) => known.has(key)).slice(0, keyLimit);
  const parts = named.map(([key, item]) => `${key}: ${describe(item, known, depth + 1)}`);
  const others = entries.length - named.length;
  if (others > 0) parts.push(`${others} other ${others === 1 ? 'key' : 'keys'}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
