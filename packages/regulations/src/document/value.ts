/** A regulation document as read: values with their citations, narrowing and removals, before inheritance. */
import type { Citation, EmployeeKind } from '@ekinerja/contracts/basics';

export type Scalar = string | number | boolean;

interface Written {
  /** The citation written at this very node; it covers the subtree. */
  cite?: Citation;
}
export interface MapValue extends Written {
  is: 'map';
  entries: Map<string, Value>;
  /** Employee kinds that this section is for; the others fall to the document below. */
  only?: EmployeeKind[];
}
export interface ListValue extends Written {
  is: 'list';
  items: Value[];
}
export interface ScalarValue extends Written {
  is: 'scalar';
  value: Scalar;
}
/** Written `none`: removes what the document below says. */
export interface RemovedValue extends Written {
  is: 'removed';
}
export type Value = MapValue | ListValue | ScalarValue | RemovedValue;

/** Plain value without citations; removals are left out. */
export function plain(value: Value): unknown {
  switch (value.is) {
    case 'scalar':
      return value.value;
    case 'removed':
      return undefined;
    case 'list':
      return value.items.map(plain);
    case 'map': {
      const result: Record<string, unknown> = {};
      for (const [key, child] of value.entries) if (child.is !== 'removed') result[key] = plain(child);
      return result;
    }
  }
}
