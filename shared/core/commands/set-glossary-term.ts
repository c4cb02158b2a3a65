import { fail } from '../kernel/result';
import { childrenOf } from '../model/project';
import { terms } from '../words/terms';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { checkedText } from '../making/field-input';
import { putTerm } from '../making/glossary';
import { refuse } from '../words/refusal';
import { quoted } from '../words/wording';

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
