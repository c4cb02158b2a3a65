import { useShallow } from 'zustand/react/shallow';
import { addRecord } from '@shared/core/commands/add-record';
import type { RecordId } from '@shared/core/kernel/id';
import { type CourseKind, kindsInOrder } from '@shared/core/hours/course-table';
import { findOf } from '@shared/core/model/project';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument, useView } from '../../../state/studio';
import { useWritten } from '../../../state/use-checks';
import { useExecute } from '../../../state/use-execute';
import { courseKindWord } from '@shared/core/words/wording';
import { NumberField } from '../fields/number-field';
import { useChildren } from '../fields/use-field';
import { IndexLink } from '../index-link';
import { Band, SheetRow } from '../sheet';
import { TextButton } from '../page-button';

function sumOf(courses: readonly RecordOf<'course'>[]): number {
  return courses.reduce((sum, { standardHours }) => sum + (standardHours ?? 0), 0);
}

/** The courses of the level by their four kinds, with hours and sums. */
export function LevelCourses({ levelId }: { readonly levelId: RecordId }) {
  const courses = useChildren('course', levelId);
  return (
    <>
      <Band
        id="part-courses"
        title="课程"
        note={`${String(courses.length)} 门 · ${String(sumOf(courses))} 学时`}
        why={['course', 'standardHours']}
      />
      {kindsInOrder(courses).map((kind) => (
        <KindRows
          key={kind}
          kind={kind}
          levelId={levelId}
          courses={courses.filter(({ courseKind }) => courseKind === kind)}
        />
      ))}
      <SheetRow className="course-row course-sum">
        <span>总学时</span>
        <b>{sumOf(courses)}</b>
      </SheetRow>
    </>
  );
}

interface KindRowsProps {
  readonly kind: CourseKind;
  readonly levelId: RecordId;
  readonly courses: readonly RecordOf<'course'>[];
}

function KindRows({ kind, levelId, courses }: KindRowsProps) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  const readOnly = useDocument((state) => state.readOnly);
  const add = () => {
    const place = { kind: 'course', parentId: levelId, fields: { courseKind: kind } } as const;
    const result = execute(addRecord, place);
    if (result.ok && result.value.focus) select({ record: result.value.focus, field: 'name' });
  };
  return (
    <>
      <SheetRow className="course-row course-kind">
        <h3>{courseKindWord(kind)}</h3>
        {!readOnly && (
          <TextButton glyph="plus" aria-label={`添加${courseKindWord(kind)}`} onClick={add}>
            添加
          </TextButton>
        )}
        <span className="course-subtotal">
          {courses.length === 0
            ? '没有'
            : `${String(courses.length)} 门，小计 ${String(sumOf(courses))}`}
        </span>
      </SheetRow>
      {courses.map((course, index) => (
        <CourseRow
          key={course.id}
          course={course}
          label={`${courseKindWord(kind)} ${String(index + 1)}`}
        />
      ))}
    </>
  );
}

function CourseRow({
  course,
  label,
}: {
  readonly course: RecordOf<'course'>;
  readonly label: string;
}) {
  const owner = useDocument(
    useShallow(({ project }) => findOf(project, 'person', course.ownerId)?.name ?? ''),
  );
  const written = useWritten(course.id);
  const lacking =
    written === undefined || written.done === written.total
      ? ''
      : `已写 ${String(written.done)}／${String(written.total)}`;
  const note = [owner, course.finished ? '已完成' : lacking]
    .filter((word) => word !== '')
    .join(' · ');
  return (
    <SheetRow className="course-row">
      <IndexLink id={course.id} name={course.name || '没有名称的课程'} note={note} />
      <NumberField
        recordId={course.id}
        field="standardHours"
        unit="hours"
        label={`${label} 基准学时`}
        ghost="—"
      />
    </SheetRow>
  );
}
