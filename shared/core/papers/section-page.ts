import type { PageSetup } from './block';
import type { BlockOf } from './layout';
import { type Making, sentenceRuns } from './making';

/** The page set-up of a section: the layout's own page with what the section says. */
export function sectionPage(making: Making, block: BlockOf<'section'>): PageSetup {
  const { page } = making.layout;
  const upright = page.orientation === block.orientation ? page : turned(page);
  const { headerTerm, footer = page.footer, numbers } = block;
  const header =
    headerTerm === undefined
      ? ''
      : sentenceRuns(making, headerTerm)
          .map(({ text }) => text)
          .join('');
  return { ...upright, header, footer, numbers };
}

/** The same page on its side; pages are counted on. */
export function turned(page: PageSetup): PageSetup {
  const { width, height, margin, orientation } = page;
  return {
    ...page,
    orientation: orientation === 'portrait' ? 'landscape' : 'portrait',
    width: height,
    height: width,
    margin: orientation === 'portrait' ? clockwise(margin) : back(margin),
    numbers: undefined,
  };
}

type Margin = PageSetup['margin'];

/** The head of the sheet comes to lie on the right. */
function clockwise({ top, bottom, left, right }: Margin): Margin {
  return { top: left, right: top, bottom: right, left: bottom };
}

function back({ top, bottom, left, right }: Margin): Margin {
  return { left: top, top: right, right: bottom, bottom: left };
}
