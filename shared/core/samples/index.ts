import type { Random } from '../kernel/random';
import type { AnyRecord } from '../model/record';
import qicheWeihu from '../../../templates/samples/qiche-weihu.json';
import { buildMajor } from './build-major';
import { buildSample } from './build-sample';
import { hulianwangYingxiao } from './hulianwang-yingxiao';
import { qicheWeixiu } from './qiche-weixiu';
import { type SampleEntry, sampleList } from './sample-entries';
import { sampleSourceSchema } from './sample-source';

/**
 * The shipped samples with their contents: about a megabyte. The window takes `sample-list.ts`
 * instead, which loads this when a sample is opened.
 */
export interface Sample extends SampleEntry {
  /** The records of a fresh copy. */
  readonly records: (random: Random) => readonly AnyRecord[];
}

type Maker = Sample['records'];

/**
 * How each sample of `templates/samples/index.json` is made; one that is a folder of files (a whole
 * major) by `buildMajor`.
 */
const makers: Readonly<Record<string, Maker>> = {
  'qiche-weihu': (random) => buildSample(sampleSourceSchema.parse(qicheWeihu), random),
  'qiche-weixiu': (random) => buildMajor(qicheWeixiu, random),
  'hulianwang-yingxiao': (random) => buildMajor(hulianwangYingxiao, random),
};

/** The shipped samples, in the order of the start screen. */
export const samples: readonly Sample[] = sampleList.map((entry) => {
  const records = makers[entry.id];
  if (records === undefined) throw new Error(`Nothing makes the sample ${entry.id}.`);
  return { ...entry, records };
});
