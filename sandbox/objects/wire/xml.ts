/** Writes answers as XML, and reads the XML that clients send. */
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { S3Refusal } from './refusal';

/** An element's content; a list stands for several elements of one name, and null or undefined for none. */
export type XmlValue =
  string | number | boolean | Date | null | undefined | XmlNode | readonly XmlValue[];
export interface XmlNode {
  readonly [name: string]: XmlValue;
}

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Control characters are written as numbers, as S3 does, also those that XML 1.0 has no place for. */
const escapeXml = (text: string) =>
  text.replace(
    /[&<>"\u0000-\u0008\u000b-\u001f\r\ufffe\uffff]/g,
    (sign) => escapes[sign] ?? `&#x${sign.charCodeAt(0).toString(16)};`,
  );

function element(name: string, value: XmlValue): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map((one: XmlValue) => element(name, one)).join('');
  if (value instanceof Date) return `<${name}>${value.toISOString()}</${name}>`;
  if (typeof value !== 'object') return `<${name}>${escapeXml(String(value))}</${name}>`;
  const inner = Object.entries(value as XmlNode).map(([child, one]) => element(child, one));
  return `<${name}>${inner.join('')}</${name}>`;
}

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

/** A whole document. @param bare without S3's namespace, as errors are */
export function writeXml(root: string, content: XmlNode, bare = false): string {
  const text = element(root, content);
  const named = bare ? text : text.replace(`<${root}>`, `<${root} xmlns="${namespace}">`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${named}`;
}

/** An element that was read: texts and elements by name, each name a list. */
export interface XmlElement {
  texts(name: string): string[];
  text(name: string): string | null;
  elements(name: string): XmlElement[];
}

const parser = new XMLParser({
  ignoreAttributes: true,
  ignoreDeclaration: true,
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
  isArray: () => true,
});

function listOf(node: unknown, name: string): unknown[] {
  const found: unknown = typeof node === 'object' && node !== null ? Reflect.get(node, name) : null;
  return Array.isArray(found) && Object.hasOwn(node as object, name) ? found : [];
}

function wrap(node: unknown): XmlElement {
  const texts = (name: string) => listOf(node, name).map((one) => textIn(one));
  return {
    texts,
    text: (name) => texts(name)[0] ?? null,
    elements: (name) => listOf(node, name).map(wrap),
  };
}

function textIn(node: unknown): string {
  if (typeof node === 'string') return node;
  const [text] = listOf(node, '#text');
  return typeof text === 'string' ? text : '';
}

/** Reads a document whose outermost element has this name. Document types are refused: they could name entities. */
export function readXml(text: string, root: string): XmlElement {
  if (/<!DOCTYPE/i.test(text) || XMLValidator.validate(text) !== true)
    throw new S3Refusal('MalformedXML');
  try {
    const [found] = listOf(parser.parse(text), root);
    if (found !== undefined) return wrap(found);
  } catch {
    // The parser refuses what the validator let pass.
  }
  throw new S3Refusal('MalformedXML');
}
