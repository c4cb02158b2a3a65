import { type ReactNode, useMemo } from 'react';
import { addRecord } from '@shared/core/commands/add-record';
import { choiceWord } from '@shared/core/words/wording';
import { moveRecord } from '@shared/core/commands/move-record';
import { removeRecords } from '@shared/core/commands/remove-records';
import type { RecordId } from '@shared/core/kernel/id';
import { isWritten } from '@shared/core/model/field';
import { find, type Project } from '@shared/core/model/project';
import { fieldOf, fieldSpec, isKnown, type Kind, kindSpec } from '@shared/core/model/record';
import { offerUndo } from '../../../state/offer-undo';
import type { Column } from '../../../state/pages/page-entry';
import { useDocument, useStudio } from '../../../state/studio';
import { type Execute, useExecute } from '../../../state/use-execute';
import { Why } from '../why';
import { useLineDrag } from './line-drag';
import { LineMenu } from './line-menu';
import { type RowOperations, TableKeys } from './table-keys';
import { PickedLines } from './picked-lines';
import { TableRow } from './table-row';
import { useLineSelection } from './use-line-selection';
import { type OwnPaste, useTablePaste } from './use-table-paste';
import { AddButton } from '../page-button';

interface RecordTableProps {
  readonly kind: Kind;
  readonly parentId: RecordId;
  readonly ids: readonly RecordId[];
  /** What one row is called; names of the controls are made of it. */
  readonly noun: string;
  readonly columns: readonly Column[];
  /** Values a new row starts with. */
  readonly given?: Readonly<Record<string, unknown>>;
  /** A last column that is not written in: words and actions about the row. */
  readonly tail?: { readonly title: string; readonly share: number; readonly cell: Cell };
  /** In the place of the button that adds a row. */
  readonly adding?: ReactNode;
  /** How pasted rows are made where the kind has no name. */
  readonly ownPaste?: OwnPaste;
  /** Under the heads while there is no row. */
  readonly empty?: ReactNode;
}

type Cell = (id: RecordId, index: number) => ReactNode;

/** Records of one kind as the rows of a table that is written in. */
export function RecordTable(props: RecordTableProps) {
  const { ids, kind, noun, columns, tail } = props;
  const readOnly = useDocument((state) => state.readOnly);
  const keys = useTableKeys(props);
  const { list, hold, drag } = useLineDrag<HTMLTableSectionElement>({
    noun,
    ids,
    onDrop: (id, overId) => {
      keys.drop(id, overId);
    },
  });
  const { around, preview } = useTablePasteOf(props);
  const selection = useRowSelection(props);
  return (
    <div ref={around} className="record-table">
      {preview}
      <LineMenu noun={noun} ids={ids} tasks={keys}>
        <table aria-label={noun}>
          <thead>
            <tr>
              {columns.map(({ field, share }) => (
                <th key={field} scope="col" style={{ width: `${String(share)}%` }}>
                  {fieldSpec(kind, field)?.label}
                  <Why
                    kind={kind}
                    field={field}
                    label={`${noun}的${fieldSpec(kind, field)?.label ?? ''}`}
                  />
                </th>
              ))}
              {tail && (
                <th scope="col" style={{ width: `${String(tail.share)}%` }}>
                  {tail.title}
                </th>
              )}
            </tr>
          </thead>
          <tbody ref={list} {...selection.handlers}>
            {ids.map((id, index) => (
              <TableRow
                key={id}
                id={id}
                kind={kind}
                label={`${noun} ${String(index + 1)}`}
                columns={columns}
                keys={keys}
                onHold={hold}
                tail={tail?.cell(id, index)}
                picked={selection.isSelected(index)}
              />
            ))}
          </tbody>
        </table>
      </LineMenu>
      {drag}
      <PickedLines noun={noun} count={selection.count} />
      {ids.length === 0 && props.empty}
      {!readOnly &&
        (props.adding ?? (
          <AddButton
            onClick={() => {
              keys.add(ids.at(-1) ?? null);
            }}
          >
            {`添加${noun}`}
          </AddButton>
        ))}
    </div>
  );
}

function useTablePasteOf(props: RecordTableProps) {
  const { kind, parentId, ids, noun, columns, given = {}, ownPaste: own } = props;
  const { document } = useStudio();
  return useTablePaste({
    ...{ kind, parentId, ids, noun, given, own },
    fields: columns.map(({ field }) => field),
    isBlank: (id) => isBlankRow(document.getState().project, kind, id),
  });
}

/** Whole rows selected together, to be copied to a spreadsheet as they stand here. */
function useRowSelection({ kind, ids, columns }: RecordTableProps) {
  const execute = useExecute();
  const { document } = useStudio();
  return useLineSelection({
    lines: ids.map((id) => ({ id, text: '' })),
    operations: {
      place: (id) => ({ record: id, field: firstText(kind, columns) }),
      removeAll: (all) => execute(removeRecords, { ids: all }).ok,
    },
    ofRows: true,
    cells: ({ id }) => rowWords(document.getState().project, id, columns),
  });
}

function rowWords(project: Project, id: RecordId, columns: readonly Column[]): readonly string[] {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return [];
  return columns.map(({ field }) => {
    const value = fieldOf(record, field);
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return '';
    return fieldSpec(record.kind, field)?.type === 'choice'
      ? choiceWord(record.kind, field, value)
      : value;
  });
}

function useTableKeys({ kind, parentId, ids, columns, given }: RecordTableProps): TableKeys {
  const execute = useExecute();
  const studio = useStudio();
  return useMemo(() => {
    const project = () => studio.document.getState().project;
    const operations = rowOperations({ execute, project }, { kind, parentId, given: given ?? {} });
    const remove = (id: RecordId) => {
      const isBlank = operations.isBlank(id);
      const gone = operations.remove(id);
      if (gone && !isBlank) offerUndo(studio);
      return gone;
    };
    return new TableKeys(ids, firstText(kind, columns), { ...operations, remove });
  }, [execute, studio, kind, parentId, ids, columns, given]);
}

function firstText(kind: Kind, columns: readonly Column[]): string {
  const column = columns.find(({ field }) => fieldSpec(kind, field)?.type === 'line');
  return (column ?? columns[0])?.field ?? '';
}

interface Tools {
  readonly execute: Execute;
  readonly project: () => Project;
}

interface Source {
  readonly kind: Kind;
  readonly parentId: RecordId;
  readonly given: Readonly<Record<string, unknown>>;
}

function rowOperations({ execute, project }: Tools, source: Source): RowOperations {
  const { kind, parentId, given } = source;
  return {
    add(afterId) {
      const result = execute(addRecord, { kind, parentId, afterId, fields: given });
      return result.ok ? result.value.focus : null;
    },
    remove: (id) => execute(removeRecords, { ids: [id] }).ok,
    move: (id, afterId) => execute(moveRecord, { id, parentId, afterId }).ok,
    isBlank: (id) => isBlankRow(project(), kind, id),
  };
}

function isBlankRow(project: Project, kind: Kind, id: RecordId): boolean {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return false;
  const texts = Object.entries(kindSpec(kind).fields).filter(([, spec]) => isWritten(spec));
  return texts.every(([field]) => fieldOf(record, field) === '');
}
