import { describe, expect, it } from 'vitest';
import { newRecord } from '@shared/core/model/record';
import { projectOf } from '@shared/core/model/project';
import { isSuspect, normaliserVersion, stampOf } from '@shared/core/model/stamp';

const same = (left: string, right: string) => stampOf(left).hash === stampOf(right).hash;

describe('the stamp of a judged text', () => {
  it.each([
    ['punctuation', '能检修，并交付。', '能检修、并交付'],
    ['full and half width', '使用ＰＬＣ（可编程控制器）', '使用PLC(可编程控制器)'],
    ['blanks and line ends', '使用 PLC\n控制', '使用PLC控制'],
    ['invisible characters', '接\u200b车', '接车'],
    ['quotation marks', '“安全”第一', '"安全"第一'],
  ])('does not see %s', (_, left, right) => {
    expect(same(left, right)).toBe(true);
  });

  it.each([
    ['a word', '能检修', '能检测'],
    ['the decimal point', '误差 1.5 mm', '误差 15 mm'],
    ['a percent sign', '达到 80%', '达到 80'],
    ['a comparison', '≤0.02', '≥0.02'],
    ['an added line', '检查', '检查\n交付'],
  ])('sees %s', (_, left, right) => {
    expect(same(left, right)).toBe(false);
  });

  it('keeps the judged text, so that the sentence can be shown and a newer rule be applied', () => {
    expect(stampOf('能检修，').text).toBe('能检修，');
    expect(stampOf(`${'长'.repeat(99_999)}𠮷`).text).toBe('长'.repeat(99_999));
  });

  it('made by another version of the rule is compared by its text', () => {
    const course = newRecord(
      'course',
      { id: 'co1', parentId: null, order: 'a0' },
      { name: '维护' },
    );
    const mapping = (stampText: string) =>
      newRecord(
        'courseTask',
        { id: 'mct1', parentId: 'co1', order: 'a0' },
        { stamp: { hash: 'old', normaliser: normaliserVersion - 1, text: stampText } },
      );
    const project = projectOf([course, mapping('维护')]);
    expect(isSuspect(project, mapping('维护。'))).toBe(false);
    expect(isSuspect(project, mapping('检修'))).toBe(true);
  });

  it('that was never made raises no suspicion', () => {
    const mapping = newRecord('courseTask', { id: 'mct1', parentId: 'co1', order: 'a0' });
    expect(isSuspect(projectOf([mapping]), mapping)).toBe(false);
  });
});
