import { useDeferredValue } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { useView } from '../../state/studio';

/**
 * False for the first drawing of a page and true right after it: what lies below the window's edge is
 * drawn once the upper part can be written in. True from the start when a field is asked for, for it
 * may lie below.
 */
export function useRest(pageId: RecordId): boolean {
  const asked = useView(
    ({ focusRequest: request }) =>
      request !== null && !(request.recordId === pageId && request.field === null),
  );
  return useDeferredValue(true, asked);
}
