import { useEffect, useState } from 'react';
import type { OccupationCatalogue } from '@shared/core/occupations/occupation';

/** The catalogue of occupations, fetched when it is first wanted; undefined until then. */
export function useOccupations(wanted: boolean): OccupationCatalogue | undefined {
  const [catalogue, setCatalogue] = useState<OccupationCatalogue>();
  useEffect(() => {
    if (!wanted || catalogue !== undefined) return;
    let gone = false;
    void import('@shared/core/occupations/catalogue').then(({ occupationCatalogue }) => {
      if (!gone) setCatalogue(occupationCatalogue);
    });
    return () => {
      gone = true;
    };
  }, [wanted, catalogue]);
  return catalogue;
}
