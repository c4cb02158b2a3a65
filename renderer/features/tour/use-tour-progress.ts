import { useEffect } from 'react';
import type { Studio } from '../../state/studio';
import { useStudio } from '../../state/studio';
import { tourSteps } from './tour-steps';

/** Notices what is really done while the tour is open; nothing is ticked by reading it. */
export function useTourProgress(open: boolean): void {
  const studio = useStudio();
  useEffect(() => {
    if (!open) return undefined;
    const { document, view } = studio;
    const calls = [
      document.subscribe(({ lastStep }, before) => {
        if (lastStep === null || lastStep === before.lastStep) return;
        for (const { id, doneBy } of tourSteps) {
          if (doneBy?.(lastStep.change) === true) tick(studio, id);
        }
      }),
      view.subscribe((now, before) => {
        for (const { id, doneIn } of tourSteps) {
          if (doneIn?.(now, before) === true) tick(studio, id);
        }
        const left = before.overlay?.kind === 'export' && now.overlay === null;
        if (left) void tickExport(studio);
      }),
    ];
    return () => {
      for (const callOff of calls) callOff();
    };
  }, [studio, open]);
}

function tick({ view }: Studio, id: string): void {
  const { tour, setTour } = view.getState();
  if (!tour.done.includes(id)) setTour({ done: [...tour.done, id] });
}

/** Papers of this project are kept on this machine: it was exported. */
async function tickExport(studio: Studio): Promise<void> {
  const { platform, document } = studio;
  const projectId = document.getState().standing?.projectId;
  const kept = await platform['keptExports:list']();
  if (kept.ok && kept.value.some((run) => run.projectId === projectId)) tick(studio, 'export');
}
