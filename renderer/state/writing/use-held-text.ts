import { useLayoutEffect } from 'react';
import { useStudio } from '../studio';

/**
 * For text that becomes part of the project only when a question is answered (the reason for keeping a
 * finding, the note of a 送审稿): while it stands there nothing is called saved. Nothing of it can be
 * committed ahead, since the answer may still be no.
 */
export function useHeldText(holds: boolean): void {
  const { pending } = useStudio();
  useLayoutEffect(() => {
    if (!holds) return undefined;
    const field = pending.add(() => undefined);
    field.note('writing');
    return () => {
      field.remove();
    };
  }, [holds, pending]);
}
