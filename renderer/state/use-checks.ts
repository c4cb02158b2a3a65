import type { RecordId } from '@shared/core/kernel/id';
import { type Place, placeKey } from '@shared/core/model/place';
import type { PlaceCount } from '@shared/core/rules/count-completeness';
import type { Severity } from '@shared/core/rules/rule';
import { useStore } from 'zustand';
import type { ChecksState, Mark } from './checks-store';
import { useStudio } from './studio';

/** A part of what the rules say. */
export function useChecks<Part>(selector: (state: ChecksState) => Part): Part {
  return useStore(useStudio().checks, selector);
}

/**
 * The worst thing said about the page of a record: 必改, 该看看 or nothing. For a page of the major
 * hand over its `pageKey`.
 */
export function useWorstMark(recordId: string): Severity | undefined {
  return useChecks(({ pageMarks }) => pageMarks.get(recordId)?.severity);
}

/** What is said about one field. */
export function useFieldMark(place: Place): Mark | undefined {
  return useChecks(({ fieldMarks }) => fieldMarks.get(placeKey(place)));
}

/** How far a record is written, with everything below it; undefined where nothing is required. */
export function useWritten(recordId: RecordId): PlaceCount | undefined {
  return useChecks(({ written }) => written.get(recordId));
}

/** Opens what is said about the project at what is not written yet. */
export function useShowUnfinished(): () => void {
  const { checks, view } = useStudio();
  return () => {
    checks.getState().setOnly('unfinished');
    view.getState().setSideTab('checks');
  };
}
