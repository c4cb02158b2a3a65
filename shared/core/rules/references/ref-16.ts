import { isMapping, standsBelow } from '../../model/family';
import { childrenOf, closest } from '../../model/project';
import { kindNames } from '../../model/record';
import { textsOf, type WrittenText } from '../../model/written-texts';
import { node } from '../example';
import { defineRule, type Problem, type RuleContext } from '../rule';

const numbered = /(课程目标|学习任务)\s*(\d{1,3})(?!\d|[.．]\d)/gu;

export const ref16 = defineRule({
  id: 'REF-16',
  pack: 'references',
  severity: 'error',
  title: '文字里手写的“课程目标3”“学习任务2”在课程里确有其条。',
  why: '手写的编号在增删和调整顺序以后会指错地方。',
  source: 'K',
  // What is written of a course; mappings have no text of their own but a note.
  kinds: kindNames.filter(
    (kind) => kind === 'course' || (standsBelow(kind, 'course') && !isMapping(kind)),
  ),
  check: (record, context) => [...textsOf(record)].flatMap((text) => wrongNumbers(text, context)),
  examples: [
    {
      text: '只有两条目标，写的是课程目标2',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }),
          node('courseObjective', { text: '能完成换油' }),
          node('courseAssessment', { skillAssessment: '考核课程目标2。' }),
        ]),
      ],
      finds: [],
    },
    {
      text: '手打“课程目标9”而只有 1 条',
      records: [
        node('course', { name: '汽车维护' }, [
          node('courseObjective', { text: '能读懂派工单' }),
          node('courseAssessment', { skillAssessment: '考核课程目标9。' }),
        ]),
      ],
      finds: ['技能考核里写了“课程目标9”，但这门课只有 1 条课程目标。请改成现在的编号。'],
    },
  ],
});

const kinds = {
  课程目标: { kind: 'courseObjective', measure: '条' },
  学习任务: { kind: 'learningTask', measure: '个' },
} as const;

function wrongNumbers(written: WrittenText, { project }: RuleContext): readonly Problem[] {
  const { place, text } = written;
  const problems: Problem[] = [];
  for (const [words, word, digits] of text.matchAll(numbered)) {
    const course = closest(project, place.record, 'course');
    if (course === undefined) return [];
    const { kind, measure } = word === '课程目标' ? kinds.课程目标 : kinds.学习任务;
    const count = childrenOf(project, course.id, kind).length;
    const number = Number(digits);
    if (number >= 1 && number <= count) continue;
    const message = `${written.label}里写了“${words}”，但这门课只有 ${count} ${measure}${word ?? ''}。请改成现在的编号。`;
    problems.push({ ...place, message });
  }
  return problems;
}
