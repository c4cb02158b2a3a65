import { type ReactNode, useMemo } from 'react';
import { addListItem } from '@shared/core/commands/add-list-item';
import { editListItem } from '@shared/core/commands/edit-list-item';
import { moveListItem } from '@shared/core/commands/move-list-item';
import { pasteListItems } from '@shared/core/commands/paste-list-items';
import { removeListItems } from '@shared/core/commands/remove-list-items';
import type { RecordId } from '@shared/core/kernel/id';
import type { ListItem } from '@shared/core/model/field';
import { type Execute, useExecute } from '../../../state/use-execute';
import { useStudio } from '../../../state/studio';
import type { DocumentStore } from '../../../state/document-state';
import { find } from '@shared/core/model/project';
import { fieldOf, isKnown } from '@shared/core/model/record';
import { LineList } from './line-list';
import type { LineOperations } from './line-operations';
import { useField } from './use-field';

interface ItemListProps {
  readonly recordId: RecordId;
  readonly field: string;
  /** What one item is called; the field's own label when not given. */
  readonly noun?: string;
  readonly number?: (index: number) => string;
  readonly ghost?: string;
  readonly empty?: ReactNode;
}

const none: readonly ListItem[] = [];

/** A list of texts inside one record. */
export function ItemList(props: ItemListProps) {
  const { recordId, field } = props;
  const execute = useExecute();
  const { document } = useStudio();
  const { value, label } = useField(recordId, field);
  const operations = useMemo(
    () => itemOperations({ execute, document }, recordId, field),
    [execute, document, recordId, field],
  );
  return (
    <LineList
      lines={isItems(value) ? value : none}
      operations={operations}
      noun={props.noun ?? label}
      number={props.number}
      ghost={props.ghost}
      empty={props.empty}
    />
  );
}

function isItems(value: unknown): value is readonly ListItem[] {
  return Array.isArray(value);
}

interface Tools {
  readonly execute: Execute;
  readonly document: DocumentStore;
}

function itemOperations({ execute, document }: Tools, id: RecordId, field: string): LineOperations {
  const place = (item: RecordId) => ({ record: id, field, item });
  const items = () => {
    const record = find(document.getState().project, id);
    const value = record && isKnown(record) ? fieldOf(record, field) : none;
    return isItems(value) ? value : none;
  };
  const edit = (itemId: RecordId, text: string) =>
    execute(editListItem, { id, field, itemId, text }, place(itemId)).ok;
  const add = (afterItemId: RecordId | null, text: string): RecordId | null => {
    if (!execute(addListItem, { id, field, afterItemId, text }).ok) return null;
    const after = items();
    const at = afterItemId === null ? 0 : after.findIndex((item) => item.id === afterItemId) + 1;
    return after[at]?.id ?? null;
  };
  const remove = (itemId: RecordId) =>
    execute(removeListItems, { id, field, itemIds: [itemId] }, place(itemId)).ok;
  return {
    place,
    edit,
    add,
    remove,
    removeAll: (itemIds, typedInto) =>
      execute(removeListItems, { id, field, itemIds, typedInto }).ok,
    split: (itemId, head, tail) => (edit(itemId, head) ? add(itemId, tail) : null),
    join(itemId, previousId) {
      const now = items();
      const text = now.find((item) => item.id === itemId)?.text ?? '';
      const previous = now.find((item) => item.id === previousId)?.text ?? '';
      return edit(previousId, previous + text) && remove(itemId) ? previousId : null;
    },
    move: (itemId, afterItemId) =>
      execute(moveListItem, { id, field, itemId, afterItemId }, place(itemId)).ok,
    target: { kind: null, given: [] },
    paste({ afterId, intoId, insteadOf }, rows) {
      const texts = rows.map(({ title }) => title);
      return execute(pasteListItems, {
        ...{ id, field, texts, insteadOf },
        ...{ afterItemId: afterId, intoItemId: intoId },
      }).ok;
    },
  };
}
