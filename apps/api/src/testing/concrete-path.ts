const NOBODY = '00000000-0000-4000-8000-000000000000';

/** A path with plausible values: unknown ids, existing kinds. */
export function concretePath(path: string): string {
  return path.replace(':kind', 'performance').replace(':code', 'TIDAKADA').replace(/:\w+/g, NOBODY);
}
