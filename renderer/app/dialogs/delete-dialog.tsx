import { useEffect, useRef } from 'react';
import { removeRecords } from '@shared/core/commands/remove-records';
import type { RecordId } from '@shared/core/kernel/id';
import { type Project, subtree } from '@shared/core/model/project';
import { isKnown, kindSpec, type KnownRecord } from '@shared/core/model/record';
import { consequencesOf } from '../../state/consequences';
import { pageOwner } from '../../state/page-owner';
import { recordName } from '../../state/record-name';
import { type Studio, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Question } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { receipt } from '../actions/action';
import { perform, shownRecord } from '../actions/edit-actions';

interface Props {
  readonly ids: readonly RecordId[];
  readonly onClose: () => void;
}

/** Asks only when something else goes with it; the safe answer has the focus. */
export function DeleteDialog({ ids, onClose }: Props) {
  const studio = useStudio();
  const keep = useRef<HTMLButtonElement>(null);
  const { project } = studio.document.getState();
  const gone = goneWith(project, ids);
  const consequences = consequencesOf(project, gone);
  const [first] = gone;
  const remove = () => {
    onClose();
    removeAndSay(studio, ids);
  };
  const nothingElse = first !== undefined && consequences.length === 0;
  useEffect(() => {
    if (nothingElse) remove();
    // Once, when it opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (first === undefined || nothingElse) return null;
  const { label } = kindSpec(first.kind);
  return (
    <Question
      title={`删去${label}“${recordName(first)}”？`}
      onClose={onClose}
      initialFocus={keep}
      footer={
        <>
          <span className="meta grow">Ctrl+Z 可找回</span>
          <Button ref={keep} onClick={onClose}>
            不删
          </Button>
          <Button tone="danger" onClick={remove}>
            删去{label}
          </Button>
        </>
      }
    >
      <p>它名下的内容一起删去，可以撤销：</p>
      <ul className="consequences">
        {consequences.map((one) => (
          <li key={one.label}>
            <Icon name="trash" size={13} />
            <span>{one.label}</span>
            <span className="meta">{one.count}</span>
          </li>
        ))}
      </ul>
    </Question>
  );
}

function goneWith(project: Project, ids: readonly RecordId[]): readonly KnownRecord[] {
  return ids.flatMap((id) => subtree(project, id)).filter(isKnown);
}

/** Deletes, goes to the owner when the page shown is gone, and offers to take it back. */
function removeAndSay(studio: Studio, ids: readonly RecordId[]): void {
  const before = studio.document.getState().project;
  const shown = shownRecord(studio);
  const parents = ids.map((id) => before.records.get(id)?.parentId ?? null);
  perform(studio, removeRecords, { ids });
  const { project, history } = studio.document.getState();
  if (project === before) return;
  const [parent] = parents;
  const owner = pageOwner(project, parent ?? '');
  if (shown !== undefined && !project.records.has(shown) && owner !== undefined) {
    studio.view.getState().show({ kind: 'record', id: owner.id });
  }
  receipt(studio, history.past.peek()?.label ?? '已删去', true);
}
