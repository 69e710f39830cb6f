/** Reads host names. Each refusal names the broken rule. */
import { refuse, type Reading } from './fault';
import { firstOutside, nameOfCharacter } from './text';

/** Shortens a name for a message. */
const shortened = (label: string) => (label.length > 24 ? `${label.slice(0, 24)}…` : label);

/** Letters and digits of any script. Other ASCII characters are refused by the rules of host names. */
const international = /[\p{L}\p{M}\p{N}\u200C\u200D\u30FB\u00B7]/u;

/** The DNS form of an international name: `bücher.example` → `xn--bcher-kva.example`; null if it has none. */
function toAscii(name: string): string | null {
  try {
    return new URL(`http://${name}`).hostname;
  } catch {
    return null;
  }
}

function labelFault(label: string): { fault: string } | null {
  if (label === '') return refuse('hostname_dots');
  if (label.length > 63)
    return refuse('hostname_label_long', { label: shortened(label), length: label.length });
  if (label.startsWith('-') || label.endsWith('-'))
    return refuse('hostname_hyphen', { label: shortened(label) });
  return null;
}

/** The name in ASCII, or the reason why it has no such form. */
function inAscii(text: string): Reading {
  const name = text.normalize('NFC').replace(/[\u3002\uFF0E\uFF61]/g, '.');
  const character = firstOutside(name, /[A-Za-z\d.-]/);
  if (character === undefined) return { value: name };
  const wrong = [...name].find((one) =>
    one <= '\u007F' ? !/[A-Za-z\d.-]/.test(one) : !international.test(one),
  );
  if (wrong !== undefined)
    return refuse(/\s/.test(wrong) ? 'hostname_space' : 'hostname_character', {
      character: nameOfCharacter(wrong),
    });
  const ascii = toAscii(name);
  return ascii === null ? refuse('hostname_international') : { value: ascii };
}

/**
 * Reads a host name (source: RFC 1123): labels of 1 to 63 letters, digits and inner hyphens, at most 253 characters.
 * Spaces around it and one final dot are dropped; an international name becomes its ASCII form.
 * Codes: required, hostname_address, hostname_space, hostname_character, hostname_dots, hostname_label_long,
 * hostname_hyphen, hostname_long, hostname_international.
 */
export function readHostname(text: string): Reading {
  const typed = text.trim().replace(/[.\u3002\uFF0E\uFF61]$/, '');
  if (typed === '') return refuse('required');
  const { value: name, fault } = inAscii(typed);
  if (name === undefined) return { fault };
  if (/^\d+(\.\d+){3}$/.test(name)) return refuse('hostname_address');
  for (const label of name.split('.')) {
    const wrong = labelFault(label);
    if (wrong) return wrong;
  }
  if (name.length > 253) return refuse('hostname_long', { length: name.length });
  return { value: name };
}

/**
 * Reads a host name that is more than digits, since Awanio refuses plain numbers. Codes of `readHostname`, and
 * hostname_number.
 */
export function readNamedHost(text: string): Reading {
  const read = readHostname(text);
  return read.value !== undefined && /^\d+$/.test(read.value) ? refuse('hostname_number') : read;
}

/**
 * Reads a full domain name and converts it to lower case, for reverse DNS. Codes of `readHostname`, and
 * hostname_whole.
 */
export function readDomain(text: string): Reading {
  const { value, fault } = readHostname(text);
  if (value === undefined) return { fault };
  if (!value.includes('.')) return refuse('hostname_whole', { name: shortened(value) });
  return { value: value.toLowerCase() };
}

/** The form in which an international name is sent; null if the name is sent as typed. */
export function asciiForm(text: string): string | null {
  const typed = text.trim();
  const { value } = readHostname(typed);
  return value !== undefined && /[^\u0000-\u007F]/.test(typed) ? value : null;
}

/**
 * Reads the name of a Kubernetes cluster, which is a Helm release's and a part of host names: a lower-case label of at
 * most 53 characters, which may begin with a digit (`433e40`). Codes: required, too_long_by, cluster_name_invalid.
 */
export function readClusterName(text: string): Reading {
  const name = text.trim();
  if (name === '') return refuse('required');
  if (name.length > 53) return refuse('too_long_by', { max: 53, length: name.length });
  return /^[a-z\d]([a-z\d-]*[a-z\d])?$/.test(name)
    ? { value: name }
    : refuse('cluster_name_invalid');
}

/**
 * Reads the name of a bucket (source: the naming rules of Amazon S3): 3 to 63 lower-case letters, digits, dots and hyphens, a letter
 * or digit at both ends, no two dots in a row, and no IP address. Codes: required, bucket_name_invalid.
 */
export function readBucketName(text: string): Reading {
  const name = text.trim();
  if (name === '') return refuse('required');
  return /^(?!.*\.\.)(?!\d+\.\d+\.\d+\.\d+$)[a-z\d][a-z\d.-]{1,61}[a-z\d]$/.test(name)
    ? { value: name }
    : refuse('bucket_name_invalid');
}

/**
 * Reads the subdomain of an object storage: a lower-case label of host names, at most 63 characters. Codes: required, too_long_by,
 * subdomain_invalid.
 */
export function readSubdomain(text: string): Reading {
  const name = text.trim();
  if (name === '') return refuse('required');
  if (name.length > 63) return refuse('too_long_by', { max: 63, length: name.length });
  return /^[a-z\d]([a-z\d-]*[a-z\d])?$/.test(name) ? { value: name } : refuse('subdomain_invalid');
}
