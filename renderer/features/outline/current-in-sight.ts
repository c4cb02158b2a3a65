import { useEffectEvent, useLayoutEffect } from 'react';
import { find } from '@shared/core/model/project';
import { useStudio } from '../../state/studio';
import type { OutlineRow } from './outline-rows';
import type { Tree } from './use-tree';

/** Brings the row of the page that is shown into sight, whoever has gone there: palette, 去看看, opening. */
export function useCurrentInSight(
  { list, current }: Tree,
  rows: readonly OutlineRow[],
  tops: readonly number[],
): void {
  const { view, document } = useStudio();
  const at = rows.findIndex(({ id }) => id === current);
  const isThere = at >= 0;
  const unfold = useEffectEvent(() => {
    if (isThere || current === undefined) return;
    const { project } = document.getState();
    const { folded, setFolded } = view.getState();
    let above = find(project, current);
    while (above !== undefined) {
      if (folded.has(above.id)) setFolded(above.id, false);
      above = find(project, above.parentId);
    }
  });
  const bring = useEffectEvent(() => {
    const element = list.current;
    const [top, bottom] = [tops[at], tops[at + 1]];
    if (element === null || top === undefined || bottom === undefined) return;
    const { scrollTop, clientHeight } = element;
    if (top < scrollTop || bottom > scrollTop + clientHeight) {
      element.scrollTop = top - clientHeight / 3;
    }
  });
  // Only going there unfolds: what is folded by hand stays folded.
  useLayoutEffect(() => {
    unfold();
  }, [current]);
  // And rows that come and go elsewhere do not pull the outline back.
  useLayoutEffect(() => {
    bring();
  }, [current, isThere]);
}
