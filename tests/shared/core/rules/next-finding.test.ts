import { describe, expect, it } from 'vitest';
import { editField } from '@shared/core/commands/edit-field';
import { type Place, placeKey, samePlace } from '@shared/core/model/place';
import { checkProject } from '@shared/core/rules/check-project';
import { completeness } from '@shared/core/rules/count-completeness';
import { nextFinding, stopsOf } from '@shared/core/rules/next-finding';
import { courseDesk } from '../../../helpers/course';

function opened() {
  const { desk, taskIds, workTaskId, courseId } = courseDesk();
  desk.do(editField, { id: taskIds[1], field: 'standardHours', value: 40 });
  const checked = checkProject(desk.project);
  const places = completeness(checked).unfinished;
  return { checked, places, taskIds, workTaskId, courseId };
}

describe('F8 and Shift+F8', () => {
  it('stop at what is wrong and at what is not written yet, each place once, in page order', () => {
    const { checked, places } = opened();
    const stops = stopsOf(checked);
    const keys = stops.map((stop) => [placeKey(stop), stop.ruleId].join(' '));
    expect(new Set(keys).size).toBe(keys.length);
    for (const place of [...places, ...checked.findings]) {
      expect(stops.some((stop) => samePlace(stop, place))).toBe(true);
    }
    expect(checked.order.sorted(stops, () => 0)).toEqual(stops);
  });

  it('go through every unfinished place once, and begin again', () => {
    const { checked, places } = opened();
    const visited = [];
    let from = nextFinding(checked.order, places, { from: null, direction: 'forward' });
    for (let count = 0; count < places.length && from !== undefined; count += 1) {
      visited.push(from);
      from = nextFinding(checked.order, places, { from, direction: 'forward' });
    }
    expect(visited).toEqual(places);
    expect(from).toBe(places[0]);
  });

  it('go on from where the writer is, though nothing is missing there', () => {
    const { checked, places, taskIds } = opened();
    const here = { record: taskIds[1], field: 'standardHours' };
    const next = nextFinding(checked.order, places, { from: here, direction: 'forward' });
    expect(next).toMatchObject({ record: taskIds[1], missing: 'objectiveTask' });
    const back = nextFinding(checked.order, places, { from: here, direction: 'back' });
    expect(back).toMatchObject({ record: taskIds[1], field: 'description' });
  });

  it('come from the first place to the last when going back', () => {
    const { checked, places } = opened();
    const from = places[0] ?? null;
    expect(nextFinding(checked.order, places, { from, direction: 'back' })).toBe(places.at(-1));
  });

  it('go nowhere when all is done', () => {
    const { checked } = opened();
    const nowhere = nextFinding<Place>(checked.order, [], { from: null, direction: 'back' });
    expect(nowhere).toBeUndefined();
  });
});
