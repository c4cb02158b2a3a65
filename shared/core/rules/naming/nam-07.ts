import { fail } from '../../kernel/result';
import { trimEnds } from '../../kernel/trim-ends';
import { editField } from '../../commands/edit-field';
import { gone } from '../../words/refusal';
import { named } from '../../words/wording';
import { find } from '../../model/project';
import { node } from '../example';
import { characterCount } from '../reading';
import { defineRule } from '../rule';

const finalMark = /[。．.；;，,、！!：:]$/u;
const isMarkOrBlank = (unit: string) => /[。．.；;，,、！!：:\s]/u.test(unit);

export const nam07 = defineRule({
  id: 'NAM-07',
  pack: 'naming',
  severity: 'warning',
  title: '名称一般 4～20 字，末尾没有标点，不全是数字。',
  why: '名称要进表格和目录，太长放不下，带标点像一句话。语文、数学这样的公共基础课程可以短。',
  source: 'K',
  kinds: ['typicalWorkTask', 'course', 'learningTask'],
  check: (record, { project, thresholds }) => {
    const { least, most } = thresholds.nameCharacters;
    const count = characterCount(record.name);
    if (count === 0) return [];
    const place = { record: record.id, field: 'name' };
    const whose = named(project, record);
    if (finalMark.test(record.name.trimEnd())) {
      return [{ ...place, message: `${whose}末尾有标点，请去掉。`, fixable: true }];
    }
    if (/^[\d\s]+$/u.test(record.name)) {
      return [{ ...place, message: `${whose}只有数字，请写出是什么工作。` }];
    }
    // 语文, 数学 and their like are named by the state, not by the school.
    const isShortByRight = record.kind === 'course' && record.courseKind === 'public';
    if ((count >= least || isShortByRight) && count <= most) return [];
    const message = `${whose}有 ${count} 字，名称一般 ${least}～${most} 字。`;
    return [{ ...place, message }];
  },
  fix: (project, { record: id }, context) => {
    const record = find(project, id);
    if (record === undefined || !('name' in record)) return fail(gone);
    const value = trimEnds(record.name, isMarkOrBlank, 'end');
    return editField.run(project, { id, field: 'name', value }, context);
  },
  examples: [
    {
      text: '车身涂膜的修复',
      records: [node('typicalWorkTask', { name: '车身涂膜的修复' })],
      finds: [],
    },
    {
      text: '公共基础课程“语文”',
      records: [node('course', { name: '语文', courseKind: 'public' })],
      finds: [],
    },
    {
      text: '末尾有句号',
      records: [node('typicalWorkTask', { name: '车身涂膜的修复。' })],
      finds: ['典型工作任务“车身涂膜的修复。”末尾有标点，请去掉。'],
    },
    {
      text: '只有两个字',
      records: [node('course', { name: '维护' })],
      finds: ['课程“维护”有 2 字，名称一般 4～20 字。'],
    },
  ],
});
