/**
 * The format of documents moves with the product; what is enacted does not. A document is stored with the format it
 * was written in, and these steps bring it to the present one each time it is read (docs/decisions/0010).
 */
import { isMap, type YAMLMap } from 'yaml';

/** Raised when a key is renamed, moved or dropped, together with a step below. */
export const FORMAT_VERSION = 1;

export interface FormatUpgrade {
  /** The format that the step leads to. */
  to: number;
  apply(top: YAMLMap): void;
}

export const UPGRADES: readonly FormatUpgrade[] = [];

/** The map at a path of keys, when it is written. */
function mapAt(top: YAMLMap, path: readonly string[]): YAMLMap | null {
  const found: unknown = path.length === 0 ? top : top.getIn(path, true);
  return isMap(found) ? found : null;
}

/** `renameKey(top, 'activities.approval.lapse', 'onLapse')`, its citation in `cites` included. */
export function renameKey(top: YAMLMap, path: string, to: string): void {
  const keys = path.split('.');
  const from = keys.pop() ?? '';
  const parent = mapAt(top, keys);
  for (const map of [parent, parent && mapAt(parent, ['cites'])]) {
    if (!map?.has(from) || map.has(to)) continue;
    map.set(to, map.get(from, true));
    map.delete(from);
  }
}

/** Takes a key away whose meaning the product no longer has. */
export function dropKey(top: YAMLMap, path: string): void {
  const keys = path.split('.');
  const key = keys.pop() ?? '';
  const parent = mapAt(top, keys);
  parent?.delete(key);
  (parent && mapAt(parent, ['cites']))?.delete(key);
}
