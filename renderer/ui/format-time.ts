/** 10:42 on the clock of this machine, '' for an unknown instant. */
export function clockTime(instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** 今天 08:12, 昨天 17:35, 7月3日 16:42, 2025年6月30日 09:20. */
export function dayAndTime(instant: string, now: string): string {
  const date = new Date(instant);
  const today = new Date(now);
  if (Number.isNaN(date.getTime())) return '';
  const days = Math.round((midnight(today) - midnight(date)) / 86_400_000);
  const time = clockTime(instant);
  if (days === 0) return `今天 ${time}`;
  if (days === 1) return `昨天 ${time}`;
  const day = `${String(date.getMonth() + 1)}月${String(date.getDate())}日`;
  const year = date.getFullYear();
  return year === today.getFullYear() ? `${day} ${time}` : `${String(year)}年${day} ${time}`;
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
