import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert } from '@shared/core/changes/change';
import type { Command } from '@shared/core/commands/command';
import { addRecord } from '@shared/core/commands/add-record';
import { commands } from '@shared/core/commands/index';
import { editField } from '@shared/core/commands/edit-field';
import { seededRandom } from '@shared/core/kernel/random';
import { placeName } from '@shared/core/model/place';
import { projectOf, type Project } from '@shared/core/model/project';
import { isOf, newRecord } from '@shared/core/model/record';
import { starterRecords } from '@shared/core/model/starter';
import { samples } from '@shared/core/samples/index';
import { checkChange, checkProject, type Checked } from '@shared/core/rules/check-project';
import { completeness } from '@shared/core/rules/count-completeness';
import { shippedSettings } from '@shared/core/rules/rule-settings';
import { courseDesk } from '../../../helpers/course';
import { randomProject } from '../../../helpers/random-project';
import { inputMakers } from '../commands/inputs';

/** A change some command would make; undefined when the command finds no place or refuses. */
function someChange(project: Project, seed: number) {
  const random = seededRandom(seed);
  const command = commands[random.below(commands.length)] as Command<unknown>;
  const input = inputMakers[command.id]?.(project, random);
  const result = input === undefined ? undefined : command.run(project, input, { random });
  return result?.ok === true ? result.value.change : undefined;
}

/** What anybody sees of a checked project. */
function seen(checked: Checked) {
  const { findings } = checked;
  return { findings, ...completeness(checked) };
}

