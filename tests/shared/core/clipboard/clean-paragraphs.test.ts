import { describe, expect, it } from 'vitest';
import { cleanParagraphs, cleanText } from '@shared/core/clipboard/clean-paragraphs';

const cleaned = (...lines: readonly string[]) =>
  cleanParagraphs(lines.map((text) => ({ text, listLevel: 0, numberText: '' })));
const plain = (...lines: readonly string[]) => cleaned(...lines).items;

describe('text pasted from a word processor', () => {
  it('becomes items without the numbers of a series and the bullets before them', () => {
    expect(
      plain(
        ...['1. 读单', '2．核对', '３、沟通', '（1）举升', '(2) 更换', '⑤检验', '⑥归档'],
        ...['• 总结', '\uf0b7 整理', 'a. 清洁', 'b. 装配', '（一）交车', '（二）回访'],
        ...['● 保养', '- 记录', '- 存档'],
      ),
    ).toEqual([
      ...['读单', '核对', '沟通', '举升', '更换', '检验', '归档'],
      ...['总结', '整理', '清洁', '装配', '交车', '回访'],
      ...['保养', '记录', '存档'],
    ]);
  });

  it('keeps what only looks like a number: it counts on from nothing', () => {
    const texts = [
      '一、二级维护作业项目的确认',
      '三、四级工的技能要求',
      '十、百、千分表的使用',
      '（2）班学生的分组',
      '3. 5级砂轮的选用',
    ];
    for (const text of texts) expect(plain(text)).toEqual([text]);
    expect(plain(...texts)).toEqual(texts);
    const kept = ['1万公里定期维护', '2.5 L 机油的加注', '4S 店接车', '360°影像的检查'];
    for (const text of [...kept, '-10℃ 冷起动', 'PLC 编程', '一次装夹', 'B超检查', '十字扳手']) {
      expect(plain(text, text)).toEqual([text, text]);
    }
  });

  it('keeps the marks that mean something: ★ ※ 重点, △ 难点, ○', () => {
    const marked = ['★ 制动液的更换', '※ 故障码的读取', '○ 认识仪表', '△ 间隙的调整', '☆ 拓展'];
    expect(plain(...marked)).toEqual(marked);
  });

  it('says what was taken off, item for item', () => {
    expect(cleaned('1. 读单', '2. 核对', '• 总结', '交车').asTyped).toEqual([
      ...['1. 读单', '2. 核对', '• 总结', '交车'],
    ]);
  });

  it('goes on in the next line only where a sentence cannot end', () => {
    expect(plain('1. 能按照维修手册，', '独立完成检修', '2. 能检查')).toEqual([
      '能按照维修手册，独立完成检修',
      '能检查',
    ]);
    const long = '虚拟化平台软件（VMware/KVM/Hyper-V）的分类及应用目的';
    expect(plain(long, '横向练习：安装虚拟机')).toEqual([long, '横向练习：安装虚拟机']);
    expect(plain(`1. ${long}`, '横向练习：安装虚拟机', '2. 能检查')).toEqual([
      ...[long, '横向练习：安装虚拟机', '能检查'],
    ]);
    expect(plain('能读单', '能检修')).toEqual(['能读单', '能检修']);
  });

  it('keeps a line that is a number, and makes no item of a mark alone', () => {
    expect(plain('检查', '12', '更换')).toEqual(['检查', '12', '更换']);
    expect(plain('能检查制动片', '。', '能更换')).toEqual(['能检查制动片。', '能更换']);
    expect(plain('。', '……', '能更换。', '。')).toEqual(['能更换。']);
  });

  it('is composed (NFC), without controls, zero-width characters and empty lines', () => {
    expect(plain('e\u0301\u200b检\ufeff修', '', '\u00a0')).toEqual(['é检修']);
    expect(cleanText('甲\u0007\u000b乙\u000c丙\u001e丁\u001f戊')).toBe('甲\n乙\n丙-丁戊');
  });

  it('takes soft line breaks as items and believes the numbers the other program drew', () => {
    expect(
      cleanParagraphs([
        { text: '读单\n核对', listLevel: 1, numberText: '1.' },
        { text: '检验', listLevel: 1, numberText: '2.' },
      ]).items,
    ).toEqual(['读单', '核对', '检验']);
  });
});
