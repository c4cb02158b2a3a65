import {
  type RefObject,
  startTransition,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useState,
} from 'react';
import type { Paper } from '@shared/core/papers/block';
import { layOut, type ShownPage } from './lay-out';
import { linesOf } from './paper-page';
import { withSameParts } from './same-parts';

/** A paper with the pages it was cut into. */
export interface LaidOut {
  readonly paper: Paper;
  readonly pages: readonly ShownPage[];
}

/** How many paragraphs and rows of another paper are laid out at once, and in how many parts at most. */
const linesAtOnce = 12;
const mostParts = 24;

/**
 * The pages of a paper, and how many of its lines are drawn to be measured. Another paper is drawn and laid
 * out some lines at a time, each part in a task of its own, before it is cut; after an edit there is
 * little to do, and it is done in the same frame.
 */
export function useLaidOut(paper: Paper, whole: RefObject<HTMLElement | null>) {
  const [laidOut, setLaidOut] = useState<LaidOut | null>(null);
  const [begun, setBegun] = useState<{ readonly paper: Paper; readonly lines: number } | null>(
    null,
  );
  const all = useMemo(() => paper.blocks.reduce((sum, block) => sum + linesOf(block), 0), [paper]);
  const isEdited = laidOut !== null && isOneSubject(laidOut.paper, paper);
  // What is written meanwhile does not begin it anew.
  const done = begun !== null && isOneSubject(begun.paper, paper) ? begun.lines : 0;
  const lines = isEdited
    ? all
    : Math.min(all, done + Math.max(linesAtOnce, Math.ceil(all / mostParts)));
  const put = useCallback(() => {
    if (whole.current === null) return;
    const pages = measured(whole.current, (drawn) => layOut(paper, drawn));
    setLaidOut((before) => ({ paper, pages: withSameParts(before?.pages, pages) }));
  }, [paper, whole]);
  useLayoutEffect(() => {
    if (isEdited && laidOut.paper !== paper) put();
  }, [isEdited, laidOut, paper, put]);
  useEffect(() => {
    if (isEdited || whole.current === null) return;
    measured(whole.current, (drawn) => drawn.getBoundingClientRect());
    startTransition(() => {
      if (lines === all) put();
      else setBegun({ paper, lines });
    });
  }, [isEdited, paper, lines, all, whole, put]);
  return { laidOut, lines };
}

/** What is only drawn to be measured takes part in layout and painting only then. */
function measured<Result>(drawn: HTMLElement, measure: (drawn: HTMLElement) => Result): Result {
  drawn.style.contentVisibility = 'visible';
  try {
    return measure(drawn);
  } finally {
    drawn.style.contentVisibility = 'hidden';
  }
}

function isOneSubject(left: Paper, right: Paper): boolean {
  return (
    left.subjectId === right.subjectId &&
    left.layoutId === right.layoutId &&
    left.isExcerpt === right.isExcerpt
  );
}
