import type { RecordId } from '@shared/core/kernel/id';
import { CourseAdvice } from './course-advice';
import { CourseAssessment } from './course-assessment';
import { CourseContents } from './course-contents';
import { CourseNameRow, HoursBar } from './course-head';
import { CourseObjectives } from './course-objectives';
import { CourseTaskExcerpt } from './course-task-excerpt';
import { CourseTasks } from './course-tasks';
import { PageFrame } from './page-frame';
import { useCrumbs } from './use-crumbs';

const sections = [
  { id: 'part-task', name: '描述' },
  { id: 'part-objectives', name: '目标' },
  { id: 'part-contents', name: '内容' },
  { id: 'part-tasks', name: '学习任务' },
  { id: 'part-advice', name: '实施' },
  { id: 'part-assessment', name: '考核' },
];

/** The course as its 课程标准 will be printed. */
export function CoursePage({ courseId }: { readonly courseId: RecordId }) {
  const crumbs = useCrumbs(courseId);
  return (
    <PageFrame crumbs={crumbs} title="课程" sections={sections}>
      <HoursBar courseId={courseId} />
      <div className="sheet">
        <CourseNameRow courseId={courseId} />
        <CourseTaskExcerpt courseId={courseId} />
        <CourseObjectives courseId={courseId} />
        <CourseContents courseId={courseId} />
        <CourseTasks courseId={courseId} />
        <CourseAdvice courseId={courseId} />
        <CourseAssessment courseId={courseId} />
      </div>
    </PageFrame>
  );
}
