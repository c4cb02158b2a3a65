import { useEffect, useEffectEvent, useRef } from 'react';
import { removeRecords } from '@shared/core/commands/remove-records';
import type { RecordId } from '@shared/core/kernel/id';
import { find, type Project, subtree } from '@shared/core/model/project';
import { isKnown, kindSpec, type KnownRecord } from '@shared/core/model/record';
import { consequencesOf } from '../../state/consequences';
import { pageOwner } from '../../state/page-owner';
import { recordName } from '@shared/core/words/wording';
import { type Studio, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Question } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { receipt } from '../actions/action';
import { perform, shownRecord } from '../actions/edit-actions';

/** Asks only when something else goes with it; the safe answer has the focus. */
export function DeleteDialog({
  ids,
  onClose,
}: {
  readonly ids: readonly RecordId[];
  readonly onClose: () => void;
}) {
  const studio = useStudio();
  const keep = useRef<HTMLButtonElement>(null);
  const { project } = studio.document.getState();
  const asked = rootsOf(project, ids);
  const gone = [...asked, ...asked.flatMap(({ id }) => belowOf(project, id))];
  const consequences = consequencesOf(project, gone, asked.length);
  const [first] = gone;
  const remove = () => {
    onClose();
    removeAndSay(
      studio,
      asked.map(({ id }) => id),
    );
  };
  const nothingElse = first !== undefined && consequences.length === 0;
  const whenOpened = useEffectEvent(() => {
    if (nothingElse) remove();
  });
  useEffect(() => {
    whenOpened();
  }, []);
  if (first === undefined || nothingElse) return null;
  const { title, what } = wordsOf(first, asked.length);
  return (
    <Question
      title={title}
      onClose={onClose}
      initialFocus={keep}
      footer={
        <>
          <span className="meta grow">Ctrl+Z 可找回</span>
          <Button ref={keep} onClick={onClose}>
            不删
          </Button>
          <Button tone="danger" onClick={remove}>
            {what}
          </Button>
        </>
      }
    >
      <p>{asked.length > 1 ? '它们' : '它'}名下的内容一起删去，可以撤销：</p>
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

/** What was asked for, without what lies below something else of it. */
function rootsOf(project: Project, ids: readonly RecordId[]): readonly KnownRecord[] {
  const wanted = new Set(ids);
  const below = new Set([...wanted].flatMap((id) => belowOf(project, id).map((one) => one.id)));
  return [...wanted].flatMap((id) => {
    const record = find(project, id);
    return record !== undefined && isKnown(record) && !below.has(id) ? [record] : [];
  });
}

function belowOf(project: Project, id: RecordId): readonly KnownRecord[] {
  return subtree(project, id)
    .filter(isKnown)
    .filter((record) => record.id !== id);
}

function wordsOf(first: KnownRecord, count: number) {
  const { label } = kindSpec(first.kind);
  return count === 1
    ? { title: `删去${label}“${recordName(first)}”？`, what: `删去${label}` }
    : { title: `删去选中的 ${String(count)} 项？`, what: `删去这 ${String(count)} 项` };
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
