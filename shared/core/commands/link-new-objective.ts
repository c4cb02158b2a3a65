import type { RecordId } from '../kernel/id';
import { fail, ok, type Result } from '../kernel/result';
import { find, findOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';
import type { Command, Refusal } from './command';
import { checkedFields, createRecord } from './making/creation';
import { Draft, intentOf } from './making/draft';
import { putMapping } from './making/linking';
import { gone, refuse } from './making/refusal';
import { named } from './making/wording';

export interface LinkNewObjectiveInput {
  readonly courseId: RecordId;
  readonly text: string;
  /** The 学习任务 or the 职业能力要求 it is written for. */
  readonly toId: RecordId;
}

/** Makes a new 课程目标 in a course and maps it to what it was written for, in one step. */
export const linkNewObjective: Command<LinkNewObjectiveInput> = {
  id: 'link-new-objective',
  title: '新增课程目标并对应',
  run(project, { courseId, text, toId }, { random }) {
    const to = endOf(project, courseId, toId);
    if (!to.ok) return to;
    const place = { kind: 'courseObjective', parentId: courseId } as const;
    const given = checkedFields(project, place, { text });
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    const parentId = created.value.id;
    if (to.value.kind === 'learningTask') {
      const values = { learningTaskId: to.value.id, strength: 'practise' };
      putMapping(draft, { kind: 'objectiveTask', parentId, given: values }, random);
    } else {
      const values = { competenceRequirementId: to.value.id, strength: 'full' };
      putMapping(draft, { kind: 'objectiveRequirement', parentId, given: values }, random);
    }
    const label = `新增课程目标并与${named(project, to.value)}对应`;
    return intentOf(draft, { label, focus: parentId });
  },
};

/** What the objective is to be mapped to, or why it cannot be. */
function endOf(
  project: Project,
  courseId: RecordId,
  toId: RecordId,
): Result<RecordOf<'learningTask' | 'competenceRequirement'>, Refusal> {
  const to = find(project, toId);
  if (findOf(project, 'course', courseId) === undefined || to === undefined) return fail(gone);
  if (to.kind === 'competenceRequirement') return ok(to);
  if (to.kind !== 'learningTask') {
    return fail(refuse('wrong-end', '课程目标只能对应学习任务或职业能力要求。'));
  }
  return to.parentId === courseId
    ? ok(to)
    : fail(refuse('other-course', `${named(project, to)}属于另一门课程，不能对应。`));
}
