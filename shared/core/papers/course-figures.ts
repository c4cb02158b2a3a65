import { assessmentShares, courseWeights } from '../hours/assessment-weights';
import { courseHours, courseTree } from '../hours/course-hours';
import { naturalHours } from '../hours/tree';
import type { RecordId } from '../kernel/id';
import { childrenOf, findOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';

/** The worked-out numbers of a course as they stand on paper: the very ones the window shows. */
export interface CourseFigures {
  readonly standardHours: number | null;
  readonly taskHours: ReadonlyMap<RecordId, number | null>;
  /** Shares in the process assessment by learning task, with the record that holds them. */
  readonly shares: readonly {
    readonly share: RecordOf<'taskShare'>;
    readonly percent: number;
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
  const parts = courseHours(project, course.id)?.parts ?? [];
  const tree = courseTree(course, childrenOf(project, course.id, 'learningTask'));
  return {
    standardHours: course.standardHours ?? naturalHours(tree),
    taskHours: new Map(parts.map(({ id, hours }) => [id, hours])),
    ...(assessment === undefined ? noMarks : marksOf(project, assessment.id)),
  };
}

type Marks = Pick<CourseFigures, 'shares' | 'processWeight' | 'finalWeight'>;
const noMarks: Marks = { shares: [], processWeight: null, finalWeight: null };

function marksOf(project: Project, assessmentId: RecordId): Marks {
  const weights = courseWeights(project, assessmentId);
  const shares = assessmentShares(project, assessmentId).parts.flatMap(({ id, percent }) => {
    const share = findOf(project, 'taskShare', id);
    return share === undefined ? [] : [{ share, percent }];
  });
  return { shares, processWeight: weights.process, finalWeight: weights.final };
}
