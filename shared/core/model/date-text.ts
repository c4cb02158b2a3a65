const written = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?$/u;

/** A day as it is stored, `YYYY-MM-DD`, however it was typed; what is no day stays as it is written. */
export function dateText(value: string): string {
  const [, year = '', month = '', day = ''] = written.exec(value.normalize('NFKC').trim()) ?? [];
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isDay ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : value;
}
