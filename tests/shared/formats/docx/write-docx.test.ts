import { describe, expect, it } from 'vitest';
import { find } from '@shared/core/model/project';
import { fieldOf, isKnown, kindSpec } from '@shared/core/model/record';
import type { Paper } from '@shared/core/papers/block';
import { writeDocx } from '@shared/formats/docx/write-docx';
import {
  layoutIds,
  nationalId,
  sampleCourse,
  sampleOrigin,
  samplePaper,
  tili2Id,
} from '../../../helpers/sample-paper';
import {
  all,
  elementsIn,
  type Element,
  first,
  numberAt,
  parseXml,
  partsOf,
  textIn,
} from '../../../helpers/word-package';

const written = async (layoutId: string) =>
  partsOf(await writeDocx(samplePaper(layoutId), sampleOrigin));
const body = async (layoutId: string) =>
  parseXml((await written(layoutId))['word/document.xml'] ?? '');

describe.each(layoutIds)('the Word file in layout %s', (layoutId) => {
  it('has the same bytes every time, whatever was written before', async () => {
    const once = await writeDocx(samplePaper(layoutId), sampleOrigin);
    await writeDocx(samplePaper(nationalId), sampleOrigin);
    await writeDocx(samplePaper(tili2Id), sampleOrigin);
    const again = await writeDocx(samplePaper(layoutId), sampleOrigin);
    expect(Buffer.from(again).equals(Buffer.from(once))).toBe(true);
    const other = await writeDocx(samplePaper(layoutId), { ...sampleOrigin, standingHash: 'b2' });
    expect(Buffer.from(other).equals(Buffer.from(once))).toBe(false);
  });

  it('holds no clock time', async () => {
    for (const part of Object.values(await written(layoutId))) {
      expect(part).not.toMatch(/20\d\d-\d\d-\d\dT/);
    }
  });

  it('gives every cell the width of its grid columns, and no table is wider than the text', async () => {
    const document = await body(layoutId);
    const size = first(document, 'w:pgSz');
    const margin = first(document, 'w:pgMar');
    const room = numberAt(size, 'w:w') - numberAt(margin, 'w:left') - numberAt(margin, 'w:right');
    const tables = all(document, 'w:tbl');
    expect(tables.length).toBeGreaterThan(0);
    for (const table of tables) {
      const grid = all(first(table, 'w:tblGrid')!, 'w:gridCol').map((column) =>
        numberAt(column, 'w:w'),
      );
      const total = grid.reduce((sum, width) => sum + width, 0);
      expect(total).toBe(numberAt(first(table, 'w:tblW'), 'w:w'));
      expect(total).toBeLessThanOrEqual(room);
      for (const row of elementsIn(table, 'w:tr')) {
        let column = 0;
        for (const cell of elementsIn(row, 'w:tc')) {
          const span = numberAt(first(cell, 'w:gridSpan'), 'w:val') || 1;
          const own = grid.slice(column, column + span).reduce((sum, width) => sum + width, 0);
          expect(numberAt(first(cell, 'w:tcW'), 'w:w')).toBe(own);
          expect(elementsIn(cell).at(-1)?.name).toBe('w:p');
          column += span;
        }
        expect(column).toBe(grid.length);
      }
    }
  });

  it('repeats titles and column heads of every table, leading rows only, and never all of its rows', async () => {
    for (const table of all(await body(layoutId), 'w:tbl')) {
      const headers = elementsIn(table, 'w:tr').map(
        (row) => first(row, 'w:tblHeader') !== undefined,
      );
      const count = headers.indexOf(false);
      expect(count).toBeGreaterThanOrEqual(0);
      expect(headers.slice(count)).not.toContain(true);
    }
  });

  it('has a paired bookmark with a unique short name on every bound place', async () => {
    const document = await body(layoutId);
    const starts = all(document, 'w:bookmarkStart');
    const names = starts.map(({ attributes }) => attributes['w:name'] ?? '');
    const ids = starts.map(({ attributes }) => attributes['w:id']);
    expect(all(document, 'w:bookmarkEnd').map(({ attributes }) => attributes['w:id'])).toEqual(ids);
    expect(ids).toEqual(names.map((_, index) => String(index + 1)));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) {
      expect(name).toMatch(/^gx_[a-z]{2,4}[0-9a-z]{16}_[a-z0-9]{1,6}_[0-9a-z]+$/);
      expect(name.length).toBeLessThanOrEqual(40);
    }
    const sources = samplePaper(layoutId).blocks.flatMap(
      (block) => JSON.stringify(block).match(/"source":\{[^}]*\}/g) ?? [],
    );
    expect(sources.length).toBeGreaterThanOrEqual(names.length);
  });

  it('leads from every bookmark back to the field it was printed from', async () => {
    const { project } = sampleCourse();
    const printed = bookmarkedTexts(await body(layoutId));
    expect(printed.length).toBeGreaterThan(90);
    const items = new Map(
      [...project.records.values()].flatMap((record) =>
        Object.values(record).flatMap((value: unknown) =>
          Array.isArray(value)
            ? value.map((item: { id: string; text: string }) => [item.id, item.text] as const)
            : [],
        ),
      ),
    );
    for (const { name, text } of printed) {
      const [, id = '', code = ''] = name.split('_');
      const record = find(project, id);
      if (record === undefined) {
        expect(items.get(id)).toBe(text);
      } else if (isKnown(record)) {
        const fields = Object.entries(kindSpec(record.kind).fields);
        const [field = '', spec] = fields.find(([, one]) => one.code === code) ?? [];
        if (spec?.type !== 'choice') expect(JSON.stringify(fieldOf(record, field))).toContain(text);
      }
    }
    const names = new Set(printed.map(({ name }) => name));
    const objectives = [...project.records.values()].filter(
      ({ kind }) => kind === 'courseObjective',
    );
    expect(objectives.length).toBeGreaterThan(5);
    // None of them is without its place.
    for (const { id } of objectives) {
      expect([...names].some((name) => name.startsWith(`gx_${id}_text`))).toBe(true);
    }
  });

  it('carries project, state, paper, layout and subject as document properties', async () => {
    const custom = (await written(layoutId))['docProps/custom.xml'] ?? '';
    const values: Record<string, string> = Object.fromEntries(
      elementsIn(parseXml(custom)).map((property) => [
        property.attributes.name ?? '',
        plainText(elementsIn(property)[0]),
      ]),
    );
    expect(values).toEqual({
      gxProject: sampleOrigin.projectId,
      gxState: sampleOrigin.standingHash,
      gxPaper: 'courseStandard',
      gxLayout: layoutId,
      gxSubject: samplePaper(layoutId).subjectId,
    });
  });

  it('names the East Asian fonts of the layout and Times New Roman beside them', async () => {
    const styles = parseXml((await written(layoutId))['word/styles.xml'] ?? '');
    for (const [name, look] of Object.entries(samplePaper(layoutId).styles)) {
      const id = `Gx${name.charAt(0).toUpperCase()}${name.slice(1)}`;
      const heading = name.startsWith('heading') ? `Heading${name.slice(-1)}` : id;
      const style = all(styles, 'w:style').find(
        ({ attributes }) => attributes['w:styleId'] === heading,
      );
      const fonts = style && first(style, 'w:rFonts');
      expect(fonts?.attributes).toMatchObject({
        'w:eastAsia': look.eastAsia,
        'w:ascii': 'Times New Roman',
        'w:hAnsi': 'Times New Roman',
      });
      expect(numberAt(style && first(style, 'w:sz'), 'w:val')).toBe(look.size * 2);
    }
  });
});

