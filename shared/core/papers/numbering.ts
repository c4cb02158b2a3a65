import type { HeadingBlock } from './block';
import type { NumberFormat } from './layout';

const circledOne = 0x2460;
const most = 20;
const digits = '零一二三四五六七八九';
const ranks = ['decimal', 'parenthesised', 'circled'] as const;

/** A typed number with what separates it from the text: `1. `, `（1）`, `①`. */
export function typedNumber(format: NumberFormat, count: number): string | null {
  switch (format) {
    case 'decimal':
      return `${String(count)}. `;
    case 'parenthesised':
      return `（${String(count)}）`;
    case 'circled':
      return count <= most ? String.fromCodePoint(circledOne + count - 1) : `（${String(count)}）`;
    case 'none':
      return null;
  }
}

/** Counts the numbers of one cell or chapter; a number of a higher rank starts the lower ones anew. */
export interface NumberCounter {
  readonly next: (format: NumberFormat) => string | null;
  readonly restart: () => void;
}

export function numberCounter(): NumberCounter {
  let counts: number[] = [];
  return {
    next(format) {
      if (format === 'none') return null;
      const rank = ranks.indexOf(format);
      const count = (counts[rank] ?? 0) + 1;
      counts = [...ranks.keys()].map((index) => (index < rank ? (counts[index] ?? 0) : 0));
      counts[rank] = count;
      return typedNumber(format, count);
    },
    restart() {
      counts = [];
    },
  };
}

/** 一 … 九十九, as Word counts chapters (chineseCounting). */
export function chineseNumber(count: number): string {
  const tens = Math.floor(count / 10);
  const ones = count % 10;
  const front = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] ?? '')}十`;
  return `${front}${ones === 0 && tens > 0 ? '' : (digits[ones] ?? '')}`;
}

/** The number of a heading as Word's multi-level numbering will show it: 一、（一）1.（1）. */
export function headingNumber(level: HeadingBlock['level'], count: number): string {
  switch (level) {
    case 1:
      return `${chineseNumber(count)}、`;
    case 2:
      return `（${chineseNumber(count)}）`;
    case 3:
      return `${String(count)}. `;
    case 4:
      return `（${String(count)}）`;
  }
}
