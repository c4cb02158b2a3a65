import type { CommandContext } from '../commands/command';
import type { Intent } from '../making/draft';
import type { Refusal } from '../words/refusal';
import { fail, type Result } from '../kernel/result';
import type { Project } from '../model/project';
import type { Finding } from './check-project';
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
