/** Percent are counted in tenths, so that 33.3 + 33.3 + 33.4 are 100 and not nearly. */
export function tenthsOf(percent: number): number {
  return Math.round(percent * 10);
}

/** The sum of percents, exact to the tenth. */
export function sumOfPercents(percents: readonly number[]): number {
  return percents.reduce((sum, percent) => sum + tenthsOf(percent), 0) / 10;
}

/** What some leave of 100; negative when they are more. */
export function restOfHundred(...percents: readonly number[]): number {
  return (1000 - tenthsOf(sumOfPercents(percents))) / 10;
}
