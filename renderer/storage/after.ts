import type { After } from './lane';

/** Later by the clock of the page. */
export const after: After = (milliseconds, run) => {
  const timer = setTimeout(run, milliseconds);
  return () => {
    clearTimeout(timer);
  };
};
