import { describe, expect, it } from 'vitest';
import { paperOf } from '@shared/core/papers/build-paper';
import { layoutSchema } from '@shared/core/papers/layout';
import { layoutFindings } from '@shared/core/papers/layout-check';
import { resolveLayout } from '@shared/core/papers/layout-difference';
import { findLayout } from '@shared/core/papers/layouts';
import { paperKinds } from '@shared/core/papers/paper-kinds';
import { terms } from '@shared/core/words/terms';
import national from '@templates/papers/course-standard.national.json';
import {
  nationalId,
  paragraphsOf,
  sampleCourse,
  tili2Id,
  valueOf,
  wordsOf,
} from '../../../helpers/sample-paper';

const layoutOf = (id: string) => {
  const layout = findLayout(id);
  if (layout === undefined) throw new Error(`no layout ${id}`);
  return layout;
};

describe('版式', () => {
  it('that are shipped name only terms, styles and contents that exist', () => {
    for (const { layouts } of paperKinds) {
      for (const { id, title } of layouts) {
        expect(layoutFindings(layoutOf(id), terms)).toEqual([]);
        expect(layoutOf(id).title).toBe(title);
      }
    }
  });

  it('are told what they name that does not exist', () => {
    const layout = layoutOf(tili2Id);
    const wrong = layout.blocks.map((block) =>
      block.id === 'description' ? { ...block, bind: 'task.nothing', style: 'none' } : block,
    );
    const again = wrong.slice(0, 1);
    const broken = layoutSchema.parse({ ...layout, blocks: [...wrong, ...again] });
    expect(
      layoutFindings(broken, { ...terms, schoolCourseStandardTitle: '{course.nothing}' }),
    ).toEqual([
      '“title”里的“{course.nothing}”不存在。',
      '“description”的样式“none”不存在。',
      '“description”的内容“task.nothing”不存在。',
      '“title”用了两次。',
      '“title”里的“{course.nothing}”不存在。',
    ]);
  });

  it('whose columns do not sum to one width, or are wider than the page, are refused', () => {
    const text = JSON.stringify(national);
    expect(
      layoutSchema.safeParse(JSON.parse(text.replace('"widthMm":42', '"widthMm":43'))).success,
    ).toBe(false);
    const narrow = { ...national, page: { ...national.page, width: 200 } };
    expect(layoutSchema.safeParse(narrow).error?.message).toContain('比版心宽');
    expect(layoutSchema.safeParse({ ...national, extra: 1 }).success).toBe(false);
  });

  describe('as a difference against a base', () => {
    const { project, course } = sampleCourse();
    const linesOf = (layout = layoutOf(tili2Id)) =>
      paragraphsOf(paperOf(project, course, layout).blocks).map(wordsOf);

    it('changes, adds, removes and reorders exactly what it names', () => {
      const school = valueOf(
        resolveLayout(layoutOf(tili2Id), {
          id: 'school.own',
          version: 1,
          base: tili2Id,
          title: '本校样式',
          terms: { referenceHours: '参考课时' },
          styles: { body: { size: 14 } },
          changes: {
            hours: { remove: true },
            description: {
              after: [
                { id: 'source', type: 'label', style: 'body', labelTerm: 'integratedCourseName' },
              ],
            },
            'tasks.rows': { order: ['tasks.hours', 'tasks.number'] },
            'tasks.title': { set: { labelTerm: 'referenceTasks' } },
          },
        }),
      );
      expect(school.styles.body).toMatchObject({ size: 14, eastAsia: '仿宋_GB2312' });
      const before = linesOf();
      const after = linesOf(school);
      expect(after).not.toContain(before.find((line) => line.startsWith('基准学时：')));
      expect(after).toContain('工学一体化课程名称');
      expect(after).toContain('表1　参考性学习任务');
      const head = after.indexOf('参考课时');
      expect(after.slice(head, head + 4)).toEqual(['参考课时', '序号', '名称', '学习任务描述']);
      expect(after).toHaveLength(before.length);
    });

    it('still takes over what its base changes later', () => {
      const base = layoutOf(tili2Id);
      const later = { ...base, terms: { ...base.terms, courseObjectives: '学习目标' } };
      const school = { id: 'school.own', version: 1, base: tili2Id, title: '本校样式' };
      const paper = paperOf(project, course, valueOf(resolveLayout(later, school)));
      const headings = paper.blocks.flatMap((block) =>
        block.type === 'heading' ? [block.runs.map(({ text }) => text).join('')] : [],
      );
      expect(headings).toContain('学习目标');
    });

    it.each([
      ['names a block its base does not have', { changes: { nothing: { remove: true as const } } }],
      [
        'names a term that does not exist',
        { changes: { title: { set: { labelTerm: 'nothing' } } } },
      ],
      ['makes a table that does not fit', { changes: { 'tasks.name': { set: { widthMm: 99 } } } }],
      ['belongs to another base', { base: nationalId }],
    ])('is refused in words when it %s', (_, wrong) => {
      const school = { id: 'school.own', version: 1, base: tili2Id, title: '本校样式', ...wrong };
      expect(resolveLayout(layoutOf(tili2Id), school)).toMatchObject({
        ok: false,
        failure: { reason: 'broken-layout' },
      });
    });
  });
});
