import * as z from 'zod';
import type { ViewStore } from '../state/view-store';
import type { After } from './lane';
import type { WindowRows } from './window-rows';

const columnsKey = 'columns';
const columnsSchema = z.object({
  outlineOpen: z.boolean().nullable(),
  sideOpen: z.boolean().nullable(),
  sideTab: z.enum(['preview', 'history', 'checks', 'find']),
});
const tourKey = 'tour';
const tourSchema = z.object({ open: z.boolean(), done: z.array(z.string()).max(100) });
const writeAfterMilliseconds = 500;

/**
 * Remembers how the columns stood. A window that forgets this is no loss, so a database that does not
 * answer is left alone here; the drafts say it where it matters.
 */
export function keepWindowState(view: ViewStore, rows: WindowRows, after: After): void {
  let callOff: (() => void) | null = null;
  const write = () => {
    const { outlineOpen, sideOpen, sideTab } = view.getState();
    const value = { outlineOpen, sideOpen, sideTab };
    rows.put({ key: columnsKey, value }).then(undefined, () => undefined);
  };
  view.subscribe((state, before) => {
    const same =
      state.outlineOpen === before.outlineOpen &&
      state.sideOpen === before.sideOpen &&
      state.sideTab === before.sideTab;
    if (same) return;
    callOff?.();
    callOff = after(writeAfterMilliseconds, write);
  });
  rows.get(columnsKey).then(
    (row) => {
      const known = columnsSchema.safeParse(row?.value);
      if (known.success) view.setState(known.data);
    },
    () => undefined,
  );
}

/** Remembers how far the first-hour tour has come, so that it goes on where it was left. */
export function keepTour(view: ViewStore, rows: WindowRows): void {
  view.subscribe(({ tour }, before) => {
    if (tour !== before.tour) {
      rows.put({ key: tourKey, value: tour }).then(undefined, () => undefined);
    }
  });
  rows.get(tourKey).then(
    (row) => {
      const known = tourSchema.safeParse(row?.value);
      if (known.success) view.getState().setTour(known.data);
    },
    () => undefined,
  );
}
