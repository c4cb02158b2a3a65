import { fail, ok, type Result } from '../kernel/result';
import { childrenOf } from '../model/project';
import type { KnownRecord } from '../model/record';
import { terms as usualTerms } from '../words/terms';
import type { Command } from './command';
import { type Refusal, refuse } from '../words/refusal';
import { Draft, intentOf } from '../making/draft';
import { checkedText } from '../making/field-input';
import { putTerm } from '../making/glossary';
import type { SetGlossaryTermInput } from './set-glossary-term';

export interface PasteGlossaryTermsInput {
  readonly terms: readonly SetGlossaryTermInput[];
}

/** Puts several words of the school in the place of ours, in one step. */
export const pasteGlossaryTerms: Command<PasteGlossaryTermsInput> = {
  id: 'paste-glossary-terms',
  title: '粘贴本校用语',
  run(project, { terms }, { random }) {
    const [major] = childrenOf(project, null, 'major');
    if (major === undefined || terms.length === 0) {
      return fail(refuse('nothing', '没有可以粘贴的用语。'));
    }
    const own = ownLabels(terms);
    if (!own.ok) return own;
    const draft = new Draft(project);
    let after: KnownRecord | undefined;
    for (const [termId, label] of own.value) {
      after = putTerm(draft, { termId, label, majorId: major.id, after }, random) ?? after;
    }
    return intentOf(draft, { label: `粘贴 ${String(own.value.size)} 个本校用语` });
  },
};

/** The school's word of each term, '' = as usual; of a term that comes twice the last one. */
function ownLabels(
  terms: PasteGlossaryTermsInput['terms'],
): Result<ReadonlyMap<string, string>, Refusal> {
  const labels = new Map<string, string>();
  for (const { termId, label: wanted } of terms) {
    const usual = Object.hasOwn(usualTerms, termId) ? usualTerms[termId] : undefined;
    if (usual === undefined) return fail(refuse('no-such-term', '没有这个术语，没有改动。'));
    const label = checkedText(wanted, 'line');
    if (!label.ok) return label;
    labels.set(termId, label.value.trim() === usual ? '' : label.value.trim());
  }
  return ok(labels);
}
