/**
 * Pages that wait a moment for their reads, so that they paint in one piece. A `loading.tsx` can't do this: it is a
 * boundary above the page, so its outline is always painted first, and React delays what replaces it. Server only.
 */
import type { ComponentType, ReactNode } from 'react';
import { Outlined } from './outlined';

type Content = Promise<Awaited<ReactNode>>;

/** Milliseconds that a page waits for its reads before it shows its outline. */
const outlineDelay = 150;

/** The value of a promise if it settles within `milliseconds`, else null. @throws what the promise is rejected with */
export async function settledWithin<Value>(
  promise: Promise<Value>,
  milliseconds = outlineDelay,
): Promise<{ value: Value } | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), milliseconds);
  });
  try {
    return await Promise.race([promise.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Shows content at once if it loads soon, else its outline until it has loaded. */
export async function ContentOrOutline({
  outline,
  children,
}: {
  outline: ReactNode;
  children: Content;
}) {
  const come = await settledWithin(children);
  return (
    <Outlined late={!come} outline={come ? null : outline}>
      {come ? come.value : children}
    </Outlined>
  );
}

/**
 * Makes a page or layout with reads: `export default withOutline(ListLoading, VolumesPage)`. `page` awaits all its
 * reads itself, since reads of its components aren't waited for. What it throws soon enough (`notFound()`,
 * `redirect()`) sets the status of the answer.
 */
export function withOutline<Props>(
  Outline: ComponentType,
  page: (props: Props) => Content,
): (props: Props) => ReactNode {
  return function PageWithOutline(props) {
    return <ContentOrOutline outline={<Outline />}>{page(props)}</ContentOrOutline>;
  };
}
