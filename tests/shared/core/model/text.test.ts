import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, shortened, textProblem } from '@shared/core/model/text';

describe('text as it is stored', () => {
  it('has one kind of line end and no tabs', () => {
    expect(normaliseText('一\r\n二\r三\u2028四\u2029五\u0085六\v七\t八', 'text')).toBe(
      '一\n二\n三\n四\n五\n六\n七 八',
    );
  });

  it('is one line where one line is asked for', () => {
    expect(normaliseText('检查 \n\n 更换\r\n交车', 'line')).toBe('检查 更换 交车');
  });

  it('keeps what a reader can see: blanks, full width, rare characters, emoji', () => {
    const seen = '　全角，ＰＬＣ m²　CO₂ 𠮷 🔧 “引号” …… ';
    expect(normaliseText(seen, 'text')).toBe(seen);
    expect(textProblem(seen)).toBeUndefined();
  });

  it('is cleaned of control characters and noncharacters; what Word writes with them is kept', () => {
    for (const bad of ['\u0000', '\u0001', '\u001f', '\u007f', '\u009f', '\uffff', '\ufdd0']) {
      expect(normaliseText(`a${bad}b`, 'text'), JSON.stringify(bad)).toBe('ab');
    }
    expect(normaliseText('软\u000b换行\u000c换页\u000e换栏', 'text')).toBe('软\n换行\n换页\n换栏');
    expect(normaliseText('甲\u0007乙\u0007\u0007\r\n丙\u0007', 'text')).toBe('甲 乙\n丙');
    expect(normaliseText('5\u001e10 A', 'text')).toBe('5-10 A');
    expect(normaliseText('半个\ud842字', 'text')).toBe('半个\ufffd字');
    expect(textProblem('第一段\n第二段')).toBeUndefined();
  });

  it('is refused while it is written with half a character, for the other half may come', () => {
    for (const half of ['\ud800', 'x\udfff', '\udc00\ud800']) {
      expect(textProblem(half)).toContain('半个字符');
    }
  });

  it('once normalised stays as it is, whatever it was', () => {
    const any = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(any, fc.constantFrom('line', 'text'), (value, shape) => {
        const once = normaliseText(value, shape);
        expect(normaliseText(once, shape)).toBe(once);
        expect(once.includes('\n') && shape === 'line').toBe(false);
      }),
    );
  });

  it('is shortened by characters, never in the middle of one', () => {
    expect(shortened('𠮷'.repeat(30), 5)).toBe('𠮷𠮷𠮷𠮷…');
    expect(shortened(' 短\n文 ')).toBe('短 文');
  });
});
