import type { Project } from '../model/project';
import { childrenOf, closest, findOf, onlyChildOf } from '../model/project';
import type { RecordOf } from '../model/record';
import { courseFigures, type CourseFigures } from './course-figures';

/** Everything a paper about one course reads, gathered once. */
export interface CourseContext {
  readonly project: Project;
  readonly course: RecordOf<'course'>;
  readonly major: RecordOf<'major'> | undefined;
  readonly level: RecordOf<'majorLevel'> | undefined;
  /** The 典型工作任务 the course comes from; usually one, in the order of the mappings. */
  readonly workTasks: readonly RecordOf<'typicalWorkTask'>[];
  readonly stages: readonly RecordOf<'courseStage'>[];
  readonly objectives: readonly RecordOf<'courseObjective'>[];
  readonly contents: readonly RecordOf<'learningContent'>[];
  readonly learningTasks: readonly RecordOf<'learningTask'>[];
  readonly advice: RecordOf<'teachingAdvice'> | undefined;
  readonly assessment: RecordOf<'courseAssessment'> | undefined;
  readonly final: RecordOf<'finalAssessment'> | undefined;
  readonly figures: CourseFigures;
}

/** Gathers what a paper about a course reads. */
export function courseContext(project: Project, course: RecordOf<'course'>): CourseContext {
  const assessment = onlyChildOf(project, course.id, 'courseAssessment');
  return {
    project,
    course,
    major: closest(project, course.id, 'major'),
    level: closest(project, course.id, 'majorLevel'),
    workTasks: childrenOf(project, course.id, 'courseTask').flatMap(
      ({ typicalWorkTaskId }) => findOf(project, 'typicalWorkTask', typicalWorkTaskId) ?? [],
    ),
    stages: childrenOf(project, course.id, 'courseStage'),
    objectives: childrenOf(project, course.id, 'courseObjective'),
    contents: childrenOf(project, course.id, 'learningContent'),
    learningTasks: childrenOf(project, course.id, 'learningTask'),
    advice: onlyChildOf(project, course.id, 'teachingAdvice'),
    assessment,
    final: assessment && onlyChildOf(project, assessment.id, 'finalAssessment'),
    figures: courseFigures(project, course, assessment),
  };
}
