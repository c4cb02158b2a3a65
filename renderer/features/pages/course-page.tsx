import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, findOf, type Project } from '@shared/core/model/project';
import { useDocument } from '../../state/studio';
import { CourseAbout } from './course-about';
import { CourseAdvice } from './course-advice';
import { CourseAssessment } from './course-assessment';
import { CourseContents } from './course-contents';
import { CourseNameRow, HoursBar } from './course-head';
import { CourseObjectives } from './course-objectives';
import { CourseTaskExcerpt } from './course-task-excerpt';
import { CourseTasks } from './course-tasks';
import { PageFrame } from './page-frame';
import { useRest } from './use-rest';
import { useCrumbs } from './use-crumbs';

const sections = [
  { id: 'part-task', name: '描述' },
  { id: 'part-objectives', name: '目标' },
  { id: 'part-contents', name: '内容' },
  { id: 'part-tasks', name: '学习任务' },
  { id: 'part-advice', name: '实施' },
  { id: 'part-assessment', name: '考核' },
];
/** What a 公共基础, 专业基础 or 选修课程 has of them. */
const fewSections = sections.filter(({ id }) => ['part-objectives', 'part-contents'].includes(id));

/** The course as its 课程标准 will be printed; the kinds that get none have the smaller form. */
export function CoursePage({ courseId }: { readonly courseId: RecordId }) {
  const crumbs = useCrumbs(courseId);
  const isWhole = useDocument(({ project }) => hasWholeForm(project, courseId));
  const rest = useRest(courseId, 3);
  return (
    <PageFrame crumbs={crumbs} title="课程" sections={isWhole ? sections : fewSections}>
      <CourseAbout courseId={courseId} />
      <HoursBar courseId={courseId} />
      <div className="sheet">
        <CourseNameRow courseId={courseId} />
        {isWhole && <CourseTaskExcerpt courseId={courseId} />}
        <CourseObjectives courseId={courseId} />
        {rest >= 1 && <CourseContents courseId={courseId} />}
        {rest >= 2 && isWhole && <CourseTasks courseId={courseId} />}
        {rest >= 3 && isWhole && (
          <>
            <CourseAdvice courseId={courseId} />
            <CourseAssessment courseId={courseId} />
          </>
        )}
      </div>
    </PageFrame>
  );
}

/** A course that is no longer 工学一体化 keeps its whole form while there are tasks in it: nothing is hidden. */
function hasWholeForm(project: Project, courseId: RecordId): boolean {
  const course = findOf(project, 'course', courseId);
  return (
    course?.courseKind === 'integrated' ||
    childrenOf(project, courseId, 'learningTask').length > 0 ||
    childrenOf(project, courseId, 'courseTask').length > 0
  );
}
