import list from '../../../templates/samples/index.json';
import type { Random } from '../kernel/random';
import type { AnyRecord } from '../model/record';

/** What the start screen says about a finished example a teacher may open as a copy and break. */
export interface SampleEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** The shipped samples, in the order of the start screen; their contents are loaded when one is opened. */
export const sampleList: readonly SampleEntry[] = list;

/** The records of a fresh copy of a sample. The contents of all samples are one part of the program, loaded now. */
export async function loadSample(id: string, random: Random): Promise<readonly AnyRecord[]> {
  const { samples } = await import('./index');
  const sample = samples.find((one) => one.id === id);
  if (sample === undefined) throw new Error(`There is no sample ${id}.`);
  return sample.records(random);
}
