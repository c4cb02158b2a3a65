import { useMemo } from 'react';
import type { Place } from '@shared/core/model/place';
import { pageOfPlace, pagePlace, samePagePlace } from '../../state/page-owner';
import { useStudio, useView } from '../../state/studio';

/** Places written on the page that is shown, and those written elsewhere. */
export function useByPage<P extends Place>(places: readonly P[]) {
  const page = useView((state) => state.page);
  const { document } = useStudio();
  return useMemo(() => {
    const { project } = document.getState();
    const shown = page.kind === 'record' ? pagePlace(project, page) : undefined;
    const here = new Set(
      places.filter((place) => {
        const own = pageOfPlace(project, place);
        return own !== undefined && samePagePlace(own, shown);
      }),
    );
    return { here: [...here], elsewhere: places.filter((place) => !here.has(place)) };
  }, [places, page, document]);
}
