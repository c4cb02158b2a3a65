import type { RecordId } from '@shared/core/kernel/id';
import { closest } from '@shared/core/model/project';
import { fieldSpec, type Kind, kindSpec } from '@shared/core/model/record';
import type { Cell, CellsPiece } from '../../state/pages/page-entry';
import { recordName } from '@shared/core/words/wording';
import { useDocument } from '../../state/studio';
import { AnyField } from './fields/any-field';
import { LockToggle } from './fields/choice-field';
import { CellLabel, SheetRow } from './sheet';

const looks: Readonly<Record<CellsPiece['look'], string>> = {
  pairs: 'four-cells',
  one: 'two-cells',
  hours: '',
  task: 'task-name-row',
};

interface About {
  readonly recordId: RecordId;
  readonly kind: Kind;
}

/** A row of the form: labels with what is written behind them. */
export function CellsRow({ piece, ...about }: About & { readonly piece: CellsPiece }) {
  const { cells, look } = piece;
  const drawn = cells.map((cell) => (
    <OneCell key={'field' in cell ? cell.field : cell.above} cell={cell} {...about} />
  ));
  return (
    <SheetRow className={`name-row ${looks[look]}`}>
      {look === 'pairs'
        ? drawn.map((one) => (
            <span key={one.key} className="cell-pair">
              {one}
            </span>
          ))
        : drawn}
    </SheetRow>
  );
}

function OneCell({ cell, recordId, kind }: About & { readonly cell: Cell }) {
  if ('above' in cell) return <Above kind={cell.above} recordId={recordId} />;
  const { field, ghost, lock } = cell;
  return (
    <>
      <CellLabel why={[kind, field]}>{fieldSpec(kind, field)?.label ?? ''}</CellLabel>
      <span className={lock === undefined ? 'cell-value' : 'cell-value cell-hours'}>
        <AnyField recordId={recordId} kind={kind} field={field} ghost={ghost} />
        {lock !== undefined && <LockToggle recordId={recordId} field={lock} />}
      </span>
    </>
  );
}

function Above({ kind, recordId }: About) {
  const name = useDocument(({ project }) => {
    const above = closest(project, recordId, kind);
    return above === undefined ? '' : recordName(above);
  });
  return (
    <>
      <CellLabel>{kindSpec(kind).label}</CellLabel>
      <span className="cell-value">{name}</span>
    </>
  );
}
