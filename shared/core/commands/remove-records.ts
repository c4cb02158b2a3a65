import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { childrenOf, find, type Project } from '../model/project';
import { isKnown, kindSpec, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { gone, type Refusal, refuse } from '../words/refusal';
import { Draft, intentOf } from '../making/draft';
import { isSingleton } from '../model/family';
import { removeWithAll } from '../making/removal';
import { counted, kindWord, named } from '../words/wording';

export interface RemoveRecordsInput {
  readonly ids: readonly RecordId[];
  /** A field that is typed into instead of them: what is typed there next is one step with the removal. */
  readonly typedInto?: { readonly id: RecordId; readonly field: string } | undefined;
}

/** Removes things with all below them and every mapping that ends at one of them. */
export const removeRecords: Command<RemoveRecordsInput> = {
  id: 'remove-records',
  title: '删除',
  run(project, { ids, typedInto }) {
    const records = [...new Set(ids)].map((id) => find(project, id));
    const known = records.filter((record) => record !== undefined && isKnown(record));
    if (known.length === 0 || known.length < records.length) return fail(gone);
    const refusal = known.map((record) => removalProblem(project, record)).find(Boolean);
    if (refusal !== undefined) return fail(refusal);
    const draft = new Draft(project);
    removeWithAll(draft, ids);
    const [first] = known;
    const removed = draft.change().filter(({ after }) => after === null).length;
    const below = removed > known.length ? `（含相关内容 ${removed - known.length} 项）` : '';
    const what = known.length === 1 && first !== undefined ? named(project, first) : counted(known);
    const group = typedInto && { group: `edit:${typedInto.id}:${typedInto.field}` };
    return intentOf(draft, { label: `删除${what}${below}`, ...group });
  },
};

function removalProblem(project: Project, record: KnownRecord): Refusal | undefined {
  if (isSingleton(record.kind)) {
    const word = kindWord(record.kind);
    return refuse('part-of-course', `${word}是课程固有的部分，不能单独删除；可以清空其中的内容。`);
  }
  if (kindSpec(record.kind).companion === true) {
    return refuse('part-of-course', '占比随学习任务而有，不能单独删除；可以清空其数值。');
  }
  if (record.kind === 'major' && childrenOf(project, record.parentId, 'major').length === 1) {
    return refuse('root', '专业是整份稿子的开头，不能删除。');
  }
  return undefined;
}