describe('a Word file', () => {
  it('numbers chapters live: they belong to heading styles of one multi-level list', async () => {
    const parts = await written(tili2Id);
    const numbering = parts['word/numbering.xml'] ?? '';
    expect(numbering).toContain('<w:multiLevelType w:val="multilevel"/>');
    for (const level of [1, 2, 3, 4]) {
      expect(numbering).toContain(`<w:pStyle w:val="Heading${String(level)}"/>`);
    }
    const chapters = all(parseXml(parts['word/document.xml'] ?? ''), 'w:p').filter(
      (paragraph) => first(paragraph, 'w:pStyle')?.attributes['w:val'] === 'Heading1',
    );
    expect(chapters.map(textIn)).toEqual([
      '典型工作任务描述',
      '工作内容分析',
      '课程目标',
      '学习内容',
      '学习任务',
      '教学实施建议',
      '教学考核要求',
    ]);
    for (const chapter of chapters) {
      expect(first(chapter, 'w:ilvl')?.attributes['w:val']).toBe('0');
    }
  });

  it('shows live page numbers', async () => {
    const footer = (await written(nationalId))['word/footer1.xml'] ?? '';
    expect(footer).toContain('PAGE');
    expect(footer).toContain('NUMPAGES');
  });

  it('puts the number of an odd page at the right and of an even page at the left, where the layout says so', async () => {
    const parts = await written(tili2Id);
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
    const sides = ['word/footer1.xml', 'word/footer2.xml'].map((name) => {
      const footer = parseXml(parts[name] ?? '');
      return [
        first(footer, 'w:jc')?.attributes['w:val'],
        first(footer, 'w:ind')?.attributes[name.includes('1') ? 'w:right' : 'w:left'],
      ];
    });
    expect(sides).toEqual([
      ['right', '280'],
      ['left', '280'],
    ]);
  });

  it('begins a page with the text itself, so that no page is left with nothing but a break', async () => {
    const paper = samplePaper(nationalId);
    const heading = paper.blocks.findIndex(({ type }) => type !== 'table');
    const blocks = paper.blocks.toSpliced(heading, 0, { type: 'pageBreak' });
    const { 'word/document.xml': xml = '' } = partsOf(
      await writeDocx({ ...paper, blocks }, sampleOrigin),
    );
    expect(all(parseXml(xml), 'w:pageBreakBefore')).toHaveLength(1);
    expect(all(parseXml(xml), 'w:br')).toHaveLength(0);
  });

  it('keeps a bookmark on a place nobody has written in', async () => {
    const paper = samplePaper(nationalId);
    const emptied = JSON.parse(
      JSON.stringify(paper).replaceAll(
        /"text":"[^"]*"(,"bold":(?:true|false),"source":\{)/g,
        '"text":""$1',
      ),
    ) as Paper;
    const count = async (one: Paper) =>
      all(
        parseXml(partsOf(await writeDocx(one, sampleOrigin))['word/document.xml'] ?? ''),
        'w:bookmarkStart',
      ).length;
    expect(await count(emptied)).toBe(await count(paper));
  });

  it('writes whatever a teacher typed as text', async () => {
    const paper = samplePaper(nationalId);
    const typed = '<w:t>&amp; "引号" \u2028 😀 \ue000';
    const blocks = [
      {
        type: 'paragraph' as const,
        style: 'cellText',
        runs: [{ text: typed, bold: false, source: null }],
        number: null,
        source: null,
        keepWithNext: false,
      },
    ];
    const parts = partsOf(await writeDocx({ ...paper, blocks }, sampleOrigin));
    expect(textIn(parseXml(parts['word/document.xml'] ?? ''))).toBe(typed);
  });
});

function plainText(element: Element | undefined): string {
  return (element?.children ?? []).filter((child) => typeof child === 'string').join('');
}

/** The text between the two ends of every bookmark. */
function bookmarkedTexts(document: Element): readonly { name: string; text: string }[] {
  return all(document, 'w:p').flatMap((paragraph) => {
    const found: { name: string; text: string }[] = [];
    let open: { name: string; text: string } | null = null;
    for (const child of elementsIn(paragraph)) {
      if (child.name === 'w:bookmarkStart') {
        open = { name: child.attributes['w:name'] ?? '', text: '' };
      } else if (child.name === 'w:bookmarkEnd') {
        if (open !== null) found.push(open);
        open = null;
      } else if (open !== null) {
        open.text += textIn(child);
      }
    }
    return found;
  });
}
