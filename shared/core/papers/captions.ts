import type { Block, ParagraphBlock, Run } from './block';

/** Private characters that no text of a model holds: where the number of a table will stand. */
const open = '\uE000';
const close = '\uE001';
const marked = /\uE000([^\uE000\uE001]*)\uE001/g;

/** Stands for the number of a table in a sentence until all tables are numbered. */
export function referenceMark(bind: string): string {
  return `${open}${bind.slice('table.'.length)}${close}`;
}

/** Numbers the tables of a paper in the order they come to stand in. */
export interface Captions {
  /** The number of the next table, which has this caption. */
  readonly next: (id: string) => number;
  /** The blocks with the numbers where sentences refer to tables: 表3, or 表3～表7 for a repeated one. */
  readonly resolved: (blocks: readonly Block[]) => readonly Block[];
}

export function tableCaptions(): Captions {
  const numbers = new Map<string, number[]>();
  let count = 0;
  return {
    next(id) {
      count += 1;
      numbers.set(id, [...(numbers.get(id) ?? []), count]);
      return count;
    },
    resolved: (blocks) => blocks.map((block) => resolvedBlock(block, numbers)),
  };
}

function resolvedBlock(block: Block, numbers: ReadonlyMap<string, readonly number[]>): Block {
  if (block.type !== 'paragraph' || !block.runs.some(({ text }) => text.includes(open))) {
    return block;
  }
  const runs = block.runs.map((run): Run => ({
    ...run,
    text: run.text.replace(marked, (_, id: string) => words(numbers.get(id) ?? [])),
  }));
  return { ...block, runs } satisfies ParagraphBlock;
}

function words(numbers: readonly number[]): string {
  const first = numbers[0];
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return '';
  return first === last ? `表${String(first)}` : `表${String(first)}～表${String(last)}`;
}
