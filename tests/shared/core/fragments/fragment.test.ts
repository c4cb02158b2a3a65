import { describe, expect, it } from 'vitest';
import { copyFragment } from '@shared/core/fragments/copy-fragment';
import { type Fragment, fragmentJson } from '@shared/core/fragments/fragment';
import { readFragment } from '@shared/core/fragments/read-fragment';
import { addCourse } from '@shared/core/commands/add-course';
import { duplicateRecords } from '@shared/core/commands/duplicate-records';
import { link } from '@shared/core/commands/link';
import { moveRecords } from '@shared/core/commands/move-records';
import { pasteFragment } from '@shared/core/commands/paste-fragment';
import { seededRandom } from '@shared/core/kernel/random';
import {
  childrenOf,
  emptyProject,
  type Project,
  projectOf,
  subtree,
} from '@shared/core/model/project';
import { isKnown, type KnownRecord, storedForm } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { isJudged } from '@shared/core/model/family';
import { isSuspect } from '@shared/core/model/stamp';
import { courseDesk, Desk } from '../../../helpers/course';
import { expectLaws } from '../../../helpers/laws';
import { randomProject } from '../../../helpers/random-project';

function copied(project: Project, ids: readonly string[], isCut = false): Fragment {
  const result = copyFragment(project, ids, { origin: 'here', isCut });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

function known(project: Project): readonly KnownRecord[] {
  return [...project.records.values()].filter(isKnown);
}

/** A subtree with every id told by its place in it: what two copies of one thing share. */
function shapeOf(project: Project, rootId: string): unknown {
  const records = subtree(project, rootId).filter(isKnown);
  const names = new Map<string, string>();
  records.forEach(({ id, kind }, index) => names.set(id, `${kind} ${String(index)}`));
  const plain = (value: unknown): unknown => {
    if (typeof value === 'string') return names.get(value) ?? value;
    if (!Array.isArray(value)) return value;
    return value.map((item: { text: string }) => item.text);
  };
  return records.map((record, index) =>
    Object.fromEntries(
      Object.entries(storedForm({ ...record, order: '' })).map(([key, value]) => [
        key,
        index === 0 && key === 'parentId' ? null : plain(value),
      ]),
    ),
  );
}

/** 汽车维修 with a course whose objectives are mapped to a task and to a 职业能力要求. */
function mappedDesk() {
  const made = courseDesk();
  const { desk, workTaskId, objectiveIds, taskIds } = made;
  const requirementId = desk.add('competenceRequirement', workTaskId, '能沟通');
  desk.do(link, {
    kind: 'objectiveTask',
    fromId: objectiveIds[0],
    toId: taskIds[1],
    fields: { strength: 'achieve' },
  });
  desk.do(link, {
    kind: 'objectiveRequirement',
    fromId: objectiveIds[0],
    toId: requirementId,
    fields: { strength: 'full' },
  });
  return { ...made, requirementId };
}

function otherDesk(seed = 90): { desk: Desk; levelId: string } {
  const records = starterRecords('新能源汽车', seededRandom(seed));
  return { desk: new Desk(projectOf(records), seed), levelId: records[1]?.id ?? '' };
}

describe('a course copied from a colleague’s file', () => {
  it('arrives with its tasks, its 典型工作任务 and all mappings, under new ids', () => {
    const from = mappedDesk();
    const to = otherDesk();
    const fragment = fragmentJson(copied(from.desk.project, [from.courseId]));
    const intent = to.desk.do(pasteFragment, { fragment, parentId: to.levelId });
    expect(intent.label).toBe('粘贴课程“汽车维护”，并带来 1 个典型工作任务');
    const { project } = to.desk;
    const [course] = childrenOf(project, to.levelId, 'course');
    const [task] = childrenOf(project, to.levelId, 'typicalWorkTask');
    expect(childrenOf(project, course!.id, 'learningTask').map(({ name }) => name)).toEqual([
      '更换机油',
      '更换制动片',
      '检修空调',
    ]);
    expect(childrenOf(project, course!.id, 'courseTask')[0]?.typicalWorkTaskId).toBe(task?.id);
    const [objective] = childrenOf(project, course!.id, 'courseObjective');
    const [requirement] = childrenOf(project, task!.id, 'competenceRequirement');
    expect(
      childrenOf(project, objective!.id, 'objectiveRequirement')[0]?.competenceRequirementId,
    ).toBe(requirement?.id);
    for (const record of known(project).filter(isJudged)) {
      expect(isSuspect(project, record)).toBe(false);
    }
    const old = new Set(from.desk.project.records.keys());
    expect([...project.records.keys()].filter((id) => old.has(id))).toEqual([]);
  });

  it('is mapped to the task of the same name that is there, and only what it lacks comes along', () => {
    const from = mappedDesk();
    const to = otherDesk();
    const fragment = fragmentJson(copied(from.desk.project, [from.courseId]));
    to.desk.do(pasteFragment, { fragment, parentId: to.levelId });
    const [task] = childrenOf(to.desk.project, to.levelId, 'typicalWorkTask');
    from.desk.add('competenceRequirement', from.workTaskId, '没有对应的要求');
    const again = to.desk.do(pasteFragment, { fragment, parentId: to.levelId });
    expect(again.label).toBe('粘贴课程“汽车维护”');
    expect(childrenOf(to.desk.project, to.levelId, 'typicalWorkTask')).toHaveLength(1);
    const mapped = childrenOf(to.desk.project, to.levelId, 'course').map(
      ({ id }) => childrenOf(to.desk.project, id, 'courseTask')[0]?.typicalWorkTaskId,
    );
    expect(mapped).toEqual([task?.id, task?.id]);
  });

  it('finds the learning tasks of the course it is pasted into by their names', () => {
    const from = mappedDesk();
    const to = courseDesk();
    const fragment = fragmentJson(copied(from.desk.project, [from.objectiveIds[0]]));
    const pasted = to.desk.made(pasteFragment, { fragment, parentId: to.courseId });
    const [mapping] = childrenOf(to.desk.project, pasted, 'objectiveTask');
    expect(mapping?.learningTaskId).toBe(to.taskIds[1]);
  });

  it('leaves mappings to learning tasks that the other course has not, and says how many', () => {
    const from = mappedDesk();
    const to = otherDesk();
    const courseId = to.desk.made(addCourse, {
      levelId: to.levelId,
      name: '电池检测',
      typicalWorkTaskId: null,
    });
    const fragment = fragmentJson(copied(from.desk.project, [from.objectiveIds[0]]));
    const intent = to.desk.do(pasteFragment, { fragment, parentId: courseId });
    expect(intent.label).toBe(
      '粘贴课程目标“能读懂任务单”，并带来 1 个典型工作任务（另有 1 项相关内容在这里没有对应，未粘贴）',
    );
    expect(childrenOf(to.desk.project, intent.focus, 'objectiveTask')).toEqual([]);
    expect(childrenOf(to.desk.project, courseId, 'learningTask')).toEqual([]);
  });
});

describe('copying within a project', () => {
  it('puts a copy behind the original that is mapped to the same things', () => {
    const { desk, courseId, levelId, workTaskId } = mappedDesk();
    const copy = desk.made(duplicateRecords, { ids: [courseId] });
    expect(childrenOf(desk.project, levelId, 'course').map(({ id }) => id)).toEqual([
      courseId,
      copy,
    ]);
    expect(childrenOf(desk.project, copy, 'courseTask')[0]?.typicalWorkTaskId).toBe(workTaskId);
    const [objective] = childrenOf(desk.project, copy, 'courseObjective');
    const [, task] = childrenOf(desk.project, copy, 'learningTask');
    expect(childrenOf(desk.project, objective!.id, 'objectiveTask')[0]?.learningTaskId).toBe(
      task?.id,
    );
  });

  it('gives a copied learning task a share of the marks', () => {
    const { desk, courseId, taskIds } = mappedDesk();
    const copy = desk.made(duplicateRecords, { ids: [taskIds[0]] });
    const [assessment] = childrenOf(desk.project, courseId, 'courseAssessment');
    expect(
      childrenOf(desk.project, assessment!.id, 'taskShare').filter(
        ({ learningTaskId }) => learningTaskId === copy,
      ),
    ).toHaveLength(1);
  });

  it('moves what was cut here and keeps ids and mappings, in one step', () => {
    const { desk, courseId, objectiveIds, taskIds } = mappedDesk();
    const other = desk.made(duplicateRecords, { ids: [courseId] });
    const fragment = fragmentJson(copied(desk.project, [objectiveIds[0], taskIds[1]], true));
    const before = desk.project;
    const intent = desk.do(pasteFragment, { fragment, parentId: other, origin: 'here' });
    expect(intent.label).toBe('把2 项内容移到课程“汽车维护”下');
    expectLaws(before, intent.change);
    expect(childrenOf(desk.project, other, 'courseObjective').at(-1)?.id).toBe(objectiveIds[0]);
    const mapping = childrenOf(desk.project, objectiveIds[0], 'objectiveTask')[0];
    expect(mapping?.learningTaskId).toBe(taskIds[1]);
  });

  it('copies what was cut in another copy of the same project', () => {
    const { desk, courseId, objectiveIds } = mappedDesk();
    const fragment = fragmentJson(copied(desk.project, [objectiveIds[0]], true));
    desk.do(pasteFragment, { fragment, parentId: courseId, origin: 'there' });
    expect(childrenOf(desk.project, courseId, 'courseObjective')).toHaveLength(3);
  });

  it('moves several at once in their order, behind the wanted one', () => {
    const { desk, courseId, taskIds } = mappedDesk();
    const [a, b, c] = taskIds;
    desk.do(moveRecords, { ids: [b, a], parentId: courseId, afterId: c });
    expect(childrenOf(desk.project, courseId, 'learningTask').map(({ id }) => id)).toEqual([
      c,
      a,
      b,
    ]);
  });
});

describe('paste after copy', () => {
  it('gives the same structure up to ids, in a project that has nothing yet', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const project = randomProject(seed);
      const [major] = childrenOf(project, null, 'major');
      const fragment = fragmentJson(copied(project, [major!.id]));
      const input = { fragment, parentId: null };
      const result = pasteFragment.run(emptyProject, input, {
        random: seededRandom(seed + 1_000_003),
      });
      if (!result.ok) throw new Error(`seed ${String(seed)}: ${result.failure.message}`);
      const after = expectLaws(emptyProject, result.value.change);
      const rootId = result.value.focus ?? '';
      expect(shapeOf(after, rootId), `seed ${String(seed)}`).toEqual(shapeOf(project, major!.id));
    }
  });

  it('holds for any thing pasted beside itself, with every mapping resolved', () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const project = randomProject(seed);
      for (const { id } of known(project).filter(({ kind }) => kind === 'course')) {
        const result = duplicateRecords.run(
          project,
          { ids: [id] },
          { random: seededRandom(seed + 1_000_003) },
        );
        if (!result.ok) throw new Error(`seed ${String(seed)}: ${result.failure.message}`);
        const after = expectLaws(project, result.value.change);
        expect(shapeOf(after, result.value.focus ?? '')).toEqual(shapeOf(project, id));
      }
    }
  });

  it('reads back what was written', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const project = randomProject(seed);
      for (const { id } of childrenOf(project, null, 'major')) {
        const fragment = copied(project, [id]);
        const read = readFragment(fragmentJson(fragment));
        expect(read.ok && read.value.records).toEqual(fragment.records);
      }
    }
  });
});

