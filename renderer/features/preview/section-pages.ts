import type { PageSetup, Paper } from '@shared/core/papers/block';

/** The page set-up at a block: that of the last section begun before it or by it. */
export function pageAt({ page, blocks }: Paper, block: number): PageSetup {
  const section = blocks.slice(0, block + 1).findLast(({ type }) => type === 'section');
  return section?.type === 'section' ? section.page : page;
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
