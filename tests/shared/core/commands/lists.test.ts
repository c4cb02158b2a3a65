import { describe, expect, it } from 'vitest';
import { addAssessmentPoint } from '@shared/core/commands/add-assessment-point';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import { addLevel } from '@shared/core/commands/add-level';
import { addListItem } from '@shared/core/commands/add-list-item';
import { addRecord } from '@shared/core/commands/add-record';
import { editListItem } from '@shared/core/commands/edit-list-item';
import { joinRecords } from '@shared/core/commands/join-records';
import { link } from '@shared/core/commands/link';
import { moveListItem } from '@shared/core/commands/move-list-item';
import { longestKey } from '@shared/core/making/placing';
import { moveRecord } from '@shared/core/commands/move-record';
import { pasteRows } from '@shared/core/commands/paste-rows';
import { removeListItems } from '@shared/core/commands/remove-list-items';
import { splitRecord } from '@shared/core/commands/split-record';
import { seededRandom } from '@shared/core/kernel/random';
import { childrenOf, findOf, projectOf } from '@shared/core/model/project';
import { newRecord } from '@shared/core/model/record';
import { courseDesk, Desk } from '../../../helpers/course';

function written() {
  const made = courseDesk();
  const objectives = () =>
    childrenOf(made.desk.project, made.courseId, 'courseObjective').map(({ text }) => text);
  const contents = () =>
    childrenOf(made.desk.project, made.courseId, 'learningContent').map(({ text }) => text);
  return { ...made, objectives, contents };
}

/** Pasted lines as rows of one column. */
function rowsOf(texts: readonly string[]) {
  return texts.map((text) => ({ text }));
}

