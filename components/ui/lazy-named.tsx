'use client';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { LoadGuard, type MissingPart } from './load-guard';
import { Taken } from './taken';

type Given = Record<string, unknown> & {
  onClose?: () => void;
  instead?: ReactNode;
  meanwhile?: ReactNode;
};

/**
 * A component that loads when it is first shown: `lazy` for a module without a default export. If its code doesn't
 * come, the page stays, and the part can be asked for again: by a button, by the network that is back, or by opening it
 * again. What has an `onClose` opens over the page; until it is there, its `meanwhile` is shown,
 * or else what was pressed is marked.
 * @param load imports the module
 * @param name of the component in it
 * @returns the component. Its `prepare` loads the code before it is shown.
 */
export function lazyNamed<
  Name extends string,
  Module extends Record<Name, (props: never) => ReactNode>,
>(
  load: () => Promise<Module>,
  name: Name,
  missing: MissingPart = 'notice',
): Module[Name] & { prepare: () => void } {
  const named = load as unknown as () => Promise<Record<Name, ComponentType<Given>>>;
  const make = () => lazy<ComponentType<Given>>(async () => ({ default: (await named())[name] }));
  let Part = make();
  const Shown = (props: Given) => {
    const opens = 'onClose' in props;
    const part = (
      <LoadGuard
        missing={opens ? 'over' : missing}
        instead={props.instead}
        onClose={props.onClose}
        load={load}
        onFailed={() => {
          Part = make(); // React keeps a failed one for good
        }}
      >
        {() => <Part {...props} />}
      </LoadGuard>
    );
    return opens ? <Suspense fallback={props.meanwhile ?? <Taken />}>{part}</Suspense> : part;
  };
  const prepare = () => void load().catch(() => {}); // whoever shows it tells of a failure
  return Object.assign(Shown, { prepare }) as unknown as Module[Name] & { prepare: () => void };
}
