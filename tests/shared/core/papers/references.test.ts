import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { childrenOf, type Project, projectOf } from '@shared/core/model/project';
import type { AnyRecord } from '@shared/core/model/record';
import type { Block } from '@shared/core/papers/block';
import { buildPaper, paperOf, type PaperRequest } from '@shared/core/papers/build-paper';
import { findLayout } from '@shared/core/papers/layouts';
import { samples } from '@shared/core/samples/index';
import { gridColumns } from '@shared/formats/docx/table-xml';
import { paragraphsOf, valueOf, wordsOf } from '../../../helpers/sample-paper';

/** 表N, 见表N and 课程目标N follow the model: whatever is moved, no number is left behind. */

const records =
  samples.find(({ id }) => id === 'hulianwang-yingxiao')?.records(seededRandom(4)) ?? [];

function textsOf(
  project: Project,
  kind: PaperRequest['kind'],
  layoutId: string,
): readonly string[] {
  return words(valueOf(buildPaper(project, { kind, layoutId, subjectId: null })).blocks);
}

const words = (blocks: readonly Block[]) => paragraphsOf(blocks).map(wordsOf);
const standard = (project: Project) => textsOf(project, 'majorStandard', 'major-standard.national');
const matrix = (project: Project) =>
  textsOf(project, 'assessmentMatrix', 'assessment-matrix.national');
const starting = (texts: readonly string[], start: string) =>
  texts.filter((text) => text.startsWith(start));

/** The sample with the records of a kind (and parent) in the opposite order. */
function turnedRound(kind: string, parentId: string | null): Project {
  const chosen = records.filter((record) => record.kind === kind && record.parentId === parentId);
  const inOrder = chosen.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const orders = new Map(
    inOrder.map((record, at) => [record.id, orderOf(inOrder[inOrder.length - 1 - at] ?? record)]),
  );
  return projectOf(
    records.map((record) => {
      const order = orders.get(record.id);
      return order === undefined ? record : { ...record, order };
    }),
  );
}

const orderOf = ({ order }: AnyRecord) => order;
const parentOf = (kind: string) => records.find((record) => record.kind === kind)?.parentId ?? null;

/** The sample as if these had never been written, with all that hangs on them. */
function without(isGone: (record: AnyRecord) => boolean): Project {
  const gone = new Set(records.filter(isGone).map(({ id }) => id));
  const hangs = (record: AnyRecord) =>
    Object.values(record).some((value) => typeof value === 'string' && gone.has(value));
  return projectOf(records.filter((record) => !gone.has(record.id) && !hangs(record)));
}

describe('a sentence about tables', () => {
  const see = (project: Project) =>
    standard(project).filter((text) => text.includes('课程与学时安排见'));
  const starts = records.filter(({ kind }) => kind === 'startPoint');

  it('names all of them, and the levels whose tables hold lower courses too', () => {
    expect(see(projectOf(records))).toEqual([
      '各层级、各起点的课程与学时安排见表3～表5；高级技能层级的课程表包含低层级的工学一体化课程。',
    ]);
  });

  it('is true of a major with one level and one start point', () => {
    const levels = records.filter(({ kind }) => kind === 'majorLevel');
    const one = without(
      (record) => levels.indexOf(record) > 0 || (starts.includes(record) && record !== starts[0]),
    );
    expect(see(one)).toEqual(['课程与学时安排见表3。']);
  });

  it('is not printed where there is none', () => {
    const none = without((record) => starts.includes(record));
    expect(see(none)).toEqual([]);
    expect(
      textsOf(none, 'courseOffering', 'course-offering.national').filter((text) =>
        text.includes('教学安排见'),
      ),
    ).toEqual([]);
  });
});

describe('the 课程表 of a start point without years', () => {
  it('has one blank column for the terms, and the width of the text', () => {
    const project = projectOf(
      records.map((record) => (record.kind === 'startPoint' ? { ...record, years: null } : record)),
    );
    const paper = valueOf(
      buildPaper(project, {
        kind: 'majorStandard',
        layoutId: 'major-standard.school',
        subjectId: null,
      }),
    );
    const [table] = paper.blocks.filter((block) => block.type === 'table' && block.tight === true);
    if (table?.type !== 'table') throw new Error('no 课程表');
    expect(table.widths.every((width) => width > 0)).toBe(true);
    expect(
      gridColumns(table)
        .flat()
        .every((column) => column < table.widths.length),
    ).toBe(true);
    expect(table.rows.flatMap(({ cells }) => cells).every(({ columnSpan }) => columnSpan > 0)).toBe(
      true,
    );
  });
});