describe('writing a list line by line', () => {
  it('splits a line at the caret and goes on in the new one', () => {
    const { desk, objectiveIds, objectives } = written();
    const [id] = objectiveIds;
    const intent = desk.do(splitRecord, { id, field: 'text', head: '能读懂', tail: '任务单' });
    expect(objectives()).toEqual(['能读懂', '任务单', '能更换机油']);
    expect(intent.label).toBe('拆开课程目标');
    expect(findOf(desk.project, 'courseObjective', intent.focus)?.text).toBe('任务单');
  });

  it('keeps a split line in its list: same stage, same kind of content', () => {
    const { desk, courseId, stageIds } = written();
    const fields = { text: '万用表的使用', contentKind: 'theoretical', stageId: stageIds[1] };
    const id = desk.made(addRecord, { kind: 'learningContent', parentId: courseId, fields });
    const next = desk.made(splitRecord, { id, field: 'text', head: '万用表', tail: '的使用' });
    expect(findOf(desk.project, 'learningContent', next)).toMatchObject({
      contentKind: 'theoretical',
      stageId: stageIds[1],
    });
  });

  it('joins a line to the one before it and takes its mappings along', () => {
    const { desk, objectiveIds, taskIds, objectives } = written();
    const [first, second] = objectiveIds;
    const mapping = desk.made(link, {
      kind: 'objectiveTask',
      fromId: second,
      toId: taskIds[0],
      fields: { strength: 'achieve' },
    });
    expect(desk.made(joinRecords, { id: second, field: 'text' })).toBe(first);
    expect(objectives()).toEqual(['能读懂任务单能更换机油']);
    expect(findOf(desk.project, 'objectiveTask', mapping)?.parentId).toBe(first);
    expect(desk.refused(joinRecords, { id: first, field: 'text' }).reason).toBe('first-line');
  });

  it('refuses to join two objectives that are mapped to the same task', () => {
    const { desk, objectiveIds, taskIds } = written();
    for (const objectiveId of objectiveIds) {
      desk.do(link, {
        kind: 'objectiveTask',
        fromId: objectiveId,
        toId: taskIds[0],
        fields: { strength: 'achieve' },
      });
    }
    expect(desk.refused(joinRecords, { id: objectiveIds[1], field: 'text' }).message).toBe(
      '两条都与学习任务“更换机油”有对应，请先解除其中一条的对应再合并。',
    );
  });

  it('joins a stage and what stands under it', () => {
    const { desk, courseId, stageIds } = written();
    const fields = { text: '交车', stageId: stageIds[1] };
    const content = desk.made(addRecord, { kind: 'learningContent', parentId: courseId, fields });
    desk.do(joinRecords, { id: stageIds[1], field: 'name' });
    expect(findOf(desk.project, 'learningContent', content)?.stageId).toBe(stageIds[0]);
  });

  it('joins only within the list a line is shown in', () => {
    const { desk, courseId, objectiveIds, taskIds } = written();
    const practical = { text: '甲', contentKind: 'practical' };
    const theoretical = { text: '乙', contentKind: 'theoretical' };
    desk.do(addRecord, { kind: 'learningContent', parentId: courseId, fields: practical });
    const second = { kind: 'learningContent', parentId: courseId, fields: theoretical } as const;
    const id = desk.made(addRecord, second);
    expect(desk.refused(joinRecords, { id, field: 'text' }).reason).toBe('first-line');
    const [objectiveId] = objectiveIds;
    desk.do(addAssessmentPoint, { objectiveId, learningTaskId: taskIds[0], text: '一' });
    const final = { objectiveId, learningTaskId: null, text: '二' };
    const point = desk.made(addAssessmentPoint, final);
    expect(desk.refused(joinRecords, { id: point, field: 'text' }).reason).toBe('first-line');
  });

  it('pastes a block as lines in one step, without the blank ones', () => {
    const { desk, courseId, objectiveIds, objectives } = written();
    const texts = ['能检测电池', '  ', '', '能更换制动片'];
    const place = {
      kind: 'courseObjective',
      parentId: courseId,
      afterId: objectiveIds[0],
      intoId: null,
      fields: {},
    } as const;
    expect(desk.do(pasteRows, { ...place, rows: rowsOf(texts) }).label).toBe('粘贴 2 条课程目标');
    expect(objectives()).toEqual(['能读懂任务单', '能检测电池', '能更换制动片', '能更换机油']);
    expect(desk.refused(pasteRows, { ...place, rows: rowsOf([' ']) }).reason).toBe('nothing');
    const advice = { ...place, kind: 'teachingAdvice', afterId: null } as const;
    expect(desk.refused(pasteRows, { ...advice, rows: rowsOf(['x']) }).reason).toBe('no-line');
  });

  it('makes short keys for a long paste in the middle of a list', () => {
    const { desk, courseId, objectiveIds, objectives } = written();
    const texts = Array.from({ length: 1_000 }, (_, index) => `目标${index}`);
    const place = {
      kind: 'courseObjective',
      parentId: courseId,
      afterId: objectiveIds[0],
      intoId: null,
      fields: {},
    } as const;
    desk.do(pasteRows, { ...place, rows: rowsOf(texts) });
    expect(objectives()).toEqual(['能读懂任务单', ...texts, '能更换机油']);
    const records = childrenOf(desk.project, courseId, 'courseObjective');
    expect(Math.max(...records.map(({ order }) => order.length))).toBeLessThan(60);
  });
});

