import { useEffect } from 'react';
import { type Studio, useStudio } from '../state/studio';
import { isFocusOnItsWay } from '../ui/use-first-field';
import { focusRegion, regionIds } from './regions';

const takesFocus =
  '[tabindex="0"], input:not(:disabled), textarea:not(:disabled), select:not(:disabled), button:not(:disabled):not([tabindex="-1"])';

/**
 * The keyboard never falls out of the window: what had the focus and went (a button that did its work, a
 * page that was left, the start page when a project opens) hands it to what stands nearest.
 */
export function useKeptFocus(): void {
  const studio = useStudio();
  useEffect(() => {
    const keeper = new Keeper(studio);
    const stops = [studio.document, studio.view, studio.opener.store].map((store) =>
      store.subscribe(keeper.soon),
    );
    window.addEventListener('focusin', keeper.note);
    window.addEventListener('focusout', keeper.soon);
    return () => {
      for (const stop of stops) stop();
      window.removeEventListener('focusin', keeper.note);
      window.removeEventListener('focusout', keeper.soon);
    };
  }, [studio]);
}

class Keeper {
  /** What had the focus last, and all it stood in, from the inside out. */
  private path: readonly Element[] = [];
  /** The project in which it was. */
  private session: string | null = null;
  private isDue = false;

  constructor(private readonly studio: Studio) {}

  readonly note = ({ target }: FocusEvent): void => {
    this.path = target instanceof Element ? pathOf(target) : [];
    this.session = this.studio.document.getState().session;
  };

  /** Looked at when what has changed is drawn, and whoever puts the focus somewhere has done so. */
  readonly soon = (): void => {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        this.isDue = false;
        if (this.isLost()) this.giveOn();
      });
    });
  };

  private isLost(): boolean {
    const { activeElement, body } = document;
    if (document.querySelector('.dialog') !== null || isFocusOnItsWay()) return false;
    const isNowhere = activeElement === null || activeElement === body;
    if (!isNowhere && !activeElement.matches(':disabled')) return false;
    const { session } = this.studio.document.getState();
    const [last] = this.path;
    // Put away by hand (a click beside everything) it is not lost.
    if (last === undefined) return session !== null;
    return !last.isConnected || last.matches(':disabled') || session !== this.session;
  }

  private giveOn(): void {
    const { document: project } = this.studio;
    const { session, history } = project.getState();
    const isOther = session !== this.session;
    this.session = session;
    if (isOther && session !== null) {
      // A new major is written in at once; one that is opened is looked at first.
      if (history.past.isEmpty() && history.isWhole) focusRegion('page');
      else focusRegion(document.getElementById(regionIds.outline) === null ? 'page' : 'outline');
      return;
    }
    if (!focusBeside(this.path)) document.getElementById(regionIds.page)?.focus();
  }
}

function pathOf(target: Element): readonly Element[] {
  const path: Element[] = [];
  for (let at: Element | null = target; at !== null; at = at.parentElement) path.push(at);
  return path;
}

/** The first that takes it in what is left of where it was; a region of the window takes it itself. */
function focusBeside(path: readonly Element[]): boolean {
  const regions: readonly string[] = Object.values(regionIds);
  for (const around of path.slice(1)) {
    if (!around.isConnected) continue;
    if (around === document.body || around === document.documentElement) return false;
    const isRegion = regions.includes(around.id);
    const found = isRegion ? around : around.querySelector(takesFocus);
    if (found instanceof HTMLElement) {
      found.focus({ preventScroll: true });
      return document.activeElement === found;
    }
  }
  return false;
}
