import { useShallow } from 'zustand/react/shallow';
import { coverageOf } from '@shared/core/coverage/coverage';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import { focusField } from '../fields/field-place';
import { LinkSlip, NewEnd } from './link-slip';

interface TaskLinksProps {
  readonly objectiveId: RecordId;
  readonly label: string;
  readonly tasks: readonly RecordOf<'learningTask'>[];
}

/** Which learning tasks teach the objective, how far, and with how many hours. */
export function TaskLinks({ objectiveId, label, tasks }: TaskLinksProps) {
  const cells = useDocument(
    useShallow(({ project }) => tasks.map(({ id }) => coverageOf(project, objectiveId, id))),
  );
  const ends = tasks.map(({ id, name: text }, index) => ({
    id,
    name: `T${String(index + 1)}`,
    text,
    linkId: cells[index]?.link?.id ?? null,
    state: cells[index]?.state ?? 'none',
    ghostHours: cells[index]?.hours ?? null,
  }));
  return (
    <LinkSlip
      kind="objectiveTask"
      at={{ id: objectiveId, side: 'from' }}
      label={label}
      ends={ends}
      addWord={({ name, text }) => `${label}挂到 ${name} ${text}`}
      addName={({ name }) => `挂到 ${name}`}
    >
      <NewEnd
        kind="objectiveTask"
        thereId={objectiveId}
        there="from"
        label={`给${label}加一个新任务`}
        title="新写一个学习任务并挂上"
        word="新任务"
        onMade={(id) => focusField({ record: id, field: 'name' }, 0)}
      />
    </LinkSlip>
  );
}
