/** The file cannot be read at all, as opposed to holding wrong values. */
export class UnreadableFile extends Error {}

/** More rows than one import may hold. */
export class TooManyRows extends Error {}