describe('numbers of tables', () => {
  it('count on when a start point is taken away', () => {
    const start = records.findLast(({ kind }) => kind === 'startPoint');
    const fewer = projectOf(
      records.filter(
        (record) =>
          record !== start && !('startPointId' in record && record.startPointId === start?.id),
      ),
    );
    expect(standard(projectOf(records)).join('\n')).toContain('学时安排见表3～表5；');
    expect(starting(standard(projectOf(records)), '表6　')).toEqual(['表6　编制、审核与批准']);
    expect(standard(fewer).join('\n')).toContain('学时安排见表3～表4；');
    expect(starting(standard(fewer), '表5　')).toEqual(['表5　编制、审核与批准']);
  });

  it('stay the same in an excerpt, which only says what it leaves out', () => {
    const request = { kind: 'majorStandard', layoutId: 'major-standard.national' } as const;
    const paper = (isExcerpt: boolean) =>
      valueOf(buildPaper(projectOf(records), { ...request, subjectId: null, isExcerpt }));
    const [whole, excerpt] = [words(paper(false).blocks), words(paper(true).blocks)];
    expect(starting(excerpt, '表6　')).toEqual(['表6　编制、审核与批准']);
    const omitted = excerpt.filter((text) => text.startsWith('（节选，'));
    expect(omitted).toEqual([
      '（节选，这里略去各起点的课程表，课程设置方案里有。）',
      '（节选，这里略去各门课程的课程标准。）',
    ]);
    expect(excerpt.filter((text) => !whole.includes(text))).toEqual(omitted);
    expect(paper(true).blocks.length).toBeLessThan(paper(false).blocks.length);
  });

  it('follow the tables when the layout sets them in another order', () => {
    const layout = findLayout('major-standard.national');
    if (layout === undefined) throw new Error('no layout');
    const isOccupation = ({ id }: { readonly id: string }) =>
      id.startsWith('info.occupations') || id.startsWith('occupations');
    const rest = layout.blocks.filter((block) => !isOccupation(block));
    const moved = { ...layout, blocks: [...rest, ...layout.blocks.filter(isOccupation)] };
    const project = projectOf(records);
    const [major] = childrenOf(project, null, 'major');
    if (major === undefined) throw new Error('no major');
    const texts = words(paperOf(project, major, moved).blocks);
    expect(texts).toContain('各层级的典型工作任务及其职业能力要求见表1。');
    expect(starting(texts, '表1　')[0]).toContain('培养要求表');
    expect(texts.some((text) => text.startsWith('本专业对应的职业见表7，'))).toBe(true);
    expect(starting(texts, '表7　')[0]).toContain('对应职业一览表');
  });

  it('follow the courses when they are reordered', () => {
    const level = parentOf('typicalWorkTask');
    const before = starting(matrix(projectOf(records)), '表1　')[0];
    const after = matrix(turnedRound('course', level));
    expect(starting(after, '表1　')[0]).not.toBe(before);
    const name = before?.slice('表1　'.length) ?? '';
    expect(after.filter((text) => text.endsWith(name))).toHaveLength(1);
    expect(after.find((text) => text.endsWith(name))).not.toMatch(/^表1　/);
  });

  it('name the table of a course standard that the sentence means', () => {
    const course = records.find(({ kind }) => kind === 'courseObjective');
    const texts = words(
      valueOf(
        buildPaper(projectOf(records), {
          kind: 'courseStandard',
          layoutId: 'course-standard.tili2',
          subjectId: course?.parentId ?? null,
        }),
      ).blocks,
    );
    expect(texts).toContain('各课程目标的考核要点见表2。');
    expect(starting(texts, '表2　')).toEqual(['表2　课程考核要点']);
  });
});

describe('numbers of objectives', () => {
  it('follow the objectives when they are reordered', () => {
    const courseId = parentOf('courseObjective');
    const tagOf = (texts: readonly string[], text: string) =>
      texts.find((one) => one.endsWith(`　${text}`) && one.startsWith('课程目标'))?.split('　')[0];
    const objectives = records
      .filter((record) => record.kind === 'courseObjective' && record.parentId === courseId)
      .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
    const first = objectives[0];
    const text = first !== undefined && 'text' in first ? first.text : '';
    expect(tagOf(matrix(projectOf(records)), text)).toBe('课程目标1');
    const turned = turnedRound('courseObjective', courseId);
    expect(tagOf(matrix(turned), text)).toBe(`课程目标${String(objectives.length)}`);
    const listed = standard(turned).find((one) => one.includes(text.slice(0, 20)));
    expect(listed).toMatch(new RegExp(`^${String(objectives.length)}\\. `));
  });
});
