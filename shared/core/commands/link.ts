import type { RecordId } from '../kernel/id';
import type { MappingKind } from '../model/family';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { checkedEnds, checkedWords, doubleProblem, putMapping } from '../making/linking';
import { fail } from '../kernel/result';
import { named } from '../words/wording';

export interface LinkInput {
  readonly kind: MappingKind;
  /** What the mapping stands below: the course, the objective. */
  readonly fromId: RecordId;
  readonly toId: RecordId;
  /** What it says besides (程度 …); left out = as a new one says it. */
  readonly fields?: Readonly<Record<string, unknown>>;
}

/** Says that two things belong together, once. */
export const link: Command<LinkInput> = {
  id: 'link',
  title: '建立对应',
  run(project, { kind, fromId, toId, fields = {} }, { random }) {
    const ends = checkedEnds(project, { kind, fromId, toId });
    if (!ends.ok) return ends;
    const given = checkedWords(project, ends.value, fields);
    if (!given.ok) return given;
    const double = doubleProblem(project, ends.value);
    if (double !== undefined) return fail(double);
    const draft = new Draft(project);
    const mapping = putMapping(draft, { ...ends.value, given: given.value }, random);
    const { from, to } = ends.value;
    const label = `建立${named(project, from)}与${named(project, to)}的对应`;
    return intentOf(draft, { label, focus: mapping.id });
  },
};
