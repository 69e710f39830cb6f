import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';
import { describe, expect, it } from 'vitest';
import { locales } from './locales';

const root = fileURLToPath(new URL('../..', import.meta.url));
const files = readdirSync(join(root, 'messages/en')).filter((name) => name.endsWith('.json'));

function texts(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    return typeof value === 'object' && value !== null
      ? texts(value, here)
      : [[here, String(value)] as [string, string]];
  });
}

function read(locale: string, file: string): Map<string, string> {
  return new Map(
    texts(JSON.parse(readFileSync(join(root, 'messages', locale, file), 'utf8')) as object),
  );
}

/** Names of the arguments and tags of a message, each with its kind. */
function args(elements: MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    if (element.type === TYPE.literal || element.type === TYPE.pound) return [];
    const own = `${element.value}:${element.type === TYPE.tag ? 'tag' : element.type === TYPE.plural || element.type === TYPE.select ? element.type : 'value'}`;
    if (element.type === TYPE.tag) return [own, ...args(element.children)];
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return [own, ...Object.values(element.options).flatMap(({ value }) => args(value))];
    }
    return [own];
  });
  return [...new Set(found)].sort();
}

/** The cases of all plurals of a message, without those for one number such as `=1`. */
function pluralCases(elements: MessageFormatElement[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === TYPE.tag) return pluralCases(element.children);
    if (element.type !== TYPE.plural && element.type !== TYPE.select) return [];
    const cases = element.type === TYPE.plural ? Object.keys(element.options) : [];
    const inner = Object.values(element.options).flatMap(({ value }) => pluralCases(value));
    return [...cases.filter((each) => !each.startsWith('=')), ...inner];
  });
}

describe.each(files)('%s', (file) => {
  const english = read('en', file);
  it.each(locales.filter((locale) => locale !== 'en'))(
    'has the same keys and arguments in %s',
    (locale) => {
      const other = read(locale, file);
      expect([...other.keys()].sort()).toEqual([...english.keys()].sort());
      for (const [key, text] of english) {
        expect([key, args(parse(other.get(key) ?? ''))]).toEqual([key, args(parse(text))]);
      }
    },
  );
  it.each(locales)('has only the plurals that %s knows, since others never show', (locale) => {
    const known = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, text] of read(locale, file)) {
      const strange = pluralCases(parse(text)).filter((each) => !known.some((one) => one === each));
      expect([key, strange]).toEqual([key, []]);
    }
  });
  it('has no empty text', () => {
    for (const locale of locales) {
      expect([...read(locale, file)].filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });
});

/** All TypeScript files that may show text. */
function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
    .map((name) => readFileSync(join(root, folder, name), 'utf8'));
}

describe('use', () => {
  const code = ['app', 'components', 'lib'].flatMap(sources).join('\n');
  const quoted = new Set(
    [...code.matchAll(/['"`]([A-Za-z0-9_.-]+)['"`]/g)].map((match) => match[1] ?? ''),
  );
  // Keys such as `states.${state}` and `${verb}.title`: the text before and after the placeholder.
  const holed = [...code.matchAll(/`([A-Za-z0-9_.-]*)\$\{[^`]*?\}([A-Za-z0-9_.-]*)`/g)]
    .map(([, before = '', after = '']) => ({ before, after }))
    .filter(({ before, after }) => before.endsWith('.') || after.startsWith('.'));
  const named = (key: string) =>
    quoted.has(key) ||
    holed.some(
      ({ before, after }) =>
        key.startsWith(before) && key.endsWith(after) && key.length > before.length + after.length,
    );
  /** Whether a key is used, completely or by its end under `useTranslations('vms.detail')`. */
  const used = (namespace: string, key: string) => {
    const parts = key.split('.');
    return parts.some((_, index) => {
      const scope = [namespace, ...parts.slice(0, index)].join('.');
      return (index === 0 || quoted.has(scope)) && named(parts.slice(index).join('.'));
    });
  };

  it.each(files)('every text of %s is used', (file) => {
    const namespace = file.replace('.json', '');
    expect([...read('en', file).keys()].filter((key) => !used(namespace, key))).toEqual([]);
  });
});
