import { type ReactNode, useEffect } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { isPage, type PageKind } from '@shared/core/model/family';
import { samePlace } from '@shared/core/model/place';
import { isKind } from '@shared/core/model/record';
import type { MajorPartId } from '../../state/major-parts';
import { pageOwner } from '../../state/page-owner';
import { useDocument, useView } from '../../state/studio';
import { CourseTablePage } from './course-table/course-table-page';
import { CoursePage } from './course-page';
import { fieldElement, focusField } from './fields/field-place';
import { LearningTaskPage } from './learning-task-page';
import { LevelPage } from './level/level-page';
import { MajorPage } from './major/major-page';
import { MajorPartPage } from './major/major-part-page';
import { TypicalTaskPage } from './typical-task-page';

interface RecordPageProps {
  readonly recordId: RecordId;
  /** Which page of a major; its first when not given. */
  readonly part?: MajorPartId | undefined;
}

/** The page of a record, or of its owner where it has none of its own. */
export function RecordPage({ recordId, part }: RecordPageProps) {
  const kind = useDocument(({ project }) => pageOwner(project, recordId)?.kind);
  const id = useDocument(({ project }) => pageOwner(project, recordId)?.id);
  useFocusRequest(id);
  if (kind === undefined || id === undefined) {
    return <p className="page-gone">这一条已经不在稿子里了。可以按 Ctrl+Z 撤销删除。</p>;
  }
  // A page of another record starts anew: its scroll place and its open slips are its own.
  return (
    <div className="record-page-frame" key={`${id} ${part ?? ''}`}>
      {isKind(kind) && isPage(kind) ? pages[kind](id, part) : null}
    </div>
  );
}

/** The page of every kind that has one. */
const pages: Readonly<Record<PageKind, (id: RecordId, part?: MajorPartId) => ReactNode>> = {
  major: (id, part) =>
    part === undefined ? <MajorPage majorId={id} /> : <MajorPartPage majorId={id} part={part} />,
  majorLevel: (id) => <LevelPage levelId={id} />,
  typicalWorkTask: (id) => <TypicalTaskPage taskId={id} />,
  startPoint: (id) => <CourseTablePage startPointId={id} />,
  course: (id) => <CoursePage courseId={id} />,
  learningTask: (id) => <LearningTaskPage taskId={id} />,
};

/** Answers a wish of outline, preview or palette to have the cursor in a field of this page. */
function useFocusRequest(pageId: RecordId | undefined): void {
  const request = useView((view) => view.focusRequest);
  const clear = useView((view) => view.clearFocusRequest);
  useEffect(() => {
    if (request === null || request.record === '' || pageId === undefined) return;
    // The page itself is asked for when it is opened: then nothing takes the focus away.
    if (samePlace(request, { record: pageId })) {
      clear(request.nonce);
      return;
    }
    // A place that is no field of the page is looked at where its record stands.
    const place = fieldElement(request) === null ? { record: request.record } : request;
    if (focusField(place)) fieldElement(place)?.scrollIntoView({ block: 'center' });
    // Asked for once: what is not on the page now is not waited for.
    clear(request.nonce);
  }, [request, clear, pageId]);
}
