import { describe, expect, it } from 'vitest';
import { apply, type Change, changeOf, compose, fits, invert } from '@shared/core/changes/change';
import { commands } from '@shared/core/commands/index';
import type { Command } from '@shared/core/commands/command';
import { seededRandom } from '@shared/core/kernel/random';
import { emptyProject, type Project, projectOf } from '@shared/core/model/project';
import { newRecord } from '@shared/core/model/record';
import { pick, randomProject } from '../../../helpers/random-project';
import { indexes, plain } from '../../../helpers/laws';
import { inputMakers } from '../commands/inputs';

const major = newRecord('major', { id: 'ma1', parentId: null, order: 'a0' }, { name: '汽车维修' });
const renamed = { ...major, name: '汽车检测' };

/** A change some command makes on a project. */
function someChange(project: Project, seed: number): Change {
  const random = seededRandom(seed);
  for (let tries = 0; tries < 100; tries += 1) {
    const command = pick(random, commands) as Command<unknown> | undefined;
    const input = command && inputMakers[command.id]?.(project, random);
    const result = input === undefined ? undefined : command?.run(project, input, { random });
    if (result?.ok && result.value.change.length > 0) return result.value.change;
  }
  throw new Error('no command was accepted');
}

describe('a change', () => {
  it('says before and after, sorted, without what changes nothing', () => {
    const change = changeOf([
      { id: 'ma2', before: null, after: { ...major, id: 'ma2' } },
      { id: 'ma1', before: major, after: renamed },
      { id: 'ma3', before: { ...major, id: 'ma3' }, after: { ...major, id: 'ma3' } },
    ]);
    expect(change.map(({ id }) => id)).toEqual(['ma1', 'ma2']);
  });

  it('fits only the state it was made for', () => {
    const change = changeOf([{ id: 'ma1', before: major, after: renamed }]);
    expect(fits(projectOf([major]), change)).toBe(true);
    expect(fits(projectOf([renamed]), change)).toBe(false);
    expect(fits(emptyProject, change)).toBe(false);
  });

  it('and its inverse cancel out', () => {
    const change = changeOf([{ id: 'ma1', before: null, after: major }]);
    expect(compose(change, invert(change))).toEqual([]);
    expect(invert(invert(change))).toEqual(change);
  });

  it('after another is one change with the effect of both', () => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const project = randomProject(seed);
      const first = someChange(project, seed);
      const middle = apply(project, first);
      const second = someChange(middle, seed + 5_000);
      const both = compose(first, second);
      const stepwise = apply(middle, second);
      const atOnce = apply(project, both);
      expect(plain(atOnce), `seed ${seed}`).toEqual(plain(stepwise));
      expect(indexes(atOnce)).toEqual(indexes(stepwise));
      expect(fits(project, both)).toBe(true);
      expect(plain(apply(stepwise, invert(both)))).toEqual(plain(project));
    }
  });
});
