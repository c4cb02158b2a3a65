import { useMemo } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { closest } from '@shared/core/model/project';
import { useDocument, useView } from '../../state/studio';
import { ChoiceField, RefField } from './fields/choice-field';
import { FlagField } from './fields/flag-field';
import { useChildren } from './fields/use-field';
import { TextButton } from './page-button';

/** What the app remembers about a course over its sheet: its kind, who teaches it, whether it is done. */
export function CourseAbout({ courseId }: { readonly courseId: RecordId }) {
  const majorId = useDocument(({ project }) => closest(project, courseId, 'major')?.id ?? null);
  const persons = useChildren('person', majorId);
  const select = useView((view) => view.select);
  const targets = useMemo(
    () =>
      persons
        .filter(({ role }) => role !== 'developer')
        .map(({ id, name }, index) => ({
          id,
          word: name === '' ? `没有姓名的人员（${String(index + 1)}）` : name,
        })),
    [persons],
  );
  return (
    <div className="about">
      <span className="about-item">
        课程类别
        <ChoiceField recordId={courseId} field="courseKind" />
      </span>
      {targets.length > 0 ? (
        <span className="about-item">
          任课教师
          <RefField recordId={courseId} field="ownerId" targets={targets} none="还没有定" />
        </span>
      ) : (
        majorId !== null && (
          <TextButton
            onClick={() => {
              select({ record: majorId, missing: 'person' });
            }}
          >
            先到“人员与审批”里写任课教师
          </TextButton>
        )
      )}
      <FlagField recordId={courseId} field="finished" />
    </div>
  );
}
