import { findLayout } from '@shared/core/papers/layouts';
import { paperKinds } from '@shared/core/papers/paper-kinds';

/** The same face under its other names: Windows knows 宋体 as SimSun in a foreign-language system. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  宋体: ['SimSun', 'NSimSun', 'Songti SC'],
  黑体: ['SimHei', 'Heiti SC'],
  楷体: ['KaiTi', 'Kaiti SC'],
  楷体_GB2312: ['KaiTi_GB2312'],
  仿宋: ['FangSong'],
  仿宋_GB2312: ['FangSong_GB2312'],
  方正小标宋简体: ['FZXiaoBiaoSong-B05S'],
};

/** Faces that may stand in on screen, as far as the machine has them. */
const possibleStandIns = [
  '宋体',
  '黑体',
  '楷体',
  '仿宋',
  '微软雅黑',
  '华文中宋',
  '华文仿宋',
  '华文楷体',
  'Noto Serif CJK SC',
  'Noto Sans CJK SC',
  'Source Han Serif SC',
  'Source Han Sans SC',
  'AR PL SungtiL GB',
  'AR PL KaitiM GB',
] as const;

/** The fonts that the papers name, each once, Chinese ones first. */
export function fontsOfPapers(): readonly string[] {
  const styles = paperKinds
    .flatMap(({ layouts }) => layouts)
    .flatMap(({ id }) => Object.values(findLayout(id)?.styles ?? {}));
  return [
    ...new Set([...styles.map(({ eastAsia }) => eastAsia), ...styles.map(({ latin }) => latin)]),
  ];
}

/** Tells whether a font of that name draws text here; `widthOf` measures a line in a CSS font list. */
export function hasFont(name: string, widthOf: (fonts: string) => number): boolean {
  // A font that is missing leaves each line to the generic one behind it, and those differ.
  const draws = (face: string) => {
    const widths = new Set(generics.map((generic) => widthOf(`"${face}", ${generic}`)));
    return widths.size === 1;
  };
  return [name, ...(otherNames[name] ?? [])].some(draws);
}

const generics = ['monospace', 'sans-serif', 'serif'] as const;

/** The faces of this machine that may stand in for a missing one. */
export function standInsHere(widthOf: (fonts: string) => number): readonly string[] {
  return possibleStandIns.filter((name) => hasFont(name, widthOf));
}

/** Measures with a canvas of the window; Latin letters, because every Han glyph is as wide as the next. */
export function canvasWidths(): (fonts: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) throw new Error('The window has no canvas to measure with.');
  return (fonts) => {
    context.font = `72px ${fonts}`;
    return context.measureText('mmmmmWWWiiill,.0168').width;
  };
}
