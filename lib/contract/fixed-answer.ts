/**
 * Fixed answers: an operator writes the answer of a read into the overrides file, because the deployment's backend
 * doesn't offer the read. They have the form of the backend's `data` and are decoded by the same wire schema.
 */
import { ContractError, readAnswer } from './answer';
import type { Ref } from './index';
import { operation } from './index';
import { pathParams } from './operation';
import { shape } from './schemas';

/** The fields of an override that give fixed answers. */
export interface FixedFields {
  answer?: unknown;
  answers?:
    readonly { for: Readonly<Record<string, string | number>>; answer?: unknown }[] | undefined;
}

/** Finds the decoded answer for an input; undefined if the operator gave none. */
export type Fixed = (input: {
  params?: Readonly<Record<string, unknown>> | undefined;
  query?: Readonly<Record<string, unknown>> | undefined;
}) => { result: unknown } | undefined;

/**
 * Reads that tell who somebody is and what a key or token may do. Sign-in, roles and rights depend on them, so a
 * fixed answer would let anybody in.
 */
const neverFixed: ReadonlySet<string> = new Set(['A04', 'D02', 'D49', 'D78']);

const isFixed = (given: FixedFields): boolean =>
  given.answer !== undefined || given.answers !== undefined;

const otherFields = ['absent', 'path', 'method', 'encoding'] as const;

/** Lists the mistakes in fixed answers, each after its field: `answer[].id: …`. */
export function checkFixed(
  ref: Ref,
  given: FixedFields & Partial<Record<(typeof otherFields)[number], unknown>>,
): string[] {
  if (!isFixed(given)) return [];
  const field = given.answer !== undefined ? 'answer' : 'answers';
  const { kind } = operation(ref);
  if (kind !== 'read') return [`${field}: only a read can have a fixed answer`];
  if (shape(ref).answer === 'file') return [`${field}: this read answers a file`];
  if (neverFixed.has(ref))
    return [`${field}: sign-in and rights go by this read, so it must be the backend's own`];
  const also = otherFields.filter((name) => given[name] !== undefined);
  if (also.length > 0) return [`${field}: can not stand together with ${also.join(', ')}`];
  return [
    ...(given.answer === undefined ? [] : checkAnswer(ref, 'answer', given.answer)),
    ...(given.answers ?? []).flatMap((one, index) => [
      ...checkNames(ref, `answers.${index}.for`, Object.keys(one.for)),
      ...checkAnswer(ref, `answers.${index}.answer`, one.answer),
    ]),
  ];
}

function checkAnswer(ref: Ref, field: string, answer: unknown): string[] {
  try {
    readAnswer(ref, { data: answer });
    return [];
  } catch (error) {
    if (!(error instanceof ContractError)) throw error;
    return error.paths.map(
      (path) => `${path.replace(/^(data|\$)/, field)}: does not fit what the operation answers`,
    );
  }
}

/** Lists names that are no path or query parameters of the operation. */
function checkNames(ref: Ref, field: string, names: readonly string[]): string[] {
  const known = [...pathParams(operation(ref).path), ...Object.keys(shape(ref).query?.shape ?? {})];
  return names
    .filter((name) => !known.includes(name))
    .map(
      (name) =>
        `${field}.${name}: no parameter of the operation; it has ${known.join(', ') || 'none'}`,
    );
}

/** Decodes the fixed answers of one operation, once; null if it has none. */
export function readFixed(ref: Ref, given: FixedFields): Fixed | null {
  if (!isFixed(given)) return null;
  const decode = (answer: unknown) => ({ result: readAnswer(ref, { data: answer }) });
  const some = (given.answers ?? []).map((one) => ({
    names: Object.entries(one.for).map(([name, value]) => [name, String(value)] as const),
    decoded: decode(one.answer),
  }));
  const whole = given.answer === undefined ? undefined : decode(given.answer);
  return ({ params, query }) => {
    const given = (name: string) => String(params?.[name] ?? query?.[name] ?? '');
    const found = some.find(({ names }) => names.every(([name, value]) => given(name) === value));
    return found?.decoded ?? whole;
  };
}
