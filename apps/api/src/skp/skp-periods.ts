import type { IsoDate, Uuid } from '@ekinerja/contracts/basics';
import { addDays } from '@ekinerja/regulations/dates';

/** Days in which somebody held a post. */
export interface Period {
  postId: Uuid;
  unitId: Uuid;
  from: IsoDate;
  to: IsoDate;
}

/** Assignments to the same post that follow each other without a gap are one span. */
export function joined(posts: Period[]): Period[] {
  const spans: Period[] = [];
  for (const post of posts) {
    const last = spans[spans.length - 1];
    if (last && last.postId === post.postId && addDays(last.to, 1) === post.from) last.to = post.to;
    else spans.push({ ...post });
  }
  return spans;
}
