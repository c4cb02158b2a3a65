import { describe, expect, it } from 'vitest';
import { paperOf } from '@shared/core/papers/build-paper';
import { layoutSchema } from '@shared/core/papers/layout';
import { writeDocx } from '@shared/formats/docx/write-docx';
import national from '@templates/papers/course-standard.national.json';
import { sampleCourse, sampleOrigin } from '../../../helpers/sample-paper';
import {
  all,
  elementsIn,
  numberAt,
  parseXml,
  partsOf,
  first,
  textIn,
} from '../../../helpers/word-package';

type Stored = typeof national;

/** The Word file of the sample in a layout file with something changed in it, as readers see it. */
async function wordWith(change: (layout: Stored) => void = () => undefined) {
  const stored = structuredClone(national);
  change(stored);
  const { project, course } = sampleCourse();
  const paper = paperOf(project, course, layoutSchema.parse(stored));
  const parts = partsOf(await writeDocx(paper, sampleOrigin));
  const document = parseXml(parts['word/document.xml'] ?? '');
  const rows = all(document, 'w:tr');
  return {
    parts,
    lines: all(document, 'w:p').map(textIn),
    grid: all(document, 'w:gridCol').map((column) => numberAt(column, 'w:w')),
    rows: rows.map((row) => elementsIn(row, 'w:tc').map(textIn)),
    widths: rows.map((row) =>
      elementsIn(row, 'w:tc').map((cell) => numberAt(first(cell, 'w:tcW'), 'w:w')),
    ),
  };
}

/** Parts whose text is not the same. */
function changedParts(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (path) => before[path] !== after[path],
  );
}

function tasksOf(layout: Stored) {
  const parts = layout.blocks.flatMap((block) => block.parts ?? []);
  const tasks = parts.find(({ id }) => id === 'tasks');
  if (tasks?.columns === undefined) throw new Error('no tasks');
  return tasks.columns;
}

describe('a change in a layout file is exactly that change in Word', () => {
  it('a label', async () => {
    const before = await wordWith();
    const after = await wordWith((layout) => {
      Object.assign(layout.terms, { referenceHours: '参考课时' });
    });
    expect(changedParts(before.parts, after.parts)).toEqual(['word/document.xml']);
    expect(after.lines).toEqual(
      before.lines.map((line) => (line === '参考学时' ? '参考课时' : line)),
    );
    expect(after.parts['word/document.xml']?.replaceAll('参考课时', '参考学时')).toBe(
      before.parts['word/document.xml'],
    );
  });

  it('the width of a column', async () => {
    const before = await wordWith();
    const after = await wordWith((layout) => {
      for (const column of tasksOf(layout)) {
        if (column.id === 'tasks.name') column.widthMm -= 4;
        if (column.id === 'tasks.description') column.widthMm += 4;
      }
    });
    expect(changedParts(before.parts, after.parts)).toEqual(['word/document.xml']);
    expect(after.lines).toEqual(before.lines);
    const fourMm = Math.round((4 / 25.4) * 1440);
    const at = before.rows.findIndex(([cell]) => cell === '序号');
    for (const [index, widths] of after.widths.entries()) {
      const old = before.widths[index] ?? [];
      const moved = index >= at && index <= at + 4 ? [0, -fourMm, fourMm, 0] : old.map(() => 0);
      for (const [column, width] of widths.entries()) {
        expect(Math.abs(width - (old[column] ?? 0) - (moved[column] ?? 0))).toBeLessThanOrEqual(1);
      }
    }
    const sum = (grid: readonly number[]) => grid.reduce((all, one) => all + one, 0);
    expect(sum(after.grid)).toBe(sum(before.grid));
  });

  it('the order of columns', async () => {
    const before = await wordWith();
    const after = await wordWith((layout) => {
      const columns: unknown[] = tasksOf(layout);
      columns.splice(1, 0, ...columns.splice(3, 1));
    });
    expect(changedParts(before.parts, after.parts)).toEqual(['word/document.xml']);
    const at = before.rows.findIndex(([cell]) => cell === '序号');
    expect(after.rows).toEqual(
      before.rows.map((row, index) => {
        const [number = '', name = '', description = '', hours = ''] = row;
        return index >= at && index <= at + 4 ? [number, hours, name, description] : row;
      }),
    );
  });

  it('a font', async () => {
    const before = await wordWith();
    const after = await wordWith((layout) => {
      layout.styles.cellText.eastAsia = '仿宋';
    });
    expect(changedParts(before.parts, after.parts)).toEqual(['word/styles.xml']);
    const style = /<w:style [^>]*w:styleId="GxCellText".*?<\/w:style>/s;
    const old = style.exec(before.parts['word/styles.xml'] ?? '')?.[0] ?? '';
    expect(after.parts['word/styles.xml']).toBe(
      before.parts['word/styles.xml']?.replace(
        style,
        old.replace('w:eastAsia="宋体"', 'w:eastAsia="仿宋"'),
      ),
    );
    expect(old).toContain('w:eastAsia="宋体"');
  });
});
