import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { find } from '../model/project';
import { isKnown } from '../model/record';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { isCell, isMapping } from '../model/family';
import { gone, refuse } from '../words/refusal';
import { removeWithAll } from '../making/removal';
import { named } from '../words/wording';

export interface UnlinkInput {
  readonly mappingId: RecordId;
}

/** Ends a mapping; both its ends stay. */
export const unlink: Command<UnlinkInput> = {
  id: 'unlink',
  title: '解除对应',
  run(project, { mappingId }) {
    const mapping = find(project, mappingId);
    if (mapping === undefined || !isKnown(mapping)) return fail(gone);
    if (!isMapping(mapping.kind) || isCell(mapping.kind)) {
      return fail(refuse('no-mapping', '这一条不是可以解除的对应。'));
    }
    const draft = new Draft(project);
    removeWithAll(draft, [mappingId]);
    return intentOf(draft, { label: `解除${named(project, mapping)}`, focus: mapping.parentId });
  },
};