describe('checking again after a change', () => {
  it('finds exactly what a check from scratch finds, after any changes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 12 }),
        (start, seeds) => {
          let checked = checkProject(randomProject(start));
          for (const seed of seeds) {
            const change = someChange(checked.project, seed);
            if (change === undefined) continue;
            const after = apply(checked.project, change);
            const scratch = seen(checkProject(after));
            expect(seen(checkProject(after, checked))).toEqual(scratch);
            checked = checkChange(checked, change);
            expect(seen(checked)).toEqual(scratch);
            if (seed % 3 !== 0) continue;
            const back = apply(after, invert(change));
            checked = checkProject(back, checked);
            expect(seen(checked)).toEqual(seen(checkProject(projectOf(back.records.values()))));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('looks again only at the records that have to do with the edit', () => {
    const { desk, courseId, objectiveIds } = courseDesk();
    const before = checkProject(desk.project);
    desk.do(editField, { id: objectiveIds[0], field: 'text', value: '能读懂派工单' });
    const after = checkProject(desk.project, before);
    const again = [...after.memos].filter(([id, memo]) => before.memos.get(id) !== memo);
    expect(again.length).toBeLessThan(after.memos.size / 2);
    expect(again.map(([id]) => id)).toEqual(expect.arrayContaining([courseId, objectiveIds[0]]));
  });

  it('does nothing at all when nothing has changed', () => {
    const checked = checkProject(randomProject(3));
    expect(checkProject(checked.project, checked)).toBe(checked);
  });

  it('is not led astray by a check of another project', () => {
    const other = checkProject(randomProject(8));
    const project = randomProject(9);
    expect(seen(checkProject(project, other))).toEqual(seen(checkProject(project)));
  });

  it('checks everything again by other measures', () => {
    const { desk } = courseDesk();
    const before = checkProject(desk.project);
    const thresholds = { ...shippedSettings.thresholds, learningTasks: { least: 4, most: 8 } };
    const strict = checkProject(desk.project, before, { ...shippedSettings, thresholds });
    expect(before.findings.map(({ ruleId }) => ruleId)).not.toContain('CMP-09');
    expect(strict.findings.map(({ ruleId }) => ruleId)).toContain('CMP-09');
  });

  it('leaves out a pack that is switched off', () => {
    const packs = shippedSettings.packs.map((pack) => ({ ...pack, isOn: false }));
    const checked = checkProject(randomProject(3), undefined, { ...shippedSettings, packs });
    expect(checked.findings).toEqual([]);
    expect(completeness(checked).total).toBe(0);
  });
});

describe('what is said', () => {
  it('is nothing about a project nobody has written in', () => {
    const project = projectOf(starterRecords('汽车维修', seededRandom(1)));
    expect(checkProject(project).findings).toEqual([]);
  });

  it('is nothing that must be changed in the finished sample', () => {
    for (const sample of samples) {
      const project = projectOf(sample.records(seededRandom(2026)));
      const errors = checkProject(project).findings.filter(({ severity }) => severity === 'error');
      expect(errors, sample.id).toEqual([]);
    }
  });

  it('comes in the order of the pages', () => {
    const { desk, workTaskId, courseId, taskIds } = courseDesk();
    desk.add('workObject', workTaskId, '车辆的举升');
    desk.do(editField, { id: workTaskId, field: 'description', value: '待定' });
    desk.do(editField, { id: taskIds[1], field: 'description', value: '客户要求更换制动片' });
    const order = checkProject(desk.project).findings.map((finding) =>
      [finding.record, placeName(finding)].join(' '),
    );
    const places = [
      `${workTaskId} description`,
      `${workTaskId} tools`,
      `${workTaskId} workObject`,
      `${courseId} standardHours`,
      `${courseId} courseObjective`,
      `${courseId} learningContent`,
      `${taskIds[1]} description`,
      `${taskIds[1]} standardHours`,
    ];
    expect(order.filter((place) => places.includes(place))).toEqual(
      places.flatMap((place) => order.filter((found) => found === place)),
    );
  });

  it('stands even when records hang in the air or in a circle', () => {
    const lost = newRecord(
      'learningTask',
      { id: 'lt0000000000000001', parentId: 'co0000000000000009', order: 'a0' },
      { name: '没有课程的任务', standardHours: 3 },
    );
    const circle = ['0000000000000001', '0000000000000002'].map((end, index, ends) =>
      newRecord(
        'course',
        { id: `co${end}`, parentId: `co${ends[1 - index] ?? ''}`, order: 'a0' },
        { name: '待定' },
      ),
    );
    const checked = checkProject(projectOf([lost, ...circle]));
    expect(checked.findings.length).toBeGreaterThan(2);
    expect(completeness(checked).total).toBeGreaterThan(0);
  });
});

describe('how far a project is written', () => {
  it('counts the required places of a course, of its level and of the whole', () => {
    const { desk, levelId, courseId, workTaskId } = courseDesk();
    const checked = checkProject(desk.project);
    const [whole, level, course, task] = [null, levelId, courseId, workTaskId].map((scope) =>
      completeness(checked, scope),
    );
    expect(task?.total).toBe(11);
    expect(task?.done).toBe(1);
    expect(course?.unfinished.map(({ record }) => record)).toContain(courseId);
    expect(level?.total).toBeGreaterThanOrEqual((course?.total ?? 0) + (task?.total ?? 0));
    expect(whole?.total).toBeGreaterThanOrEqual(level?.total ?? 0);
    expect((whole?.done ?? 0) + (whole?.unfinished.length ?? 0)).toBe(whole?.total);
  });

  it('goes up by one when an empty place is filled', () => {
    const { desk, workTaskId } = courseDesk();
    const before = checkProject(desk.project);
    desk.do(editField, { id: workTaskId, field: 'description', value: '维修技师领取派工单。' });
    const after = checkProject(desk.project, before);
    expect(completeness(after).done).toBe(completeness(before).done + 1);
    expect(completeness(after).total).toBe(completeness(before).total);
  });

  it('is whole for the finished sample course', () => {
    const project = projectOf(samples[0]?.records(seededRandom(1)) ?? []);
    const checked = checkProject(project);
    for (const record of project.records.values()) {
      if (!isOf(record, 'course')) continue;
      const { done, total, unfinished } = completeness(checked, record.id);
      expect(unfinished).toEqual([]);
      expect(done).toBe(total);
      expect(total).toBeGreaterThan(20);
    }
  });

  it('counts a list as filled when one line of it is written', () => {
    const { desk, workTaskId } = courseDesk();
    desk.do(addRecord, { kind: 'workObject', parentId: workTaskId });
    const empty = completeness(checkProject(desk.project), workTaskId).unfinished;
    expect(empty.map(({ missing }) => missing)).toContain('workObject');
    desk.add('workObject', workTaskId, '派工单的识读');
    const after = completeness(checkProject(desk.project), workTaskId).unfinished;
    expect(after.map(({ missing }) => missing)).not.toContain('workObject');
  });
});
