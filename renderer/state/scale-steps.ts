import { leastScale, mostScale } from '@shared/ipc/settings';

const steps = [leastScale, 90, 100, 110, 125, 150, 175, mostScale];

/** How large the window can be drawn, in percent; the present size is among them. */
export function scaleSteps(scale: number): readonly number[] {
  return [...new Set([...steps, scale])].sort((left, right) => left - right);
}

/** One step larger or smaller; the same at the end of the steps. */
export function nextScale(scale: number, by: 1 | -1): number {
  const all = scaleSteps(scale);
  return all[all.indexOf(scale) + by] ?? scale;
}
