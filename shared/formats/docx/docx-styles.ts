import {
  AlignmentType,
  type IStylesOptions,
  type IParagraphStyleOptions,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
} from 'docx';
import type {
  Block,
  HeadingBlock,
  Paper,
  ParagraphStyle,
  StyleName,
} from '../../core/papers/block';

/** Reference of the chapter numbering 一、（一）1.（1）. */
export const chapterNumbering = 'chapters';

const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  both: AlignmentType.BOTH,
} as const;

/** Id of a layout's paragraph style in Word. */
export function styleId(name: StyleName): string {
  return `Gx${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Id of Word's own heading style of a level, so that the navigation pane and tables of contents know it. */
export function headingStyleId(level: HeadingBlock['level']): string {
  return `Heading${String(level)}`;
}

/** The paragraph styles of the layout. */
export function paragraphStyles(paper: Paper): readonly IParagraphStyleOptions[] {
  const headings = headingLooks(paper.blocks);
  return Object.entries(paper.styles)
    .filter(([name]) => !headings.has(name))
    .map(([name, style]) => ({
      id: styleId(name),
      name: `gx ${name}`,
      basedOn: 'Normal',
      quickFormat: true,
      ...look(style),
    }));
}

/** Word's own heading styles in the look the layout gives them. */
export function headingStyles(paper: Paper): NonNullable<IStylesOptions['default']> {
  const found = [...headingLooks(paper.blocks)].flatMap(([name, level]) => {
    const style = paper.styles[name];
    if (style === undefined) return [];
    const { run, paragraph } = look(style);
    const own = {
      ...paragraph,
      keepNext: true,
      outlineLevel: level - 1,
      numbering: { reference: chapterNumbering, level: level - 1 },
    };
    return [[`heading${String(level)}`, { run, paragraph: own }] as const];
  });
  return Object.fromEntries(found);
}

function headingLooks(blocks: readonly Block[]): ReadonlyMap<StyleName, HeadingBlock['level']> {
  return new Map(
    blocks.flatMap((block) => (block.type === 'heading' ? [[block.style, block.level]] : [])),
  );
}

function look(style: ParagraphStyle) {
  const { size, bold, align, line, firstLineChars } = style;
  const spacing =
    'points' in line
      ? { line: Math.round(line.points * 20), lineRule: LineRuleType.EXACT }
      : { line: Math.round(line.multiple * 240), lineRule: LineRuleType.AUTO };
  return {
    run: {
      font: { ascii: style.latin, hAnsi: style.latin, cs: style.latin, eastAsia: style.eastAsia },
      size: Math.round(size * 2),
      sizeComplexScript: Math.round(size * 2),
      ...(bold ? { bold: true } : {}),
    },
    paragraph: {
      alignment: alignments[align],
      widowControl: true,
      // Word's own default, said aloud: LibreOffice 7.4 reads it the other way round, and its hanging
      // marks lose a comma at the end of a justified line or set an empty line after a full stop.
      overflowPunctuation: true,
      spacing: {
        ...spacing,
        before: Math.round(style.spaceBefore * 20),
        after: Math.round(style.spaceAfter * 20),
      },
      ...(firstLineChars > 0 ? { indent: firstLineIndent(style) } : {}),
    },
  };
}

/** Word goes by characters; LibreOffice needs the length as well. */
function firstLineIndent({ firstLineChars, size }: ParagraphStyle) {
  return {
    firstLineChars: Math.round(firstLineChars * 100),
    firstLine: Math.round(firstLineChars * size * 20),
  };
}

const levelFormats = [
  { format: LevelFormat.CHINESE_COUNTING, text: '%1、', suffix: 'nothing' },
  { format: LevelFormat.CHINESE_COUNTING, text: '（%2）', suffix: 'nothing' },
  { format: LevelFormat.DECIMAL, text: '%3.', suffix: 'space' },
  { format: LevelFormat.DECIMAL, text: '（%4）', suffix: 'nothing' },
] as const;

/** The live multi-level numbering of chapters; the indents of a level win over those of its style. */
export function chapterLevels(paper: Paper): INumberingOptions {
  const looks = [...headingLooks(paper.blocks)];
  const levels = levelFormats.map(({ format, text, suffix }, index) => {
    const name = looks.find(([, level]) => level === index + 1)?.[0];
    const style = name === undefined ? undefined : paper.styles[name];
    const indent = style === undefined ? { firstLine: 0 } : firstLineIndent(style);
    return {
      level: index,
      format,
      text,
      suffix,
      start: 1,
      alignment: AlignmentType.LEFT,
      style: { paragraph: { indent: { left: 0, ...indent } } },
    };
  });
  return { config: [{ reference: chapterNumbering, levels }] };
}
