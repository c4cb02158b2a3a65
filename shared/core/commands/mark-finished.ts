import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { find } from '../model/project';
import { isKnown, type KnownRecord } from '../model/record';
import type { Command } from './command';
import { Draft, intentOf, withFields } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { counted, named } from '../words/wording';

export interface MarkFinishedInput {
  readonly ids: readonly RecordId[];
  readonly finished: boolean;
}

/** Marks things as 已完成, or no longer so; what cannot be marked is passed over. */
export const markFinished: Command<MarkFinishedInput> = {
  id: 'mark-finished',
  title: '标为已完成',
  run(project, { ids, finished }) {
    const records = [...new Set(ids)].map((id) => find(project, id));
    if (records.some((record) => record === undefined)) return fail(gone);
    const marked = records.flatMap((record) =>
      record !== undefined && isKnown(record) && canFinish(record) ? [record] : [],
    );
    const [first] = marked;
    if (first === undefined) {
      return fail(refuse('nothing', '典型工作任务、课程和学习任务才能标为已完成，请先选中它们。'));
    }
    const draft = new Draft(project);
    for (const record of marked) draft.put(withFields(record, { finished }));
    const what = marked.length === 1 ? named(project, first) : counted(marked);
    const label = finished ? `把${what.trimStart()}标为已完成` : `取消${what}的已完成`;
    return intentOf(draft, { label, focus: first.id });
  },
};

/** True for what a teacher can call finished. */
function canFinish(record: KnownRecord): boolean {
  return 'finished' in record;
}
