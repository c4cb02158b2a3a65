import {
  type ComponentProps,
  memo,
  type MouseEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Place } from '@shared/core/model/place';
import type { PageSetup, Paper } from '@shared/core/papers/block';
import { useSettings, useView } from '../../state/studio';
import { boxesDrawn, useDrawnPages } from './drawn-pages';
import { boxesOn } from './page-part';
import { EmptyPage, PaperPage, WholePaper } from './paper-page';
import { placeAt, useFollowing } from './paper-places';
import { pixelsOf, textArea, withStandIns } from './paper-style';
import { pageAt, printedNumbers } from './section-pages';
import { type LaidOut, useLaidOut } from './use-laid-out';

interface PaperPreviewProps {
  readonly paper: Paper;
  /** Where it is opened while the cursor is in no field; null = at its beginning. */
  readonly place: Place | null;
}

const zooms = [
  { word: '适合宽度', zoom: null },
  { word: '75%', zoom: 0.75 },
  { word: '100%', zoom: 1 },
] as const;

const gap = 24;
const gapBetween = 12;

/**
 * The paper in pages. It is drawn once out of sight, measured, cut, and drawn again page by page, so
 * that what is printed is exactly what is seen. A click goes to the field; the field with the cursor is
 * marked.
 */
export function PaperPreview({ paper, place }: PaperPreviewProps) {
  const [at, setAt] = useState(0);
  return (
    <div className="preview">
      <div className="preview-bar">
        <select
          className="choice"
          aria-label="预览大小"
          value={at}
          onChange={(event) => {
            setAt(Number(event.target.value));
          }}
        >
          {zooms.map(({ word }, index) => (
            <option key={word} value={index}>
              {word}
            </option>
          ))}
        </select>
        <span className="preview-hint">点文字，回到写它的地方</span>
      </div>
      <Pages paper={useStandIns(paper)} place={place} zoom={zooms[at]?.zoom ?? null} />
    </div>
  );
}

/** The paper as this machine can draw it: fonts it lacks in the stand-ins chosen in the settings. */
function useStandIns(paper: Paper): Paper {
  const fonts = useSettings((state) => state.settings.fonts);
  const styles = useMemo(() => withStandIns(paper.styles, fonts), [paper.styles, fonts]);
  return useMemo(() => (styles === paper.styles ? paper : { ...paper, styles }), [paper, styles]);
}

/** Reached by Tab, so that the arrow keys go through its pages. */
const byKeyboard = { tabIndex: 0 } as const;

interface PagesProps extends PaperPreviewProps {
  /** 1 = as large as on paper; null = as wide as there is room. */
  readonly zoom: number | null;
}

function Pages({ paper, place, zoom }: PagesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const { laidOut, lines } = useLaidOut(paper, whole);
  const room = useRoom(frame);
  const select = useView((view) => view.select);
  const { left } = paper.page.margin;
  useLayoutEffect(() => {
    // Larger than the panel: the text begins at its left edge, the white margin stays outside.
    if (zoom !== null) frame.current?.scrollTo({ left: pixelsOf(left) * zoom });
  }, [zoom, left]);
  const shown = useMemo(() => shownPages(laidOut), [laidOut]);
  const scales = useMemo(() => scalesOf(shown, { zoom, room }), [shown, zoom, room]);
  const tops = useMemo(() => topsOf(shown, scales), [shown, scales]);
  const boxesOf = useCallback(
    (page: number) => (laidOut === null ? 0 : boxesOn(laidOut.paper, laidOut.pages[page] ?? [])),
    [laidOut],
  );
  const drawn = useDrawnPages(frame, tops, boxesOf);
  useFollowing({ frame, whole, laidOut, tops, drawn }, place);
  const go = ({ target }: MouseEvent) => {
    const place = target instanceof Element ? placeAt(target) : undefined;
    if (place) select(place);
  };
  return (
    <div className="paper-frame" ref={frame} role="region" aria-label="纸样" {...byKeyboard}>
      <div
        className="paper-whole"
        ref={whole}
        aria-hidden="true"
        style={{ width: textArea(paper.page).width }}
      >
        <WholePaper paper={paper} lines={lines} />
      </div>
      {/* Going to a field by the keyboard is what outline and palette are for. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <div className="paper-pages" onClick={go}>
        {shown.map(({ page, setup, printed }, index, { length }) => (
          <PageShell
            key={index}
            paper={laidOut?.paper ?? paper}
            page={page}
            setup={setup}
            scale={scales[index] ?? 1}
            number={index + 1}
            printed={printed}
            count={length}
            boxes={boxesDrawn(drawn, index)}
          />
        ))}
      </div>
    </div>
  );
}

type PageShellProps = ComponentProps<typeof PaperPage> & {
  readonly setup: PageSetup;
  readonly scale: number;
  /** 0 = an empty page of the same size. */
  readonly boxes: number;
};

/** A page at the size it is shown in. A paper has hundreds: one that has not changed is passed over. */
const PageShell = memo(function PageShell({ setup, scale, ...page }: PageShellProps) {
  const size = { width: pixelsOf(setup.width) * scale, height: pixelsOf(setup.height) * scale };
  if (page.boxes === 0) {
    return (
      <div className="paper-shell paper-empty" style={size}>
        <EmptyPage number={page.number} count={page.count} />
      </div>
    );
  }
  return (
    <div className="paper-shell" style={size}>
      <div className="paper-scale" style={{ transform: `scale(${String(scale)})` }}>
        <PaperPage {...page} />
      </div>
    </div>
  );
});

/** The pages with the set-up each of them has. */
function shownPages(laidOut: LaidOut | null) {
  if (laidOut === null) return [];
  const { paper, pages } = laidOut;
  const numbers = printedNumbers(paper, pages);
  return pages.map((page, index) => ({
    page,
    setup: pageAt(paper, page[0]?.block ?? 0),
    printed: numbers[index] ?? '',
  }));
}

/** As large as was chosen; fitted to the width, a page across is smaller than one that is upright. */
function scalesOf(
  shown: ReturnType<typeof shownPages>,
  { zoom, room }: { readonly zoom: number | null; readonly room: number },
): readonly number[] {
  return shown.map(({ setup }) => zoom ?? Math.max(0.2, (room - gap) / pixelsOf(setup.width)));
}

/** Where each page begins, by the style sheet: a gap before each of them. */
function topsOf(
  shown: ReturnType<typeof shownPages>,
  scales: readonly number[],
): readonly number[] {
  let top = gapBetween;
  return shown.map(({ setup }, index) => {
    const begin = top;
    top += pixelsOf(setup.height) * (scales[index] ?? 1) + gapBetween;
    return begin;
  });
}

/** The width there is for a page, in CSS pixels. */
function useRoom(frame: RefObject<HTMLDivElement | null>): number {
  const [room, setRoom] = useState(320);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    setRoom(element.clientWidth);
    const observer = new ResizeObserver(() => {
      setRoom(element.clientWidth);
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [frame]);
  return room;
}
