import type { PageSetup, Paper } from '@shared/core/papers/block';

/** The page set-up at a block: that of the last section begun before it or by it. */
export function pageAt({ page, blocks }: Paper, block: number): PageSetup {
  const section = blocks.slice(0, block + 1).findLast(({ type }) => type === 'section');
  return section?.type === 'section' ? section.page : page;
}

/** The blocks between two section marks; `mark` is the section's own, -1 = what stands before the first. */
interface SectionRange {
  readonly mark: number;
  readonly from: number;
  readonly to: number;
}

/** The sections of a paper one after the other: every block but the marks is in exactly one of them. */
export function sectionRanges({ blocks }: Pick<Paper, 'blocks'>): readonly SectionRange[] {
  const marks = blocks.flatMap(({ type }, index) => (type === 'section' ? [index] : []));
  return [-1, ...marks].map((mark, at) => ({
    mark,
    from: mark + 1,
    to: marks[at] ?? blocks.length,
  }));
}

type Pages = readonly (readonly { readonly block: number }[])[];

/** The number each page carries: sections may count from 1 again, or in Roman digits. */
export function printedNumbers(paper: Paper, pages: Pages): readonly string[] {
  let before: PageSetup = paper.page;
  let format = 'decimal';
  let number = 0;
  return pages.map((page) => {
    const setup = pageAt(paper, page[0]?.block ?? 0);
    number += 1;
    if (setup !== before && setup.numbers !== undefined) {
      number = setup.numbers.start ?? number;
      ({ format } = setup.numbers);
    }
    before = setup;
    return format === 'decimal' ? String(number) : (roman[number] ?? String(number));
  });
}

const roman = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
