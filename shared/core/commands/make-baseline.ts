import { idPattern, type RecordId } from '../kernel/id';
import { keyBetween, type OrderKey } from '../kernel/order-key';
import { fail } from '../kernel/result';
import { contentHash } from '../model/content-hash';
import { baselineProblem } from '../model/limits';
import { childrenOf, find, type Project } from '../model/project';
import { newRecord } from '../model/record';
import type { Command } from './command';
import { checkedFields } from '../making/creation';
import { Draft, intentOf, withFields } from '../making/draft';
import { placesAtEnd } from '../making/placing';
import { gone, refuse } from '../words/refusal';
import { quoted } from '../words/wording';

/** How far a 存档版本 is on its way. */
export type BaselineStage = 'discussion' | 'submitted' | 'final';

/** A paper that is kept with a 存档版本. */
export interface KeptPaper {
  readonly id: RecordId;
  readonly paper: string;
  readonly layout: string;
  /** What it is about; null where it no longer is in the project. */
  readonly subjectId: RecordId | null;
  readonly fileName: string;
  readonly sha256: string;
}

export interface MakeBaselineInput {
  /** Given, since the papers are kept under it before the project knows of it. */
  readonly id: RecordId;
  readonly stage: BaselineStage;
  readonly name: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly note: string;
  /** The content the papers were made from. */
  readonly projectHash: string;
  readonly papers: readonly KeptPaper[];
}

/** Notes that the project and its papers were frozen. What is noted is never changed or taken back. */
export const makeBaseline: Command<MakeBaselineInput> = {
  id: 'make-baseline',
  title: '存为存档版本',
  run(project, input, { random }) {
    const [major] = childrenOf(project, null, 'major');
    if (major === undefined) return fail(gone);
    const { id, stage, name, date, note, projectHash, papers } = input;
    if (projectHash !== contentHash(project)) {
      return fail(refuse('changed-meanwhile', '稿子刚刚又改过，没有存档。请再存一次。'));
    }
    const beyond = baselineProblem({ name, note, papers: papers.length });
    if (beyond !== undefined) return fail(refuse('too-large', beyond));
    const ids = [id, ...papers.map((paper) => paper.id)];
    if (!areFree(project, ids)) return fail(refuse('id-taken', '这个存档版本已经存过了。'));
    const place = { kind: 'baseline', parentId: major.id } as const;
    const given = checkedFields(project, place, { stage, name, date, note, projectHash });
    if (!given.ok) return given;
    const draft = new Draft(project);
    const end = { kind: 'baseline', parentId: major.id, count: 1 } as const;
    const [order = ''] = placesAtEnd(draft, end, random);
    draft.put(withFields(newRecord('baseline', { id, parentId: major.id, order }), given.value));
    let before: OrderKey | null = null;
    for (const { id: paperId, paper, layout, subjectId, fileName, sha256 } of papers) {
      const fields = { paper, layout, subjectId, fileName, sha256 };
      const kept = checkedFields(project, { kind: 'keptExport', parentId: id }, fields);
      if (!kept.ok) return kept;
      before = keyBetween(before, null, random);
      const record = newRecord('keptExport', { id: paperId, parentId: id, order: before });
      draft.put(withFields(record, kept.value));
    }
    return intentOf(draft, { label: `存为${quoted(name)}，连同 ${String(papers.length)} 份文件` });
  },
};

function areFree(project: Project, ids: readonly RecordId[]): boolean {
  const isFree = (id: RecordId) => idPattern.test(id) && find(project, id) === undefined;
  return new Set(ids).size === ids.length && ids.every(isFree);
}
