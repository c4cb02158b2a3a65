import { type Change, compose } from '../changes/change';
import type { CommandContext } from '../commands/command';
import type { Intent } from '../making/draft';
import type { Refusal } from '../words/refusal';
import { fail, ok, type Result } from '../kernel/result';
import { samePlace } from '../model/place';
import type { Project } from '../model/project';
import { checkChange, type Checked, type Finding } from './check-project';
import { rules } from './index';
import type { Rule } from './rule';

/** A rule by its id, or undefined. */
export function ruleOf(ruleId: string): Rule | undefined {
  return rules.find(({ id }) => id === ruleId);
}

const notFixable: Refusal = {
  reason: 'not-fixable',
  message: '这一条要由您来改，没有现成的改法。',
};

/** What repairs one finding, as an Intent like that of a command. */
export function fixFinding(
  project: Project,
  finding: Finding,
  context: CommandContext,
): Result<Intent, Refusal> {
  const fix = ruleOf(finding.ruleId)?.fix;
  return finding.fixable && fix !== undefined ? fix(project, finding, context) : fail(notFixable);
}

/** Repairs everything a rule can repair, as one step; refused when there is nothing to repair. */
export function fixAll(
  checked: Checked,
  ruleId: string,
  context: CommandContext,
): Result<Intent, Refusal> {
  let current = checked;
  let change: Change = [];
  let repaired = 0;
  for (const place of checked.findings.filter((f) => f.ruleId === ruleId)) {
    const still = current.findings.find(
      (finding) => finding.ruleId === ruleId && samePlace(finding, place) && finding.fixable,
    );
    const intent = still && fixFinding(current.project, still, context);
    if (intent?.ok !== true || intent.value.change.length === 0) continue;
    change = compose(change, intent.value.change);
    current = checkChange(current, intent.value.change);
    repaired += 1;
  }
  if (repaired === 0) return fail(notFixable);
  const label = `按规则 ${ruleId} 改好 ${repaired} 处`;
  return ok({ label, group: null, change, focus: null });
}
