import { useState } from 'react';
import { type PastedRow, readRows } from '@shared/core/clipboard/pasted-rows';
import type { ListQuestion } from '@shared/core/clipboard/plan-list-paste';
import { Button } from '../../../ui/button';
import { Dialog } from '../../../ui/dialog';

interface PastePreviewProps {
  /** What one line is called. */
  readonly noun: string;
  readonly question: ListQuestion;
  readonly onPaste: (rows: readonly PastedRow[]) => void;
  readonly onClose: () => void;
}

/** Rows that are shown; the rest is counted. */
const shownRows = 5;

/** Asks which column of a pasted table is what, and shows what it will become. */
export function PastePreview({ noun, question, onPaste, onClose }: PastePreviewProps) {
  const { table, roles } = question;
  const [hasHeader, setHasHeader] = useState(question.hasHeader);
  const [columns, setColumns] = useState(question.columns);
  const given = { table, roles, columns, hasHeader };
  const rows = readRows(given);
  // Cells that cannot be read are named below; the others are pasted on request.
  const left = readRows({ ...given, leavesOut: true });
  const rest = left.ok ? left.value : [];
  const usable = rows.ok ? rows.value : rest;
  const choose = (index: number, role: string) => {
    setColumns((now) =>
      now.map((column, at) =>
        at === index ? { ...column, role: role === '' ? null : role } : column,
      ),
    );
  };
  return (
    <Dialog
      title={`粘贴表格到“${noun}”`}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            tone="primary"
            disabled={usable.length === 0}
            onClick={() => {
              onPaste(usable);
            }}
          >
            {rows.ok || rest.length === 0
              ? `粘贴 ${String(usable.length)} 条`
              : `这几格留空，粘贴 ${String(rest.length)} 条`}
          </Button>
        </>
      }
    >
      <p>有的列看不出是什么。请在每一列上面选好，选“不粘贴”的列不会带进来。</p>
      <PreviewTable
        table={table}
        roles={roles}
        columns={columns}
        hasHeader={hasHeader}
        choose={choose}
      />
      <label className="check">
        <input
          type="checkbox"
          checked={hasHeader}
          onChange={(event) => {
            setHasHeader(event.target.checked);
          }}
        />
        <span>第一行是表头，不粘贴</span>
      </label>
      {table.length > shownRows && (
        <p className="meta">
          共 {table.length} 行，这里列出前 {shownRows} 行。
        </p>
      )}
      <p role="status" className="paste-problem">
        {rows.ok ? '' : rows.failure}
      </p>
    </Dialog>
  );
}

type PreviewTableProps = Pick<ListQuestion, 'table' | 'roles' | 'columns' | 'hasHeader'> & {
  readonly choose: (column: number, role: string) => void;
};

/** The first rows with a choice above each column; what is left out is struck through. */
function PreviewTable({ table, roles, columns, hasHeader, choose }: PreviewTableProps) {
  return (
    <div className="paste-table">
      <table>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col">
                <select
                  className="choice"
                  aria-label={`第 ${String(index + 1)} 列${column.header}`}
                  value={column.role ?? ''}
                  onChange={(event) => {
                    choose(index, event.target.value);
                  }}
                >
                  <option value="">不粘贴</option>
                  {roles.map(({ id, label }) => (
                    <option key={id} value={id}>
                      {label}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.slice(0, shownRows).map((row, y) => (
            <tr key={y} data-header={(y === 0 && hasHeader) || undefined}>
              {row.map(({ text }, x) => (
                <td key={x} data-left={columns[x]?.role === null || undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
