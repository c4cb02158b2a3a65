/** What a number counts: 学时 in halves, percent, or what the name of its field says. */
export interface Counted {
  readonly type: 'hours' | 'percent' | 'count';
  /** The name of the field: 考核时间（分钟）, 学制（年）, 每学期教学周数. */
  readonly label?: string;
}

const hourWords = ['学时', '课时', '节', 'H', 'h'] as const;
/** The words a number may carry, by the last of them that stands in the name of its field. */
const countWords: readonly (readonly [string, readonly string[]])[] = [
  ['分钟', ['分钟', '分', 'min']],
  ['年', ['年']],
  ['周', ['周']],
  ['学时', hourWords],
  ['学期', ['学期']],
];

/**
 * A number without the unit it may carry. A unit of something else stays, so that 40分钟 is no 40 学时:
 * what is left is then no number.
 */
export function withoutUnit(plain: string, counted: Counted): string {
  const unit = unitsOf(counted).find((word) => plain.endsWith(word));
  return unit === undefined ? plain : plain.slice(0, -unit.length);
}

function unitsOf({ type, label = '' }: Counted): readonly string[] {
  if (type === 'hours') return hourWords;
  if (type === 'percent') return ['%'];
  const named = countWords.map(([word, units]) => ({ at: label.lastIndexOf(word), units }));
  const last = named.toSorted((left, right) => right.at - left.at)[0];
  return last === undefined || last.at < 0 ? [] : last.units;
}
