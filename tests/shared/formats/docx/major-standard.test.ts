import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { type Project, projectOf } from '@shared/core/model/project';
import type { CellBlock, Paper } from '@shared/core/papers/block';
import { buildPaper, type PaperRequest } from '@shared/core/papers/build-paper';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { samples } from '@shared/core/samples/index';
import { gridColumns } from '@shared/formats/docx/table-xml';
import { writeDocx } from '@shared/formats/docx/write-docx';
import { sampleOrigin, tablesOf, valueOf } from '../../../helpers/sample-paper';

/** The standard of the whole major 汽车维修; other readers than ours hold it against project.json in whole-major.test.ts. */

const records = samples.find(({ id }) => id === 'qiche-weixiu')?.records(seededRandom(4)) ?? [];
const courseTablesOf = ({ blocks }: Paper) =>
  tablesOf(blocks).filter(({ tight }) => tight === true);
const wordsOf = ({ blocks }: CellBlock) =>
  blocks.flatMap(({ runs }) => runs.map(({ text }) => text)).join('');
const request = {
  kind: 'majorStandard',
  layoutId: 'major-standard.national',
  subjectId: null,
} as const;

let project: Project;
let paper: Paper;
let bytes: Uint8Array;
beforeAll(async () => {
  project = projectOf(records);
  paper = valueOf(buildPaper(project, request));
  bytes = await writeDocx(paper, sampleOrigin);
}, 60_000);

describe('the standard of a whole major', () => {
  it('keeps a 课程表 that fits a page on one page, and its total with the last sum', () => {
    const school = valueOf(buildPaper(project, { ...request, layoutId: 'major-standard.school' }));
    const wholes = (made: Paper) =>
      courseTablesOf(made).map(({ rows }) => rows.slice(0, -1).every((row) => row.keepWithNext));
    expect(wholes(paper)).toEqual([true, true, true, true, true]);
    expect(wholes(school)).toEqual([true, true, false, false, false]);
    const all = [paper, school].flatMap(courseTablesOf);
    expect(all.every(({ rows }) => rows.at(-2)?.keepWithNext)).toBe(true);
  });

  it('lists 工学一体化课程 only in its official 课程表, and all four kinds in the one of schools', () => {
    const [official] = courseTablesOf(paper);
    const heads = official?.rows[0]?.cells.map(wordsOf);
    expect(heads).toEqual(['序号', '课程名称', '基准学时', '学时分配']);
    const words = official?.rows.flatMap(({ cells }) => cells.map(wordsOf)) ?? [];
    expect(words).not.toContain('小计');
    expect(words).not.toContain('数学');
    expect(official?.rows.at(-1)?.cells.slice(0, 2).map(wordsOf)).toEqual(['总学时', '940']);
    const school = valueOf(buildPaper(project, { ...request, layoutId: 'major-standard.school' }));
    const kinds = courseTablesOf(school)[0]?.rows.flatMap(({ cells }) => cells.map(wordsOf)) ?? [];
    expect(kinds.filter((one) => one === '小计')).toHaveLength(4);
    expect(kinds).toContain('数学');
  });

  it('begins every 课程表 after the first on a new page', () => {
    const heads = paper.blocks.flatMap((block, at) =>
      block.type === 'heading' && block.runs.some(({ text }) => text.includes('课程表'))
        ? [at]
        : [],
    );
    expect(heads).toHaveLength(5);
    const before = heads.slice(1).map((at) => paper.blocks[at - 1]?.type);
    expect(before).toEqual(['pageBreak', 'section', 'pageBreak', 'pageBreak']);
  });

  it('has the same bytes when it is made again', async () => {
    const again = valueOf(buildPaper(project, request));
    expect(await writeDocx(again, sampleOrigin)).toEqual(bytes);
  });

  it('gives every entry of the 目录 a page, never before the entry above it', () => {
    const entries = paper.blocks.flatMap((block) =>
      block.type === 'paragraph' && block.entry !== undefined ? [Number(block.entry.page)] : [],
    );
    expect(entries.length).toBeGreaterThan(40);
    expect(entries).toEqual(entries.toSorted((left, right) => left - right));
    expect(entries.at(-1)).toBeGreaterThan(80);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).not.toContain('w:dirty');
  });

  it('has room for the whole cover on its first page', () => {
    const cover = paper.blocks.slice(0, paper.blocks.findIndex(isSection));
    const height = cover.reduce((sum, block) => {
      const style = block.type === 'paragraph' ? paper.styles[block.style] : undefined;
      const line = style !== undefined && 'points' in style.line ? style.line.points : 0;
      return sum + line + (style?.spaceBefore ?? 0) + (style?.spaceAfter ?? 0);
    }, 0);
    const { height: sheet, margin } = paper.page;
    expect(height).toBeLessThan(((sheet - margin.top - margin.bottom) * 72) / 25.4 - 40);
  });

  it('has paired bookmarks with unique short names', () => {
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    const names = [...xml.matchAll(/<w:bookmarkStart w:name="([^"]*)"/g)].map(([, name]) => name);
    const ends = [...xml.matchAll(/<w:bookmarkEnd /g)];
    expect(names.length).toBeGreaterThan(3000);
    expect(new Set(names).size).toBe(names.length);
    expect(ends.length).toBe(names.length);
    expect(names.every((name) => (name ?? '').length <= 40)).toBe(true);
  });
});

const wholeMajor = paperKinds
  .filter(({ subject }) => subject === 'major')
  .flatMap(({ id, layouts }) => layouts.map((layout) => [id, layout.id] as const));

describe.each(wholeMajor)('%s in layout %s', (kind, layoutId) => {
  it('keeps every table inside the text of its page and every row inside the grid', () => {
    const asked: PaperRequest = { kind, layoutId, subjectId: null };
    const { blocks, page } = valueOf(buildPaper(project, asked));
    let room = roomOf(page);
    for (const block of blocks) {
      if (block.type === 'section') room = roomOf(block.page);
      if (block.type !== 'table') continue;
      expect(block.widths.reduce((sum, width) => sum + width, 0)).toBeLessThanOrEqual(room);
      const columns = gridColumns(block);
      for (const [index, row] of block.rows.entries()) {
        const last = row.cells.length - 1;
        const end = (columns[index]?.[last] ?? 0) + (row.cells[last]?.columnSpan ?? 0);
        expect(end).toBeLessThanOrEqual(block.widths.length);
      }
    }
    expect(tablesOf(blocks).every(({ rows }) => rows.at(-1)?.header === false)).toBe(true);
  });
});

const isSection = ({ type }: Paper['blocks'][number]) => type === 'section';

/** Width of the text in dxa. */
function roomOf({ width, margin }: Paper['page']): number {
  return Math.ceil(((width - margin.left - margin.right) * 1440) / 25.4);
}
