import { useCallback } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { editField } from '@shared/core/commands/edit-field';
import type { RecordId } from '@shared/core/kernel/id';
import type { AnyFieldValue } from '@shared/core/model/field';
import { childrenOf, find, findOf, onlyChildOf } from '@shared/core/model/project';
import { fieldOf, fieldSpec, isKnown, type Kind, type RecordOf } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';

/** A record by id if it is of the kind. */
export function useRecord<K extends Kind>(kind: K, id: RecordId | null): RecordOf<K> | undefined {
  return useDocument(({ project }) => findOf(project, kind, id));
}

/** The children of one kind, in order; draws again only when one of them has changed. */
export function useChildren<K extends Kind>(
  kind: K,
  parentId: RecordId | null,
): readonly RecordOf<K>[] {
  return useDocument(useShallow(({ project }) => childrenOf(project, parentId, kind)));
}

/** The single child of a kind. */
export function useOnlyChild<K extends Kind>(
  kind: K,
  parentId: RecordId | null,
): RecordOf<K> | undefined {
  return useDocument(({ project }) => onlyChildOf(project, parentId, kind));
}

interface FieldState {
  readonly value: AnyFieldValue | undefined;
  readonly label: string;
  /** Writes the field; false when it was refused (the words stand at the field). */
  readonly write: (value: AnyFieldValue) => boolean;
}

/** One field of one record: its value, its label and the way to change it. */
export function useField(recordId: RecordId, field: string): FieldState {
  const execute = useExecute();
  const record = useDocument(({ project }) => find(project, recordId));
  const known = record !== undefined && isKnown(record) ? record : undefined;
  const write = useCallback(
    (value: AnyFieldValue) =>
      execute(editField, { id: recordId, field, value }, { record: recordId, field }).ok,
    [execute, recordId, field],
  );
  return {
    value: known && fieldOf(known, field),
    label: (known && fieldSpec(known.kind, field)?.label) ?? '',
    write,
  };
}
