import { addRecord } from '@shared/core/commands/add-record';
import { editField } from '@shared/core/commands/edit-field';
import { joinRecords } from '@shared/core/commands/join-records';
import { moveRecord } from '@shared/core/commands/move-record';
import { pasteRows } from '@shared/core/commands/paste-rows';
import { removeRecords } from '@shared/core/commands/remove-records';
import { splitRecord } from '@shared/core/commands/split-record';
import type { RecordId } from '@shared/core/kernel/id';
import type { AnyFieldValue } from '@shared/core/model/field';
import type { Kind } from '@shared/core/model/record';
import type { Execute } from '../../../state/use-execute';
import type { LineOperations } from './line-operations';

export interface RecordSource {
  readonly kind: Kind;
  readonly parentId: RecordId;
  /** The field that is the line. */
  readonly field: string;
  /** Values every new line of this list starts with (its 工作环节, its 内容类别). */
  readonly given?: Readonly<Record<string, AnyFieldValue>> | undefined;
}

/** The operations of a list whose lines are records. */
export function recordOperations(execute: Execute, source: RecordSource): LineOperations {
  const { kind, parentId, field, given } = source;
  const place = (id: RecordId) => ({ record: id, field });
  return {
    place,
    edit: (id, text) => execute(editField, { id, field, value: text }, place(id)).ok,
    add(afterId, text) {
      const fields = { ...given, [field]: text };
      const result = execute(addRecord, { kind, parentId, afterId, fields });
      return result.ok ? result.value.focus : null;
    },
    split(id, head, tail) {
      const result = execute(splitRecord, { id, field, head, tail }, place(id));
      return result.ok ? result.value.focus : null;
    },
    join: (id, previousId) =>
      execute(joinRecords, { id, field }, place(id)).ok ? previousId : null,
    remove: (id) => execute(removeRecords, { ids: [id] }, place(id)).ok,
    removeAll: (ids, typedInto) =>
      execute(removeRecords, {
        ids,
        ...(typedInto !== undefined && { typedInto: { id: typedInto, field } }),
      }).ok,
    move: (id, afterId) => execute(moveRecord, { id, parentId, afterId }, place(id)).ok,
    target: { kind, given: Object.keys(given ?? {}) },
    paste(pastePlace, pasted) {
      const rows = pasted.map(({ title, values }) => ({ ...values, [field]: title }));
      const fields = given ?? {};
      return execute(pasteRows, { kind, parentId, ...pastePlace, rows, fields }).ok;
    },
  };
}
