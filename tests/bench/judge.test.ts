import { describe, expect, it } from 'vitest';
import { budgets, judge, quietCalibration, ratios } from '../../bench/judge';

const finding = {
  id: 'export',
  work: 'writing',
  measured: { milliseconds: 300 },
  baselines: { other: 200 },
};

describe('the bench', () => {
  it('keeps within a ratio to the same work of another program, and not beyond it', () => {
    const times = (most: number) =>
      judge(finding, quietCalibration, [{ value: 'milliseconds', times: most, of: 'other' }]);
    expect(times(1.5)).toEqual({
      ok: true,
      verdicts: [{ value: 'milliseconds', of: 'other', actual: 1.5, allowed: 1.5, ok: true }],
    });
    expect(times(1.4).ok).toBe(false);
  });

  it('allows a machine of half the speed twice the milliseconds', () => {
    const limits = [{ value: 'milliseconds', milliseconds: 200 }];
    expect(judge(finding, quietCalibration, limits).ok).toBe(false);
    expect(judge(finding, quietCalibration * 2, limits).ok).toBe(true);
  });

  it('counts what is not a time as it is, on a slow machine too', () => {
    const limits = [{ value: 'milliseconds', most: 299 }];
    expect(judge(finding, quietCalibration * 2, limits).ok).toBe(false);
    expect(judge(finding, quietCalibration, [{ value: 'milliseconds', most: 300 }]).ok).toBe(true);
  });

  it('does not pass what was not measured or has no budget', () => {
    const missing = [{ value: 'milliseconds', times: 9, of: 'nobody' }];
    expect(judge(finding, quietCalibration, missing).ok).toBe(false);
    expect(judge(finding, quietCalibration, [{ value: 'p95', milliseconds: 9 }]).ok).toBe(false);
    expect(judge({ ...finding, id: 'unknown' }, quietCalibration).ok).toBe(false);
  });

  it('tells every ratio by the name of its baseline', () => {
    expect(ratios(finding)).toEqual({ other: 1.5 });
  });

  it('has a budget for each work it measures', () => {
    const works = [
      'edit',
      'export',
      'memory',
      'open',
      'outline',
      'preview',
      'rules',
      'settling',
      'start',
      'typing',
      'typing-sample',
      'typing-sample-outline',
      'typing-sample-settling',
    ];
    expect(Object.keys(budgets).sort()).toEqual(works);
  });
});
