import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { fail } from '../kernel/result';
import { childrenOf } from '../model/project';
import { terms } from '../papers/terms';
import type { Command } from './command';
import { putLast } from './making/creation';
import { Draft, intentOf } from './making/draft';
import { checkedText } from './making/field-input';
import { refuse } from './making/refusal';
import { quoted } from './making/wording';

export interface SetGlossaryTermInput {
  /** An id of `templates/terms.json`. */
  readonly termId: string;
  /** The school's own word; '' or the usual word = as usual again. */
  readonly label: string;
}

/** Puts a word of the school in the place of one of ours, in the window and in all papers. */
export const setGlossaryTerm: Command<SetGlossaryTermInput> = {
  id: 'set-glossary-term',
  title: '设置本校用语',
  run(project, { termId, label: wanted }, { random }) {
    const usual = Object.hasOwn(terms, termId) ? terms[termId] : undefined;
    const [major] = childrenOf(project, null, 'major');
    if (usual === undefined || major === undefined) {
      return fail(refuse('no-such-term', '没有这个术语，没有改动。'));
    }
    const label = checkedText(wanted, 'line');
    if (!label.ok) return label;
    const own = label.value.trim() === usual ? '' : label.value.trim();
    const draft = new Draft(project);
    putTerm(draft, { termId, label: own, majorId: major.id }, random);
    const words =
      own === '' ? `恢复通用的术语${quoted(usual)}` : `把术语${quoted(usual)}改为${quoted(own)}`;
    return intentOf(draft, { label: words });
  },
};

interface OwnTerm {
  readonly termId: string;
  readonly label: string;
  readonly majorId: RecordId;
}

/** One record for the term, or none when it is as usual; doubles of a merge go. */
function putTerm(draft: Draft, { termId, label, majorId }: OwnTerm, random: Random): void {
  const [there, ...doubles] = childrenOf(draft.project, majorId, 'glossaryTerm').filter(
    (term) => term.termId === termId,
  );
  for (const { id } of doubles) draft.drop(id);
  if (there !== undefined && label === '') draft.drop(there.id);
  else if (there !== undefined) draft.put({ ...there, label });
  else if (label !== '') {
    putLast(draft, { kind: 'glossaryTerm', parentId: majorId, given: { termId, label } }, random);
  }
}
