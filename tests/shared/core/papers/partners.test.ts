import { describe, expect, it } from 'vitest';
import { addRecord } from '@shared/core/commands/add-record';
import { editField } from '@shared/core/commands/edit-field';
import { childrenOf } from '@shared/core/model/project';
import { buildPaper } from '@shared/core/papers/build-paper';
import { majorDesk } from '../../../helpers/major';
import { paragraphsOf, valueOf, wordsOf } from '../../../helpers/sample-paper';

const request = {
  kind: 'majorStandard',
  layoutId: 'major-standard.national',
  subjectId: null,
} as const;

describe('合作企业', () => {
  it('stand in an annex of the 专业课程标准 once one is written, and nothing of them before', () => {
    const { desk } = majorDesk();
    const texts = () =>
      paragraphsOf(valueOf(buildPaper(desk.project, request)).blocks).map(wordsOf);
    expect(texts().some((text) => text.includes('合作企业'))).toBe(false);
    const [major] = childrenOf(desk.project, null, 'major');
    const id = desk.made(addRecord, { kind: 'partner', parentId: major?.id ?? '' });
    for (const [field, value] of [
      ['name', '示范汽车销售服务有限公司'],
      ['contact', '李明'],
      ['contribution', '参加实践专家访谈会'],
      ['tasks', '汽车维护'],
    ] as const) {
      desk.do(editField, { id, field, value });
    }
    const after = texts();
    const at = after.findIndex((text) => text.endsWith('合作企业一览表'));
    expect(after.slice(at + 1)).toEqual([
      ...['企业名称', '联系人', '参与的工作', '提供的典型工作任务'],
      ...['示范汽车销售服务有限公司', '李明', '参加实践专家访谈会', '汽车维护'],
    ]);
    const { unfinished } = valueOf(buildPaper(desk.project, request));
    expect(unfinished.filter(({ record }) => record === id)).toEqual([]);
  });
});
