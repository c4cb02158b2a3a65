import { fail } from '../kernel/result';
import { type Hit } from '../search/search-project';
import { planReplace } from '../search/plan-replace';
import type { Command } from './command';
import { Draft, intentOf } from '../making/draft';
import { refuse } from '../words/refusal';
import { quoted } from '../words/wording';

export interface ReplaceTextInput {
  /** What `searchProject` found. */
  readonly hits: readonly Hit[];
  readonly replacement: string;
  /** Keys (`hitKey`) of the occurrences that were unticked. */
  readonly excluded?: readonly string[];
}

/** Replaces found words across the project in one step. */
export const replaceText: Command<ReplaceTextInput> = {
  id: 'replace-text',
  title: '查找和替换',
  run(project, { hits, replacement, excluded = [] }) {
    const plan = planReplace(project, hits, { replacement, excluded: new Set(excluded) });
    if (plan.change.length === 0) {
      const why = plan.rows.find(({ skipped }) => skipped !== null)?.skipped ?? '没有找到。';
      return fail(refuse('nothing-replaced', `没有可以替换的地方：${why}`));
    }
    const draft = new Draft(project);
    for (const { after } of plan.change) if (after !== null) draft.put(after);
    const matched = hits.find(({ by }) => by === 'text')?.matched ?? '';
    const words = replacement === '' ? '删去' : `替换为${quoted(replacement)}`;
    return intentOf(draft, { label: `把 ${plan.count} 处${quoted(matched)}${words}` });
  },
};
