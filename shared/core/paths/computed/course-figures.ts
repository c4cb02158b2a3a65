import { assessmentShares, courseWeights } from '../../hours/assessment-weights';
import { courseHours, courseTree } from '../../hours/course-hours';
import { naturalHours } from '../../hours/tree';
import type { RecordId } from '../../kernel/id';
import { oncePerProject } from '../../model/once';
import { childrenOf, findOf } from '../../model/project';

/** The worked-out numbers of a course as they stand on paper: the very ones the window shows. */
export interface CourseFigures {
  readonly standardHours: number | null;
  readonly taskHours: ReadonlyMap<RecordId, number | null>;
}

/** The hours of a course and its learning tasks, from the hours engine. */
export const courseFigures = oncePerProject<CourseFigures>((project, courseId) => {
  const course = findOf(project, 'course', courseId);
  if (course === undefined) return { standardHours: null, taskHours: new Map() };
  const parts = courseHours(project, courseId)?.parts ?? [];
  const tree = courseTree(course, childrenOf(project, courseId, 'learningTask'));
  return {
    standardHours: course.standardHours ?? naturalHours(tree),
    taskHours: new Map(parts.map(({ id, hours }) => [id, hours])),
  };
});

/** The weights of the two parts of an assessment, and the percent of each 占比. */
export const assessmentFigures = oncePerProject((project, assessmentId) => ({
  weights: courseWeights(project, assessmentId),
  percents: new Map(
    assessmentShares(project, assessmentId).parts.map(({ id, percent }) => [id, percent]),
  ),
}));
