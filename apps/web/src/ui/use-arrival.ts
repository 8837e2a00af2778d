import { useEffect, useRef, type RefObject } from 'react';

let firstPage = true;

/** For the heading of a page: focus lands on it after a navigation, not on the first page of a visit. */
export function useArrival(): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!firstPage) heading.current?.focus({ preventScroll: true });
    firstPage = false;
  }, []);
  return heading;
}
