import { type KeyboardEvent, useState } from 'react';
import { addRecord } from '@shared/core/commands/add-record';
import type { CourseKind } from '@shared/core/hours/course-table';
import { courseKindWord } from '@shared/core/words/wording';
import { useStudio } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { useHeldText } from '../../../state/writing/use-held-text';
import { isComposing } from '../../../ui/composition';
import { useWholeWords } from '../../../ui/use-whole-words';
import type { HoursGridProps } from './grid-props';

/** The last line of a kind: a name written there is a new course of the level of the table. */
export function AddCourseLine(props: HoursGridProps & { readonly courseKind: CourseKind }) {
  const { table, work, courseKind } = props;
  const [name, setName] = useState('');
  const words = useWholeWords(setName);
  const add = useAdding(props);
  useHeldText(name.trim() !== '');
  if (!work.canWrite) return null;
  const take = (written: string) => {
    if (written.trim() !== '' && add(courseKind, written.trim())) setName('');
  };
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') take(event.currentTarget.value);
    if (event.key === 'Escape') setName('');
  };
  return (
    <tr className="add-row">
      <td className="at-cell">+</td>
      <th scope="row" className="course-name">
        <input
          className="add-course"
          aria-label={`添加${courseKindWord(courseKind)}`}
          placeholder={`添加${courseKindWord(courseKind)}`}
          value={name}
          autoComplete="off"
          onChange={({ target }) => {
            setName(target.value);
          }}
          {...words}
          // A name that was written is not to be lost by a click elsewhere.
          onBlur={(event) => {
            take(words.onBlur(event));
          }}
          onKeyDown={keys}
        />
      </th>
      <td colSpan={table.semesters + 1} />
      <td className="not-printed" />
    </tr>
  );
}

/** Adds a course; true when it is there. The next name is written where this one was. */
function useAdding({ table }: HoursGridProps): (kind: CourseKind, name: string) => boolean {
  const execute = useExecute();
  const { pending } = useStudio();
  return (courseKind, name) => {
    pending.commitAll();
    const fields = { name, courseKind };
    return execute(addRecord, { kind: 'course', parentId: table.levelId, fields }).ok;
  };
}
