import { describe, expect, it } from 'vitest';
import { pastedLines, withoutNumber } from '@renderer/features/pages/fields/pasted-lines';

describe('a pasted block', () => {
  it('becomes one text per line, without the numbers typed before them', () => {
    expect(
      pastedLines('1. 读单\r\n2．核对车辆\n3、 沟通\n（4）举升\n(5) 更换\n⑥检验\n七、归档\n• 总结'),
    ).toEqual(['读单', '核对车辆', '沟通', '举升', '更换', '检验', '归档', '总结']);
  });

  it('takes a row of a table as one line and drops the column of numbers and empty rows', () => {
    expect(pastedLines('1\t读单\t派工单\n\n2\t核对\t\n\t\n')).toEqual(['读单 派工单', '核对']);
  });

  it('leaves numbers alone that belong to the text', () => {
    for (const text of [
      '1万公里定期维护',
      '2.5 L 机油的加注',
      '4S 店接车',
      '360°影像的检查',
      '-10℃ 冷起动',
    ]) {
      expect(withoutNumber(text)).toBe(text);
    }
  });
});
