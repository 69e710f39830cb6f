import type { KeyboardEvent } from 'react';
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form';

/** What Enter is pressed in: a field of one line, or a choice. Buttons, links and text areas keep their own Enter. */
const takesEnter = (target: EventTarget): target is HTMLInputElement | HTMLSelectElement =>
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLInputElement && !['button', 'submit', 'file'].includes(target.type));

/** The fields of a form in their order, each group of radio buttons as the one that Tab would stop at. */
export function stopsOf(form: HTMLFormElement): HTMLElement[] {
  const seen = new Set<string>();
  return [...form.elements].filter((each): each is HTMLElement => {
    if (each instanceof HTMLButtonElement) return each.type === 'submit';
    if (!(each instanceof HTMLElement) || !('name' in each) || each.matches(':disabled'))
      return false;
    if (each instanceof HTMLFieldSetElement || each.hidden) return false;
    if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
    const group = form.querySelector(`input[type=radio][name="${each.name}"]:checked:enabled`);
    if (group ? group !== each : seen.has(each.name)) return false;
    seen.add(each.name);
    return true;
  });
}

/** The field after `at`, for a radio button the one after its group. */
function after(form: HTMLFormElement, at: HTMLInputElement | HTMLSelectElement) {
  const stops = stopsOf(form);
  const here = stops.findIndex(
    (each) =>
      each === at ||
      (at.type === 'radio' && each instanceof HTMLInputElement && each.name === at.name),
  );
  return stops[here + 1];
}

/**
 * What Enter does in a form that only its button may send, since it orders something: it goes on to the next field. Where
 * the field isn't right, it says so and stays. After the last field it goes to the first that still misses something, or
 * else to the button.
 */
export function goOn<Values extends FieldValues>(form: UseFormReturn<Values>) {
  return (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    const { target, currentTarget } = event;
    if (!takesEnter(target)) return;
    event.preventDefault();
    void (async () => {
      const known = Object.hasOwn(form.getValues(), target.name);
      if (known && !(await form.trigger(target.name as FieldPath<Values>))) return target.focus();
      const next = after(currentTarget, target);
      if (!(next instanceof HTMLButtonElement)) return next?.focus();
      if (await form.trigger(undefined, { shouldFocus: true })) next.focus();
    })();
  };
}
