import { useCallback, useEffect, useState } from 'react';
import type { AsidePlace, ProjectPlace } from '@shared/ipc/contract';
import { useStudio } from '../../state/studio';

export interface StartList {
  readonly recent: readonly ProjectPlace[];
  readonly documents: readonly ProjectPlace[];
  /** What was put aside, and edits that no file has. */
  readonly aside: readonly AsidePlace[];
  /** '' when the lists could be read. */
  readonly failure: string;
}

/** The files the shell knows of; asked again after one is forgotten. */
export function useStartList(): { readonly list: StartList | null; readonly reload: () => void } {
  const { platform } = useStudio();
  const [list, setList] = useState<StartList | null>(null);
  const reload = useCallback(() => {
    void platform['start:list']().then((reply) => {
      setList(
        reply.ok
          ? { ...reply.value, failure: '' }
          : { recent: [], documents: [], aside: [], failure: reply.failure.message },
      );
    });
  }, [platform]);
  useEffect(reload, [reload]);
  return { list, reload };
}
