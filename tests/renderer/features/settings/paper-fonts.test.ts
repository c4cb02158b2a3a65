import { describe, expect, it } from 'vitest';
import { fontsOfPapers, hasFont, standInsHere } from '@renderer/features/settings/paper-fonts';

/** A machine with some fonts: a missing one falls to the generic behind it, and those are unlike. */
function machineWith(...fonts: readonly string[]): (list: string) => number {
  const generic: Readonly<Record<string, number>> = {
    monospace: 100,
    'sans-serif': 120,
    serif: 140,
  };
  return (list) => {
    const [, name = '', behind = ''] = /^"(.+)", (.+)$/.exec(list) ?? [];
    return fonts.includes(name) ? 90 : (generic[behind] ?? 0);
  };
}

describe('the fonts of the papers', () => {
  it('are named once each, as the layouts name them', () => {
    const fonts = fontsOfPapers();
    expect(fonts).toContain('宋体');
    expect(fonts).toContain('Times New Roman');
    expect(new Set(fonts).size).toBe(fonts.length);
  });

  it('are known by their other names too', () => {
    expect(hasFont('宋体', machineWith('SimSun'))).toBe(true);
    expect(hasFont('楷体', machineWith('楷体'))).toBe(true);
    expect(hasFont('仿宋_GB2312', machineWith('FangSong'))).toBe(false);
  });

  it('can be stood in for only by faces the machine has', () => {
    expect(standInsHere(machineWith('Noto Serif CJK SC', 'SimHei'))).toEqual([
      '黑体',
      'Noto Serif CJK SC',
    ]);
  });
});
