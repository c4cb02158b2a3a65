import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, findOf, type Project } from '@shared/core/model/project';
import { useDocument } from '../../state/studio';
import type { Piece } from '../../state/pages/page-entry';
import { pageEntryOf } from '../../state/pages/registry';
import { CourseAbout } from './course-about';
import { CourseNameRow, HoursBar } from './course-head';
import { sectionsOf } from './form-page';
import { PageFrame } from './page-frame';
import { Pieces } from './pieces';
import { useRest } from './use-rest';

const form = pageEntryOf('course')?.form ?? [];
/** How many steps it takes until all of the page is drawn. */
const steps = Math.max(...form.map(afterOf));

/** The course as its 课程标准 will be printed; the kinds that get none have the smaller form. */
export function CoursePage({ courseId }: { readonly courseId: RecordId }) {
  const isWhole = useDocument(({ project }) => hasWholeForm(project, courseId));
  const rest = useRest(courseId, steps);
  const pieces = form.filter((piece) => isWhole || !('isWhole' in piece));
  return (
    <PageFrame page={{ id: courseId, part: undefined }} sections={sectionsOf('course', pieces)}>
      <CourseAbout courseId={courseId} />
      <HoursBar courseId={courseId} />
      <div className="sheet">
        <CourseNameRow courseId={courseId} />
        <Pieces
          recordId={courseId}
          pageId={courseId}
          pieces={pieces.filter((piece) => afterOf(piece) <= rest)}
        />
      </div>
    </PageFrame>
  );
}

function afterOf(piece: Piece): number {
  return ('after' in piece ? piece.after : undefined) ?? 0;
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
