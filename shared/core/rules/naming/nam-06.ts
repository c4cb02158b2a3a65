import { kindWord } from '../../words/wording';
import { childrenOf } from '../../model/project';
import type { Kind } from '../../model/record';
import { node } from '../example';
import { defineRule, type Problem } from '../rule';

export const nam06 = defineRule({
  id: 'NAM-06',
  pack: 'naming',
  severity: 'error',
  title: '同一层级的典型工作任务、课程，同一门课的学习任务不重名。',
  why: '重名以后，表格和引用分不清指的是哪一个。',
  source: 'K',
  kinds: ['majorLevel', 'course'],
  check: (record, { project }) =>
    record.kind === 'majorLevel'
      ? [
          ...twins('typicalWorkTask', childrenOf(project, record.id, 'typicalWorkTask')),
          ...twins('course', childrenOf(project, record.id, 'course')),
        ]
      : twins('learningTask', childrenOf(project, record.id, 'learningTask')),
  examples: [
    {
      text: '两门课名称不同',
      records: [
        node('majorLevel', {}, [
          node('course', { name: '汽车维护' }),
          node('course', { name: '汽车检测' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '两门课都叫“汽车维护”',
      records: [
        node('majorLevel', {}, [
          node('course', { name: '汽车维护' }),
          node('course', { name: '汽车维护' }),
        ]),
      ],
      finds: ['课程“汽车维护”与前面的一个重名。请改名，或合并成一个。'],
    },
  ],
});

function twins(
  kind: Kind,
  records: readonly { readonly id: string; readonly name: string }[],
): readonly Problem[] {
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { id, name } of records) {
    const known = name.replace(/\s/gu, '');
    if (known !== '' && seen.has(known)) {
      const message = `${kindWord(kind)}“${name}”与前面的一个重名。请改名，或合并成一个。`;
      problems.push({ record: id, field: 'name', message });
    }
    seen.add(known);
  }
  return problems;
}
