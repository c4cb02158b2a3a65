/** Percent are counted in tenths, so that 33.3 + 33.3 + 33.4 are 100 and not nearly. */
export function tenthsOf(percent: number): number {
  return Math.round(percent * 10);
}

/** What a percentage may be: whole, or with one decimal. */
export function isInTenths(percent: number): boolean {
  return tenthsOf(percent) / 10 === percent;
}

/** The sum of percents, exact to the tenth. */
export function sumOfPercents(percents: readonly number[]): number {
  return percents.reduce((sum, percent) => sum + tenthsOf(percent), 0) / 10;
}

/** What some leave of 100; negative when they are more. */
export function restOfHundred(...percents: readonly number[]): number {
  return (1000 - tenthsOf(sumOfPercents(percents))) / 10;
}
