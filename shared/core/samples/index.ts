import type { Random } from '../kernel/random';
import type { AnyRecord } from '../model/record';
import qicheWeihu from '../../../templates/samples/qiche-weihu.json';
import { buildSample } from './build-sample';
import { sampleSourceSchema } from './sample-source';

/** A finished example a teacher may open as a copy and break. */
export interface Sample {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The records of a fresh copy. */
  readonly records: (random: Random) => readonly AnyRecord[];
}

/** The shipped samples, in the order of the start screen. */
export const samples: readonly Sample[] = [sampleOf(qicheWeihu)];

function sampleOf(source: {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}): Sample {
  const { id, title, description } = source;
  return {
    id,
    title,
    description,
    records: (random) => buildSample(sampleSourceSchema.parse(source), random),
  };
}
