import type { ReactNode } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { fieldSpec, type Kind } from '@shared/core/model/record';
import { useDocument } from '../../../state/studio';
import type { Column } from '../../../state/pages/page-entry';
import { AnyField } from './any-field';
import type { Hold } from './line-drag';
import { LineTools } from './line-tools';
import type { TableKeys } from './table-keys';

interface TableRowProps {
  readonly id: RecordId;
  readonly kind: Kind;
  /** 「人员 2」 */
  readonly label: string;
  readonly columns: readonly Column[];
  readonly keys: TableKeys;
  readonly onHold: Hold;
  readonly tail?: ReactNode;
  /** True while the row is selected with others. */
  readonly picked: boolean;
}

/** One row of a table; its handle and its removal appear in front of it. */
export function TableRow({ id, kind, label, columns, keys, onHold, tail, picked }: TableRowProps) {
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <tr className={picked ? 'row-picked' : undefined} data-line={id}>
      {columns.map((column, at) => (
        <td key={column.field}>
          {at === 0 && !readOnly && (
            <span className="row-tools">
              <LineTools
                id={id}
                label={label}
                onHold={onHold}
                onRemove={() => {
                  keys.remove(id);
                }}
              />
            </span>
          )}
          <Cell id={id} kind={kind} label={label} column={column} keys={keys} />
        </td>
      ))}
      {tail !== undefined && <td className="row-tail">{tail}</td>}
    </tr>
  );
}

interface CellProps extends Omit<TableRowProps, 'columns' | 'onHold' | 'tail' | 'picked'> {
  readonly column: Column;
}

function Cell({ id, kind, label, column: { field, ghost }, keys }: CellProps) {
  return (
    <AnyField
      recordId={id}
      kind={kind}
      field={field}
      label={`${label} ${fieldSpec(kind, field)?.label ?? ''}`}
      ghost={ghost}
      onKey={(event, commit) => {
        if (event.key === 'Enter' || event.altKey) commit();
        return keys.press({ id, field }, event);
      }}
    />
  );
}
