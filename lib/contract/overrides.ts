/**
 * The operator's corrections of the contract. If a deployment differs, a settings file (NUSA_OVERRIDES) gives a
 * reference another method, path or encoding, gives a fixed answer for a read, or says `absent`. Most Awanio paths
 * are inferred, so corrections are normal.
 */
import { z } from 'zod';
import { checkFixed, readFixed, type Fixed } from './fixed-answer';
import type { Ref } from './index';
import { isRef, operation } from './index';
import type { Encoding, Method, Operation } from './operation';
import { pathParams } from './operation';

const entry = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']).optional(),
  /** Relative to the base URL, with the contract's own parameters in braces, in any order. */
  path: z.string().optional(),
  encoding: z.enum(['none', 'json', 'form', 'multipart', 'query']).optional(),
  /** The deployment doesn't have the operation: its feature is hidden, with the reason. */
  absent: z.boolean().optional(),
  /** The `data` of the read's answer; the backend is not called. */
  answer: z.unknown().optional(),
  /** The same for some inputs only: `{ for: { tier_id: 2 }, answer: […] }`. They are tried before `answer`. */
  answers: z
    .array(
      z.strictObject({
        for: z
          .record(z.string(), z.union([z.string(), z.number()]))
          .refine((names) => Object.keys(names).length > 0, 'must name at least one parameter'),
        answer: z.unknown(),
      }),
    )
    .min(1)
    .optional(),
});
const file = z.record(z.string(), entry);

/** The corrections of one operation. */
export type Override = z.output<typeof entry>;
/** All corrections, by reference. */
export type Overrides = Readonly<Partial<Record<string, Override>>>;

/** How an operation is called on this deployment. */
export interface Effective {
  method: Method;
  path: string;
  encoding: Encoding;
  absent: boolean;
  /** Finds the operator's fixed answer; null if there is none and the backend is called. */
  fixed: Fixed | null;
}

/** The settings file is wrong; the message lists every mistake. */
export class OverridesError extends Error {}

/**
 * Reads the parsed JSON of a settings file.
 * @throws OverridesError that lists every mistake with its reference.
 */
export function parseOverrides(json: unknown): Overrides {
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    throw new OverridesError(
      mistakes(
        parsed.error.issues.map(
          (issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`,
        ),
      ),
    );
  }
  const wrong = Object.entries(parsed.data).flatMap(([ref, override]) =>
    isRef(ref)
      ? [
          ...checkPath(operation(ref), override).map((mistake) => `${ref}.path: ${mistake}`),
          ...checkFixed(ref, override).map((mistake) => `${ref}.${mistake}`),
        ]
      : [`${ref}: no operation has this reference`],
  );
  if (wrong.length > 0) throw new OverridesError(mistakes(wrong));
  return parsed.data;
}

function mistakes(lines: readonly string[]): string {
  return `The overrides file is wrong:\n${lines.map((line) => `  ${line}`).join('\n')}`;
}

/** Lists the mistakes in an overridden path, as sentences. */
export function checkPath(of: Pick<Operation, 'path'>, { path }: Override): string[] {
  if (path === undefined) return [];
  const wrong: string[] = [];
  if (!path.startsWith('/') || path.startsWith('//'))
    wrong.push('must start with one "/" (it is relative to the base URL)');
  if (path.split('/').some((segment) => /^(\.|%2e){1,2}$/i.test(segment)))
    wrong.push('may not hold "." or ".." as a segment');
  if (!/^[\w\-.~/{}%:@!$&'()*+,;=]*$/.test(path))
    wrong.push('may hold neither a query, a fragment, a space nor a backslash');
  if (/[{}]/.test(path.replace(/\{\w+\}/g, ''))) wrong.push('has a brace that names no parameter');
  const [asked, given] = [pathParams(of.path).sort(), pathParams(path).sort()];
  if (asked.join() !== given.join()) {
    wrong.push(
      `must hold the parameters ${asked.map((name) => `{${name}}`).join(', ') || '(none)'}, each once`,
    );
  }
  return wrong;
}

/** The method, path and encoding of the contract with the operator's corrections. */
export function effective(ref: Ref, overrides: Overrides = {}): Effective {
  const { method, path, encoding } = operation(ref);
  const own = overrides[ref];
  return {
    method: own?.method ?? method,
    path: own?.path ?? path,
    encoding: own?.encoding ?? encoding,
    absent: own?.absent ?? false,
    fixed: own ? readFixed(ref, own) : null,
  };
}
