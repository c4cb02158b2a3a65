import { describe, expect, it } from 'vitest';
import { cleanParagraphs, withoutNumber } from '@shared/core/clipboard/clean-paragraphs';

const plain = (...lines: readonly string[]) =>
  cleanParagraphs(lines.map((text) => ({ text, listLevel: 0, numberText: '' })));

describe('text pasted from a word processor', () => {
  it('becomes items without the numbers and bullets typed before them', () => {
    expect(
      plain(
        ...['1. 读单', '2．核对', '３、沟通', '（4）举升', '(5) 更换', '⑥检验', '七、归档'],
        ...['• 总结', '\uf0b7 整理', 'a. 清洁', '（一）交车', '● 回访', '- 记录'],
      ),
    ).toEqual([
      ...['读单', '核对', '沟通', '举升', '更换', '检验', '归档'],
      ...['总结', '整理', '清洁', '交车', '回访', '记录'],
    ]);
  });

  it('leaves numbers alone that belong to the text', () => {
    const kept = ['1万公里定期维护', '2.5 L 机油的加注', '4S 店接车', '360°影像的检查'];
    for (const text of [...kept, '-10℃ 冷起动', 'PLC 编程', '一次装夹', 'B超检查', '十字扳手']) {
      expect(withoutNumber(text)).toBe(text);
    }
  });

  it('joins a line that was broken in the middle of a sentence', () => {
    expect(plain('1. 能按照维修手册，', '独立完成检修', '2. 能检查')).toEqual([
      '能按照维修手册，独立完成检修',
      '能检查',
    ]);
    const wide = '1. 能读懂工作任务单与维修手册并与客户沟通核实车辆状况明确';
    expect(plain(wide, '工作内容和要求', '2. 能检查')).toEqual([
      '能读懂工作任务单与维修手册并与客户沟通核实车辆状况明确工作内容和要求',
      '能检查',
    ]);
    expect(plain('能读单', '能检修')).toEqual(['能读单', '能检修']);
  });

  it('is composed (NFC), without zero-width characters, empty lines and lone numbers', () => {
    expect(plain('e\u0301\u200b检\ufeff修', '', '\u00a0', '3')).toEqual(['é检修']);
  });

  it('takes soft line breaks as items and believes the numbers the other program drew', () => {
    expect(
      cleanParagraphs([
        { text: '读单\n核对', listLevel: 1, numberText: '1.' },
        { text: '检验', listLevel: 1, numberText: '2.' },
      ]),
    ).toEqual(['读单', '核对', '检验']);
  });
});
