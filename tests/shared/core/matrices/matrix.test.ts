import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { matrixOf } from '@shared/core/matrices/matrix';
import { matrixSpecs } from '@shared/core/matrices/spec';
import {
  childrenOf,
  findOf,
  type Project,
  projectOf,
  referrersOf,
} from '@shared/core/model/project';
import { objectiveHours } from '@shared/core/hours/course-hours';
import { samples } from '@shared/core/samples/index';
import { randomProject } from '../../../helpers/random-project';

const specOf = (id: string) => matrixSpecs.find((spec) => spec.id === id) ?? never();

function never(): never {
  throw new Error('no such matrix');
}

function ofMajor(project: Project, id: string) {
  const [major] = childrenOf(project, null, 'major');
  return matrixOf(project, specOf(id), { from: major ?? never() });
}

/** The same sums, the long way round. */
function expectedHours(project: Project, requirementId: string, courseId: string): number {
  const objectives = new Set(
    referrersOf(project, requirementId, 'objectiveRequirement').flatMap(({ parentId }) => {
      const objective = findOf(project, 'courseObjective', parentId);
      return objective?.parentId === courseId ? [objective.id] : [];
    }),
  );
  let sum = 0;
  for (const record of project.records.values()) {
    if (record.kind !== 'learningTask') continue;
    for (const [id, hours] of objectiveHours(project, record.id)) {
      if (objectives.has(findOf(project, 'objectiveTask', id)?.parentId ?? '')) sum += hours;
    }
  }
  return sum;
}

describe('覆盖矩阵', () => {
  const sample = projectOf(samples[1]?.records(seededRandom(3)) ?? []);

  it('of the sample: each task has its course, each requirement hours and criteria', () => {
    const tasks = ofMajor(sample, 'M1');
    expect(tasks.rows).toHaveLength(15);
    expect(tasks.rows.filter(({ of }) => of === 0)).toEqual([]);
    const requirements = ofMajor(sample, 'M6c');
    for (const cell of requirements.cells) {
      expect(cell.hours).toBe(expectedHours(sample, cell.row, cell.column));
    }
    expect(requirements.rows.filter(({ covered }) => covered === 0)).toEqual([]);
  });

  it('of any project: hours are those of the shares reached, each once in a cell and once in a sum', () => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const project = randomProject(seed);
      const { cells, rows } = ofMajor(project, 'M6c');
      for (const cell of cells) {
        expect(cell.hours, `seed ${String(seed)}`).toBe(
          expectedHours(project, cell.row, cell.column),
        );
        const missing = [
          ...(cell.hours === 0 ? ['hours'] : []),
          ...(cell.criteria.length === 0 ? ['criterion'] : []),
        ];
        expect(cell.missing).toEqual(missing);
        expect(cell.state).toBe(missing.length === 0 ? 'covered' : 'partial');
      }
      for (const row of rows) {
        const own = cells.filter((cell) => cell.row === row.id);
        expect(row.of).toBe(own.length);
        expect(row.hours).toBeLessThanOrEqual(
          own.reduce((sum, { hours }) => sum + (hours ?? 0), 0),
        );
      }
    }
  });

  it('of objectives has the 终结性考核 as its last column, which a criterion alone covers', () => {
    const { columns, cells } = ofMajor(sample, 'M3');
    const finals = columns.filter(({ kind }) => kind === 'finalAssessment');
    expect(columns.slice(-finals.length)).toEqual(finals);
    const assessed = cells.filter(({ column }) => finals.some(({ id }) => id === column));
    expect(assessed.length).toBeGreaterThan(15);
    expect(assessed.every(({ hours, state }) => hours === null && state === 'covered')).toBe(true);
  });
});
