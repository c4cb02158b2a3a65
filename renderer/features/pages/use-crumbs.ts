import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { isKnown } from '@shared/core/model/record';
import { wayTo } from '../../state/page-owner';
import type { PagePlace } from '../../state/pages/registry';
import { recordName } from '@shared/core/words/wording';
import { useDocument } from '../../state/studio';

interface Crumb {
  readonly id: RecordId;
  readonly name: string;
}

/** The way from the major down to the page above; above a further page of a record stands its first. */
export function useCrumbs({ id, part }: PagePlace): readonly Crumb[] {
  const above = useDocument(
    useShallow(({ project }) => wayTo(project, id).slice(0, part === undefined ? -1 : undefined)),
  );
  return above.filter(isKnown).map((record) => ({ id: record.id, name: recordName(record) }));
}
