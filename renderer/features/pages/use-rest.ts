import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { samePlace } from '@shared/core/model/place';
import { useView } from '../../state/studio';

/**
 * How many of the `parts` below the window's edge are drawn: none in the first drawing of a page, so that
 * the upper part can be written in, then one after the other, each laid out in a frame of its own. All
 * of them at once when a field is asked for, for it may lie below.
 */
export function useRest(pageId: RecordId, parts: number): number {
  const asked = useView(
    ({ focusRequest: request }) => request !== null && !samePlace(request, { record: pageId }),
  );
  const [due, setDue] = useState(asked ? parts : 1);
  // Kept for when what was asked for has been shown.
  if (asked && due < parts) setDue(parts);
  const hasBegun = useDeferredValue(true, asked);
  useEffect(() => {
    if (!hasBegun || due >= parts) return;
    startTransition(() => {
      setDue(due + 1);
    });
  }, [hasBegun, due, parts]);
  return hasBegun || asked ? due : 0;
}
