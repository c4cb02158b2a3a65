import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { distributeShares } from '@shared/core/commands/distribute-shares';
import { editField } from '@shared/core/commands/edit-field';
import { setWeights } from '@shared/core/commands/set-weights';
import {
  assessmentShares,
  courseWeights,
  sharesInOrder,
} from '@shared/core/hours/assessment-weights';
import { restOfHundred, sumOfPercents } from '@shared/core/hours/percent';
import { canonicalJson } from '@shared/core/kernel/canonical-json';
import { seededRandom } from '@shared/core/kernel/random';
import { onlyChildOf } from '@shared/core/model/project';
import { parseRecord, storedForm } from '@shared/core/model/record';
import { courseDesk } from '../../../helpers/course';

/** A course whose learning tasks have these shares. */
function assessed(percents: readonly (number | null)[]) {
  const { desk, courseId } = courseDesk();
  const assessmentId = onlyChildOf(desk.project, courseId, 'courseAssessment')?.id ?? '';
  sharesInOrder(desk.project, assessmentId).forEach(({ share }, index) => {
    desk.do(editField, { id: share.id, field: 'percent', value: percents[index] ?? null });
  });
  return { desk, courseId, assessmentId };
}

describe('占比 and weights to the tenth', () => {
  it('33.3, 33.3 and 33.4 are 100 and not nearly 100', () => {
    expect(33.3 + 33.3 + 33.4).toBe(100);
    expect(16.1 + 48.2 + 35.7).not.toBe(100);
    expect(sumOfPercents([16.1, 48.2, 35.7])).toBe(100);
    expect(restOfHundred(33.3, 33.3)).toBe(33.4);
  });

  it('any tenths that make 100 are found to make 100, and what is left is exact', () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(tenths, (parts) => {
        const percents = parts.map((part) => part / 10);
        const rest = restOfHundred(...percents);
        expect(sumOfPercents([...percents, rest])).toBe(100);
        expect(Number((rest * 10).toFixed(6)) % 1).toBe(0);
      }),
    );
  });

  it('a share that is not given gets exactly what the others leave', () => {
    const { desk, assessmentId } = assessed([33.3, 33.3]);
    const { parts, sum, message } = assessmentShares(desk.project, assessmentId);
    expect(sum).toBe(100);
    expect(message).toBe('');
    const given = parts.reduce((tenths, { percent }) => tenths + Math.round(percent * 10), 0);
    expect(given).toBe(1000);
  });

  it('are shared out whole where all are whole, else to the tenth, always to 100', () => {
    for (const percents of [[40, 40], [33.3, 33.3, 33.3], [12.5]]) {
      const { desk, assessmentId } = assessed(percents);
      desk.do(distributeShares, { assessmentId });
      const shown = assessmentShares(desk.project, assessmentId);
      expect(shown.sum).toBe(100);
      for (const { percent } of shown.parts) expect(String(percent)).toMatch(/^\d+(\.\d)?$/);
    }
  });

  it('the two weights of a mark stand to each other to the tenth', () => {
    const { desk, assessmentId } = assessed([]);
    desk.do(setWeights, { assessmentId, processWeight: 79.8 });
    expect(courseWeights(desk.project, assessmentId)).toMatchObject({
      process: 79.8,
      final: 20.2,
      sum: 100,
      message: '',
    });
    const input = { assessmentId, processWeight: 79.85 };
    expect(setWeights.run(desk.project, input, { random: seededRandom(1) }).ok).toBe(false);
  });

  it('read and written five times they are the same bytes, and whole ones are as they always were', () => {
    const { desk, assessmentId } = assessed([33.3, 33.3, 33.4]);
    for (const { share } of sharesInOrder(desk.project, assessmentId)) {
      let text = canonicalJson(storedForm(share));
      for (let time = 0; time < 5; time += 1) {
        const read = parseRecord(JSON.parse(text));
        if ('problem' in read) throw new Error(read.problem);
        const again = canonicalJson(storedForm(read));
        expect(again).toBe(text);
        text = again;
      }
    }
    const whole = assessed([40]);
    const [first] = sharesInOrder(whole.desk.project, whole.assessmentId);
    expect(first === undefined ? '' : canonicalJson(storedForm(first.share))).toMatch(
      /"percent":40[,}]/,
    );
  });
});
