import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import { type Coverage, coverageOf } from '@shared/core/coverage/coverage';

/** One place of the margin: what it shows and how to say it. */
export interface MarkState {
  readonly taskId: RecordId | null;
  readonly state: Coverage;
  readonly hours: number | null;
  readonly linkId: RecordId | null;
  readonly strength: Strength | null;
  /** How many 考核要点 there are. */
  readonly points: number;
}

export type Strength = RecordOf<'objectiveTask'>['strength'];

/** The marks of an objective over the learning tasks and the 终结性考核, drawn again only when one of them changes. */
export function useCoverage(
  objectiveId: RecordId,
  taskIds: readonly RecordId[],
): readonly MarkState[] {
  const columns = [...taskIds, null];
  const flat = useDocument(
    useShallow(({ project }) =>
      columns.flatMap((taskId) => {
        const { state, hours, link, points } = coverageOf(project, objectiveId, taskId);
        return [state, hours, link?.id ?? null, link?.strength ?? null, points.length];
      }),
    ),
  );
  return columns.map((taskId, index) => {
    const [state, hours, linkId, strength, points] = flat.slice(index * 5, index * 5 + 5);
    return {
      taskId,
      state: state as Coverage,
      hours: hours as number | null,
      linkId: linkId as RecordId | null,
      strength: strength as Strength | null,
      points: points as number,
    };
  });
}
