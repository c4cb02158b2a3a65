import { endOf } from '../model/family';
import { childrenOf, closest, find, type Project, referrersOf } from '../model/project';
import { fieldOf, isKnown, isOf, type KnownRecord } from '../model/record';
import type { Path } from '../paths/path';
import type { Step } from '../paths/steps';

/** One way from the record of a row to that of a column: what it goes through, mappings included. */
export interface Trail {
  readonly end: KnownRecord;
  readonly through: readonly KnownRecord[];
}

/** Every way a route goes from a record. */
export function trailsFrom(
  project: Project,
  from: KnownRecord,
  { steps }: Pick<Path, 'steps'>,
): readonly Trail[] {
  let trails: readonly Trail[] = [{ end: from, through: [from] }];
  for (const step of steps) {
    trails = trails.flatMap((trail) =>
      stepped(project, trail.end, step).map(({ end, by }) => ({
        end,
        through: [...trail.through, ...(by === undefined ? [] : [by]), end],
      })),
    );
  }
  return trails;
}

interface Reached {
  readonly end: KnownRecord;
  /** The mapping that leads there. */
  readonly by?: KnownRecord;
}

function stepped(project: Project, from: KnownRecord, step: Step): readonly Reached[] {
  switch (step.how) {
    case 'up':
      return [closest(project, from.id, step.kind) ?? []].flat().map((end) => ({ end }));
    case 'down':
      return childrenOf(project, from.id, step.kind).map((end) => ({ end }));
    case 'ref':
      return reached(project, fieldOf(from, step.field), step);
    case 'across':
      return step.isBack
        ? referrersOf(project, from.id, step.mapping)
            .filter((by: KnownRecord) => endOf(by) === from.id)
            .flatMap((by) => reached(project, by.parentId, { kind: step.kind, by }))
        : childrenOf(project, from.id, step.mapping).flatMap((by: KnownRecord) =>
            reached(project, endOf(by), { kind: step.kind, by }),
          );
  }
}

/** What an id stands for, if it is of the kind that the step leads to. */
function reached(
  project: Project,
  id: unknown,
  { kind, by }: { readonly kind: Step['kind']; readonly by?: KnownRecord },
): readonly Reached[] {
  const end = typeof id === 'string' ? find(project, id) : undefined;
  if (end === undefined || !isKnown(end) || !isOf(end, kind)) return [];
  return [by === undefined ? { end } : { end, by }];
}
