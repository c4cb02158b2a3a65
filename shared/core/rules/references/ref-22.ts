import { named } from '../../words/wording';
import { endOf, isJudged } from '../../model/family';
import { allChildrenOf, find, type Project } from '../../model/project';
import { isKnown, kindSpec, type KnownRecord } from '../../model/record';
import { isSuspect, type JudgedRecord } from '../../model/stamp';
import { node } from '../example';
import { defineRule } from '../rule';

/** So many of what is mapped are named in a message; of the others it is said how many they are. */
const mostNamed = 3;

/** A finding per record whose mappings begin there, not one per mapping: one edit makes many of them suspect. */
export const ref22 = defineRule({
  id: 'REF-22',
  pack: 'references',
  severity: 'warning',
  title: '文字改过以后，它的对应要再看一眼，判断是否仍成立。',
  why: '对应是按当时的文字判断的。文字变了，目标、任务和考核要点可能已经不是一回事。',
  source: 'K',
  kinds: ['course', 'courseObjective'],
  check: (record, { project }) => {
    const suspect = allChildrenOf(project, record.id)
      .filter(isJudged)
      .filter((mapping) => isSuspect(project, mapping));
    if (suspect.length === 0) return [];
    const [field = 'text'] = kindSpec(record.kind).judgedBy?.fields ?? [];
    return [{ record: record.id, field, message: messageOf(project, record, suspect) }];
  },
  examples: [
    {
      text: '目标没有改过',
      records: [
        node('learningTask', { as: '首保', name: '首次维护' }),
        node('courseObjective', { text: '能读懂派工单' }, [
          node('objectiveTask', {
            learningTaskId: '首保',
            stamp: '能读懂派工单\n首次维护',
          }),
        ]),
      ],
      finds: [],
    },
    {
      text: '目标改了，对应还是按原来的话判断的',
      records: [
        node('learningTask', { as: '首保', name: '首次维护' }),
        node('courseObjective', { text: '能按手册完成维护' }, [
          node('objectiveTask', {
            learningTaskId: '首保',
            stamp: '能读懂派工单\n首次维护',
          }),
        ]),
      ],
      finds: [
        '课程目标“能按手册完成维护”或它对应的内容改过，1 处对应要再看：学习任务“首次维护”。仍成立就点“仍成立”，不成立就解除。',
      ],
    },
  ],
});

function messageOf(
  project: Project,
  record: KnownRecord,
  suspect: readonly JudgedRecord[],
): string {
  const ends = suspect.flatMap((mapping) => {
    const end = find(project, endOf(mapping));
    return end !== undefined && isKnown(end) ? [named(project, end)] : [];
  });
  // A task may be both taught and assessed.
  const names = [...new Set(ends)];
  const listed = names.slice(0, mostNamed).join('、');
  const more = names.length > mostNamed ? '等' : '';
  return `${named(project, record)}或它对应的内容改过，${String(suspect.length)} 处对应要再看：${listed}${more}。仍成立就点“仍成立”，不成立就解除。`;
}
