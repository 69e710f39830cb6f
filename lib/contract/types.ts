/** Types of inputs and results by reference. Import with `import type` only: this names server schemas. */
import type { Ref } from './index';
import type { allShapes } from './schemas';
import type { InputOf, ResultOf, WireOf } from './shape';

export type { List, Page, Sentence } from './shape';

type ShapeOf<R extends Ref> = (typeof allShapes)[R];

/** The input of an operation: `{ params?, query?, body? }`. */
export type Input<R extends Ref> = InputOf<ShapeOf<R>>;
/** The decoded result of an operation. */
export type Result<R extends Ref> = ResultOf<ShapeOf<R>>;
/** The backend's data inside its envelope. */
export type Wire<R extends Ref> = WireOf<ShapeOf<R>>;
/** One row of a list operation. */
export type Row<R extends Ref> = Result<R> extends { data: (infer Item)[] } ? Item : never;
