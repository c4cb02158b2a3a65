import { type ReactNode, useEffect } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { samePlace } from '@shared/core/model/place';
import { pageOwner } from '../../state/page-owner';
import type { PageEntry } from '../../state/pages/page-entry';
import { pageEntryOf } from '../../state/pages/registry';
import { useDocument, useView } from '../../state/studio';
import { CourseTablePage } from './course-table/course-table-page';
import { CoursePage } from './course-page';
import { fieldElement, focusField } from './fields/field-place';
import { FormPage } from './form-page';

interface RecordPageProps {
  readonly recordId: RecordId;
  /** Which page of it; its first when not given. */
  readonly part?: string | undefined;
}

/** The page of a record, or of its owner where it has none of its own. */
export function RecordPage({ recordId, part }: RecordPageProps) {
  const kind = useDocument(({ project }) => pageOwner(project, recordId)?.kind);
  const id = useDocument(({ project }) => pageOwner(project, recordId)?.id);
  useFocusRequest(id);
  if (kind === undefined || id === undefined) {
    return <p className="page-gone">这一条已经不在稿子里了。可以按 Ctrl+Z 撤销删除。</p>;
  }
  const entry = pageEntryOf(kind, part);
  // A page of another record starts anew: its scroll place and its open slips are its own.
  return (
    <div className="record-page-frame" key={`${id} ${part ?? ''}`}>
      {entry?.drawnBy === undefined ? (
        <FormPage recordId={id} part={part} />
      ) : (
        drawn[entry.drawnBy](id)
      )}
    </div>
  );
}

/** What is more than a form; all else is drawn from what the registry says. */
const drawn: Readonly<Record<NonNullable<PageEntry['drawnBy']>, (id: RecordId) => ReactNode>> = {
  course: (id) => <CoursePage courseId={id} />,
  courseTable: (id) => <CourseTablePage startPointId={id} />,
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
