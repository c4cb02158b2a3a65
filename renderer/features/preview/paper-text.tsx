import { type CSSProperties, memo } from 'react';
import { type FieldPlace, placeKey } from '@shared/core/model/place';
import type {
  HeadingBlock,
  Paper,
  ParagraphBlock,
  ParagraphStyle,
  Run,
} from '@shared/core/papers/block';
import { styleClass } from './paper-style';

/** The characters of a paragraph that stand on a page; null = up to the end. */
export interface Stretch {
  readonly from: number;
  readonly to: number | null;
}

export const allOfIt: Stretch = { from: 0, to: null };

interface PaperTextProps {
  readonly block: ParagraphBlock | HeadingBlock;
  readonly styles: Paper['styles'];
  readonly stretch: Stretch;
}

/** One paragraph or heading, or the part of it that stands on a page. */
export const PaperText = memo(function PaperText({ block, styles, stretch }: PaperTextProps) {
  const style = styles[block.style];
  const isStart = stretch.from === 0;
  return (
    <p
      className={`paper-text ${styleClass(style)}`}
      style={cutStyle(style, stretch)}
      data-source={sourceKey(block.source)}
    >
      {isStart && block.number !== null && <span>{block.number}</span>}
      {cut(block.runs, stretch).map(({ text, bold, source }, index) => (
        <span
          key={index}
          className={bold ? 'paper-run paper-bold' : 'paper-run'}
          data-source={sourceKey(source)}
        >
          {text}
        </span>
      ))}
      {block.type === 'paragraph' && block.entry !== undefined && (
        <span className="paper-leader">{block.entry.page}</span>
      )}
      {/* An empty paragraph is as tall as one line. */}
      {block.runs.every(({ text }) => text === '') && block.number === null && '\u200b'}
    </p>
  );
});

/** A part of a paragraph begins without its indent and ends without its spacing. */
function cutStyle(style: ParagraphStyle | undefined, { from, to }: Stretch): CSSProperties {
  return {
    ...(from === 0 ? {} : { textIndent: 0, marginTop: 0 }),
    ...(to === null ? {} : { marginBottom: 0 }),
    // The last line on a page is not the last line of the paragraph.
    ...(to !== null && style?.align === 'both' ? { textAlignLast: 'justify' as const } : {}),
  };
}

/** The value of `data-source`: what the pages of the window call the same place. */
export function sourceKey(source: FieldPlace | null): string | undefined {
  return source === null ? undefined : placeKey(source);
}

/** The runs between two characters. */
export function cut(runs: readonly Run[], { from, to }: Stretch): readonly Run[] {
  if (from === 0 && to === null) return runs;
  const parts: Run[] = [];
  let start = 0;
  for (const run of runs) {
    const end = start + run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, (to ?? end) - start));
    if (text !== '') parts.push({ ...run, text });
    start = end;
  }
  return parts;
}
