/** Which operations may answer with what a person sees once or only as a file. Server only. */
import type { z } from 'zod';
import type { Ref } from './index';
import { shape } from './schemas';
import { visibility, type Shape } from './shape';
import { settle } from './walk';

const known = new Map<Ref, boolean>();

/** Whether the shape of an answer holds a `once` or `download` field at any depth, or is a file. */
export function hasSecret(form: Pick<Shape, 'answer' | 'wire'>): boolean {
  if (form.answer === 'file') return true;
  const seen = new Set<z.core.$ZodType>();
  const visit = (schema: z.core.$ZodType): boolean => {
    if (seen.has(schema)) return false;
    seen.add(schema);
    const { node, passed } = settle(schema);
    const marks = passed.map((part) => visibility.get(part)?.visibility);
    if (marks.includes('once') || marks.includes('download')) return true;
    switch (node.kind) {
      case 'array':
        return visit(node.item);
      case 'union':
        return node.options.some(visit);
      case 'object':
        return Object.values(node.fields).some(visit);
      default:
        return false;
    }
  };
  return form.wire ? visit(form.wire) : false;
}

/**
 * Whether an operation may answer with a secret that is shown once, or with what only a file holds. Such an answer isn't
 * compressed: its length would tell how much of it equals what somebody else chose (BREACH).
 */
export function showsSecret(ref: Ref): boolean {
  const ready = known.get(ref);
  if (ready !== undefined) return ready;
  const has = hasSecret(shape(ref));
  known.set(ref, has);
  return has;
}
