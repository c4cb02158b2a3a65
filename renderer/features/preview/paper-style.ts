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

/** The rules of the styles drawn so far; a rule once made stays, there are some dozens of them. */
const rules = new Map<string, string>();
let sheet: CSSStyleSheet | undefined;

/**
 * The class of a paragraph style. A paper has thousands of paragraphs and some twenty styles: a rule for
 * each style is made and read once, a `style` attribute as often as there are paragraphs.
 */
export function styleClass(style: ParagraphStyle | undefined): string {
  if (style === undefined) return '';
  const rule = textRule(style);
  const known = rules.get(rule);
  if (known !== undefined) return known;
  const name = `paper-style-${String(rules.size + 1)}`;
  rules.set(rule, name);
  sheet ??= adoptedSheet();
  sheet?.insertRule(`.${name} { ${rule} }`, sheet.cssRules.length);
  return name;
}

/** Undefined where nothing is drawn: in tests without a window. */
function adoptedSheet(): CSSStyleSheet | undefined {
  if (!('adoptedStyleSheets' in document)) return undefined;
  const made = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, made];
  return made;
}

/** A paragraph style as the preview draws it, in real points. */
function textRule(style: ParagraphStyle): string {
  const { size, line } = style;
  const points = 'points' in line ? line.points : size * single * line.multiple;
  return [
    `font-family: "${style.latin}", "${style.eastAsia}", ${standIn(style.eastAsia)}, serif;`,
    `font-size: ${String(size)}pt;`,
    `font-weight: ${style.bold ? '700' : '400'};`,
    `line-height: ${String(points)}pt;`,
    `text-align: ${style.align === 'both' ? 'justify' : style.align};`,
    `text-indent: ${String(style.firstLineChars)}em;`,
    `margin-top: ${String(style.spaceBefore)}pt;`,
    `margin-bottom: ${String(style.spaceAfter)}pt;`,
  ].join(' ');
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
