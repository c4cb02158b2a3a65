import type { ReactNode } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import type { OwnName } from '../../state/pages/page-entry';
import { ExamCase, Shares, Weights } from './course-assessment';
import { CourseContents } from './course-contents';
import { CourseObjectives } from './course-objectives';
import { CourseTaskExcerpt } from './course-task-excerpt';
import { CourseTasks } from './course-tasks';
import { LevelCourses } from './level/level-courses';
import { LevelTasks } from './level/level-tasks';
import { StartPoints } from './level/start-points';
import { LevelGoals, Levels, MajorPages } from './major/major-lists';
import { Occupations } from './major/occupations';
import { Terms } from './major/terms';
import { MakeCourse } from './make-course';
import { PointsMatrix } from './mapping/points-matrix';
import { Taught } from './taught';
import { Analysis, Competence } from './task-analysis';

/** Pieces that are more than a form can say, each for the record it is about; `pageId` is that of the page. */
export const ownPieces: Readonly<Record<OwnName, (id: RecordId, pageId: RecordId) => ReactNode>> = {
  occupations: (id) => <Occupations majorId={id} />,
  levels: (id) => <Levels majorId={id} />,
  majorPages: (id) => <MajorPages majorId={id} />,
  levelGoals: (id) => <LevelGoals majorId={id} />,
  terms: (id) => <Terms majorId={id} />,
  startPoints: (id) => <StartPoints levelId={id} />,
  levelTasks: (id) => <LevelTasks levelId={id} />,
  levelCourses: (id) => <LevelCourses levelId={id} />,
  analysis: (id) => <Analysis taskId={id} />,
  competence: (id) => <Competence taskId={id} />,
  makeCourse: (id) => <MakeCourse taskId={id} />,
  taskExcerpt: (id) => <CourseTaskExcerpt courseId={id} />,
  objectives: (id) => <CourseObjectives courseId={id} />,
  contents: (id) => <CourseContents courseId={id} />,
  courseTasks: (id) => <CourseTasks courseId={id} />,
  weights: (id) => <Weights assessmentId={id} />,
  shares: (id) => <Shares assessmentId={id} />,
  examCase: (id) => <ExamCase finalId={id} />,
  pointsMatrix: (_, pageId) => <PointsMatrix courseId={pageId} />,
  taught: (id) => <Taught taskId={id} />,
};