describe('the order of a list', () => {
  it('survives any move: it is what a plain list would be', () => {
    const { desk, courseId } = written();
    const texts = Array.from({ length: 8 }, (_, index) => `${index}`);
    const place = { parentId: courseId, afterId: null, intoId: null, fields: {} };
    desk.do(pasteRows, { kind: 'learningContent', ...place, rows: rowsOf(texts) });
    const random = seededRandom(2026);
    const list = childrenOf(desk.project, courseId, 'learningContent').map(({ id }) => id);
    for (let step = 0; step < 600; step += 1) {
      const [id] = list.splice(random.below(list.length), 1);
      const index = random.below(list.length + 1);
      list.splice(index, 0, id ?? '');
      const afterId = list[index - 1] ?? null;
      desk.do(moveRecord, { id: id ?? '', parentId: courseId, afterId });
      const now = childrenOf(desk.project, courseId, 'learningContent');
      expect(now.map((record) => record.id)).toEqual(list);
      expect(now.every(({ order }) => order.length <= longestKey)).toBe(true);
    }
  });

  it('finds room where two records have one key after a merge, or keys that are not ours', () => {
    for (const orders of [
      ['a1', 'a1', 'a1'],
      ['zz!', 'zz!0', '汉'],
      ['b', 'a0', 'a00'],
    ]) {
      const { desk, courseId } = written();
      const ids = ['1', '2', '3'].map((digit) => `cs000000000000000${digit}`);
      const stages = orders.map((order, index) =>
        newRecord(
          'courseStage',
          { id: ids[index] ?? '', parentId: courseId, order },
          { name: order },
        ),
      );
      const others = [...desk.project.records.values()].filter(
        ({ kind }) => kind !== 'courseStage',
      );
      const merged = new Desk(projectOf([...others, ...stages]));
      const before = childrenOf(merged.project, courseId, 'courseStage').map(({ id }) => id);
      const [first = '', second = '', third = ''] = before;
      merged.do(moveRecord, { id: third, parentId: courseId, afterId: first });
      const after = childrenOf(merged.project, courseId, 'courseStage').map(({ id }) => id);
      expect(after).toEqual([first, third, second]);
      const place = { kind: 'courseStage', parentId: courseId } as const;
      const added = merged.made(addRecord, { ...place, afterId: third });
      const last = childrenOf(merged.project, courseId, 'courseStage').map(({ id }) => id);
      expect(last).toEqual([first, third, added, second]);
    }
  });

  it('does nothing when a thing is dropped where it stands', () => {
    const { desk, courseId, taskIds } = written();
    const move = (afterId: string | null) =>
      desk.do(moveRecord, { id: taskIds[1], parentId: courseId, afterId }).change;
    expect(move(taskIds[0])).toEqual([]);
    expect(move(taskIds[1])).toEqual([]);
    expect(move(null)).toHaveLength(1);
  });

  it('puts levels in their order, whatever comes first', () => {
    const { desk } = written();
    desk.do(addLevel, { level: 'preTechnician' });
    const { label } = desk.do(addLevel, { level: 'advanced' });
    expect(label).toBe('新增培养层级“高级”');
    const [major] = childrenOf(desk.project, null, 'major');
    const levels = childrenOf(desk.project, major?.id ?? '', 'majorLevel');
    expect(levels.map(({ level }) => level)).toEqual(['intermediate', 'advanced', 'preTechnician']);
    expect(desk.refused(addLevel, { level: 'advanced' }).message).toBe('这个专业已经有高级。');
  });

  it('refuses a place behind something that has gone', () => {
    const { desk, courseId, objectiveIds } = written();
    const place = { courseId, name: '新', afterId: objectiveIds[0] };
    expect(desk.refused(addLearningTask, place).reason).toBe('place-missing');
  });
});

describe('a list inside a record', () => {
  it('is added to, written in, moved in and taken from item by item', () => {
    const { desk, workTaskId: id } = written();
    const field = 'tools';
    const tools = () => findOf(desk.project, 'typicalWorkTask', id)?.tools ?? [];
    desk.do(addListItem, { id, field, afterItemId: null, text: '扳手' });
    const [wrench] = tools();
    const added = { id, field, afterItemId: wrench?.id ?? '', text: '万用表' };
    expect(desk.do(addListItem, added).label).toBe('在“汽车维护”的工具里新增“万用表”');
    const meter = tools()[1]?.id ?? '';
    desk.do(editListItem, { id, field, itemId: meter, text: '数字万用表' });
    desk.do(moveListItem, { id, field, itemId: meter, afterItemId: null });
    expect(tools().map(({ text }) => text)).toEqual(['数字万用表', '扳手']);
    const gone = desk.do(removeListItems, { id, field, itemIds: [meter] });
    expect(gone.label).toBe('从“汽车维护”的工具里删除“数字万用表”');
    expect(tools()).toEqual([{ id: wrench?.id, text: '扳手' }]);
    expect(desk.refused(editListItem, { id, field, itemId: meter, text: '' }).reason).toBe(
      'item-missing',
    );
    expect(desk.refused(addListItem, { ...added, field: 'name' }).reason).toBe('field-missing');
  });
});
