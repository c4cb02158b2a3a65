import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { useDocument } from '../../../state/studio';
import { type Coverage, coverageOf } from './coverage';

/** One place of the margin: what it shows and how to say it. */
export interface MarkState {
  readonly taskId: RecordId | null;
  readonly state: Coverage;
  readonly hours: number | null;
  readonly linkId: RecordId | null;
}

/** The marks of an objective over the learning tasks and the 终结性考核, drawn again only when one of them changes. */
export function useCoverage(
  objectiveId: RecordId,
  taskIds: readonly RecordId[],
): readonly MarkState[] {
  const columns = [...taskIds, null];
  const flat = useDocument(
    useShallow(({ project }) =>
      columns.flatMap((taskId) => {
        const { state, hours, link } = coverageOf(project, objectiveId, taskId);
        return [state, hours, link?.id ?? null];
      }),
    ),
  );
  return columns.map((taskId, index) => ({
    taskId,
    state: flat[index * 3] as Coverage,
    hours: flat[index * 3 + 1] as number | null,
    linkId: flat[index * 3 + 2] as RecordId | null,
  }));
}
