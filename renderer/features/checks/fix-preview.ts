import { apply } from '@shared/core/changes/change';
import type { Command } from '@shared/core/commands/command';
import type { Intent } from '@shared/core/making/draft';
import type { Project } from '@shared/core/model/project';
import type { Finding } from '@shared/core/rules/check-project';
import { fixFinding } from '@shared/core/rules/fix-finding';
import { type ChangeLine, changeLines } from '@shared/core/words/change-lines';

/** Takes what a rule proposes, as a command like any other. */
export const takeFix: Command<Finding> = {
  id: 'fix-finding',
  title: '照建议改好',
  run: fixFinding,
};

const mostLines = 6;

/** What a fix would change, before it is taken; at most six lines and how many more there are. */
export function fixLines(
  project: Project,
  { change }: Intent,
): { readonly lines: readonly ChangeLine[]; readonly more: number } {
  const lines = changeLines(change, { before: project, after: apply(project, change) });
  return { lines: lines.slice(0, mostLines), more: Math.max(0, lines.length - mostLines) };
}
