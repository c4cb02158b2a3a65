import { type RefObject, useEffect } from 'react';

/** How far around what is seen pages are laid out, in heights of the frame. */
const ahead = '150% 0px';

/**
 * Lays out the pages that scrolling will bring next, one at a time while nothing else is to be done, so
 * that no frame of scrolling has to. Pages far away stay out of layout: there may be hundreds. `pages`
 * says that there are others.
 */
export function usePagesAhead(frame: RefObject<HTMLElement | null>, pages: unknown): void {
  useEffect(() => {
    const root = frame.current;
    if (root === null) return undefined;
    const near = new Set<Element>();
    let waiting = 0;
    const layOutNext = () => {
      waiting = 0;
      const [shell] = near;
      if (shell === undefined) return;
      near.delete(shell);
      shell.setAttribute('data-ahead', '');
      // Asking for a size inside it is what has it laid out now and not in the next frame.
      shell.querySelector('.paper-body')?.getBoundingClientRect();
      wait();
    };
    const wait = () => {
      if (waiting === 0 && near.size > 0) waiting = requestIdleCallback(layOutNext);
    };
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) near.add(target);
          else {
            near.delete(target);
            target.removeAttribute('data-ahead');
          }
        }
        wait();
      },
      { root, rootMargin: ahead },
    );
    for (const shell of root.querySelectorAll('.paper-shell')) observer.observe(shell);
    return () => {
      observer.disconnect();
      cancelIdleCallback(waiting);
    };
  }, [frame, pages]);
}
