import type { RecordId } from '../kernel/id';
import { childrenOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';

/** The worked-out numbers of a course as they stand on paper. */
export interface CourseFigures {
  readonly standardHours: number | null;
  readonly taskHours: ReadonlyMap<RecordId, number | null>;
  /** Shares in the process assessment by learning task, with the record that holds them. */
  readonly shares: readonly {
    readonly share: RecordOf<'taskShare'>;
    readonly percent: number | null;
  }[];
  readonly processWeight: number | null;
  readonly finalWeight: number | null;
}

/** Reads the hours, shares and weights of a course from the hours engine. */
export function courseFigures(
  project: Project,
  course: RecordOf<'course'>,
  assessment: RecordOf<'courseAssessment'> | undefined,
): CourseFigures {
  const tasks = childrenOf(project, course.id, 'learningTask');
  const shares = assessment ? childrenOf(project, assessment.id, 'taskShare') : [];
  return {
    standardHours: course.standardHours,
    taskHours: new Map(tasks.map(({ id, standardHours }) => [id, standardHours])),
    shares: shares.map((share) => ({ share, percent: share.percent })),
    processWeight: assessment?.processWeight ?? null,
    finalWeight: assessment?.finalWeight ?? null,
  };
}