describe('what cannot be pasted', () => {
  const { desk, courseId, objectiveIds } = mappedDesk();
  const text = fragmentJson(copied(desk.project, [courseId]));
  const refusal = (fragment: string, parentId: string | null = objectiveIds[0]) =>
    desk.refused(pasteFragment, { fragment, parentId });
  const changed = (change: (json: Record<string, unknown>) => unknown) =>
    JSON.stringify(change(JSON.parse(text) as Record<string, unknown>));

  it('is named in words', () => {
    expect(refusal(text).message).toBe('课程不能放在课程目标下面。');
    expect(refusal('1,2,3').reason).toBe('not-ours');
    expect(refusal('{"format":"gongxue-fragment"}').reason).toBe('damaged');
    expect(refusal(changed((json) => ({ ...json, version: 2 }))).reason).toBe('newer');
    expect(refusal(changed((json) => ({ ...json, schema: { major: 9, minor: 0 } }))).reason).toBe(
      'newer',
    );
    expect(refusal(text.replace('"cut"', '"__proto__":{"a":1},"cut"')).reason).toBe(
      'forbidden-key',
    );
    expect(refusal(text.replace('"name"', '"constructor"')).reason).toBe('forbidden-key');
    expect(refusal(changed((json) => ({ ...json, roots: ['co0000000000000000'] }))).reason).toBe(
      'damaged',
    );
    const doubled = changed((json) => ({
      ...json,
      records: [...(json.records as unknown[]), ...(json.records as unknown[])],
    }));
    expect(refusal(doubled).reason).toBe('damaged');
  });

  it('never throws, whatever a byte becomes', () => {
    const random = seededRandom(4);
    for (let trial = 0; trial < 400; trial += 1) {
      const at = random.below(text.length);
      const torn = text.slice(0, at) + String.fromCharCode(random.below(128)) + text.slice(at + 1);
      const result = pasteFragment.run(
        desk.project,
        { fragment: torn, parentId: desk.project.records.get(courseId)?.parentId ?? null },
        { random: seededRandom(trial) },
      );
      if (result.ok) expectLaws(desk.project, result.value.change);
      else expect(result.failure.message).toMatch(/[。；]$/u);
    }
  });

  it('refuses a part of a course and a second level of one kind', () => {
    const [assessment] = childrenOf(desk.project, courseId, 'courseAssessment');
    const result = copyFragment(desk.project, [assessment!.id]);
    expect(!result.ok && result.failure.message).toBe(
      '课程考核方案随它所属的内容而有，不能单独复制或移动。',
    );
    const [major] = childrenOf(desk.project, null, 'major');
    const [level] = childrenOf(desk.project, major!.id, 'majorLevel');
    expect(desk.refused(duplicateRecords, { ids: [level!.id] }).message).toBe(
      '这个专业已经有中级层级，不能再粘贴一个。',
    );
  });
});
