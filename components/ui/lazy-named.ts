import { lazy, type ComponentType, type ReactNode } from 'react';

/**
 * Makes a component that loads when it is first shown. It is `lazy` for a module without a default export.
 * @param load imports the module
 * @param name of the component in it
 */
export function lazyNamed<
  Name extends string,
  Module extends Record<Name, (props: never) => ReactNode>,
>(load: () => Promise<Module>, name: Name): Module[Name] {
  const named = load as unknown as () => Promise<Record<Name, ComponentType>>;
  const Shown = lazy(async () => ({ default: (await named())[name] }));
  return Shown as unknown as Module[Name]; // the type keeps the component's props, also generic ones
}
