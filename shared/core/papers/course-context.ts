import { childrenOf, type Project } from '../model/project';
import type { RecordOf } from '../model/record';

export interface CourseContext {
  readonly project: Project;
  readonly stages: readonly RecordOf<'courseStage'>[];
  readonly objectives: readonly RecordOf<'courseObjective'>[];
  readonly learningTasks: readonly RecordOf<'learningTask'>[];
}

export function courseContext(project: Project, course: RecordOf<'course'>): CourseContext {
  return {
    project,
    stages: childrenOf(project, course.id, 'courseStage'),
    objectives: childrenOf(project, course.id, 'courseObjective'),
    learningTasks: childrenOf(project, course.id, 'learningTask'),
  };
}
