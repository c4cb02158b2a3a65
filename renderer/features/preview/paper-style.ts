import type { CSSProperties } from 'react';
import type { PageSetup, Paper, ParagraphStyle } from '@shared/core/papers/block';

/** What stands in on screen for a font a machine does not have; the paper itself names the real one. */
const standIns: readonly (readonly [RegExp, string])[] = [
  [/小标宋/, '"FZXiaoBiaoSong-B05S", "STZhongsong", "SimHei", "Noto Serif CJK SC"'],
  [/黑/, '"SimHei", "Microsoft YaHei", "Heiti SC", "Noto Sans CJK SC"'],
  [/仿宋/, '"FangSong", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC"'],
  [/楷/, '"KaiTi", "KaiTi_GB2312", "STKaiti", "AR PL UKai CN", "Noto Serif CJK SC"'],
  [/./, '"SimSun", "Songti SC", "Noto Serif CJK SC"'],
];

/** Single spacing of a Han font, in multiples of its size. */
const single = 1.3;

/** A paragraph style as the preview draws it, in real points. */
export function textStyle(style: ParagraphStyle): CSSProperties {
  const { size, line } = style;
  const points = 'points' in line ? line.points : size * single * line.multiple;
  return {
    fontFamily: `"${style.latin}", "${style.eastAsia}", ${standIn(style.eastAsia)}, serif`,
    fontSize: `${String(size)}pt`,
    fontWeight: style.bold ? 700 : 400,
    lineHeight: `${String(points)}pt`,
    textAlign: style.align === 'both' ? 'justify' : style.align,
    textIndent: `${String(style.firstLineChars)}em`,
    marginTop: `${String(style.spaceBefore)}pt`,
    marginBottom: `${String(style.spaceAfter)}pt`,
  };
}

/** The styles with the fonts that the teacher lets stand in on screen; the very same ones when there are none. */
export function withStandIns(
  styles: Paper['styles'],
  fonts: Readonly<Record<string, string>>,
): Paper['styles'] {
  if (Object.keys(fonts).length === 0) return styles;
  return Object.fromEntries(
    Object.entries(styles).map(([id, style]) => [
      id,
      {
        ...style,
        eastAsia: fonts[style.eastAsia] ?? style.eastAsia,
        latin: fonts[style.latin] ?? style.latin,
      },
    ]),
  );
}

function standIn(font: string): string {
  return standIns.find(([pattern]) => pattern.test(font))?.[1] ?? 'serif';
}

/** Millimetres to CSS pixels. */
export function pixelsOf(millimetres: number): number {
  return (millimetres * 96) / 25.4;
}

/** Width and height of the text area in CSS pixels. */
export function textArea({ width, height, margin }: PageSetup): {
  readonly width: number;
  readonly height: number;
} {
  return {
    width: pixelsOf(width - margin.left - margin.right),
    height: pixelsOf(height - margin.top - margin.bottom),
  };
}

/** Where the number of a page stands: in the middle, or by turns at the right and the left. */
export function footerPlace(
  { footerAt, margin }: PageSetup,
  { size }: ParagraphStyle,
  printed: string,
): CSSProperties {
  if (footerAt !== 'outside') return {};
  const inward = (mm: number) => `calc(${String(mm)}mm + ${String(size)}pt)`;
  const textAlign = Number(printed) % 2 === 0 ? 'left' : 'right';
  return { left: inward(margin.left), right: inward(margin.right), textAlign };
}
