import { type ReactNode, useMemo } from 'react';
import type { AnyFieldValue } from '@shared/core/model/field';
import { fieldOf, type KnownRecord } from '@shared/core/model/record';
import { useExecute } from '../../../state/use-execute';
import { type LineDecoration, LineList } from './line-list';
import { recordOperations, type RecordSource } from './record-operations';

interface RecordListProps extends RecordSource, LineDecoration {
  /** The lines in order: children of the parent, or those of them that belong in this list. */
  readonly records: readonly KnownRecord[];
  readonly noun: string;
  readonly number?: (index: number) => string;
  readonly ghost?: string;
  readonly addWord?: string;
  readonly empty?: ReactNode;
}

/** Records of one kind, written as the numbered lines of a list. */
export function RecordList(props: RecordListProps) {
  const { kind, parentId, field, given, records } = props;
  const execute = useExecute();
  const givenKey = JSON.stringify(given ?? {});
  const operations = useMemo(
    () =>
      recordOperations(execute, {
        kind,
        parentId,
        field,
        given: JSON.parse(givenKey) as Readonly<Record<string, AnyFieldValue>>,
      }),
    [execute, kind, parentId, field, givenKey],
  );
  const lines = useMemo(
    () =>
      records.map((record) => {
        const value = fieldOf(record, field);
        return { id: record.id, text: typeof value === 'string' ? value : '' };
      }),
    [records, field],
  );
  return (
    <LineList
      lines={lines}
      operations={operations}
      noun={props.noun}
      number={props.number}
      ghost={props.ghost}
      addWord={props.addWord}
      empty={props.empty}
      {...decorationOf(props)}
    />
  );
}

function decorationOf({ margin, tail, below, className }: LineDecoration): LineDecoration {
  return {
    ...(margin && { margin }),
    ...(tail && { tail }),
    ...(below && { below }),
    ...(className && { className }),
  };
}
