import list from '../../../templates/samples/index.json';

/** What the start screen says about a finished example a teacher may open as a copy and break. */
export interface SampleEntry {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** The shipped samples, in the order of the start screen; their contents are loaded when one is opened. */
export const sampleList: readonly SampleEntry[] = list;
