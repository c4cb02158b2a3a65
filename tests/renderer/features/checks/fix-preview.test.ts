import { expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { checkProject } from '@shared/core/rules/check-project';
import { node } from '@shared/core/rules/example';
import { fixFinding } from '@shared/core/rules/fix-finding';
import { fixLines } from '@renderer/features/checks/fix-preview';
import { exampleProject } from '../../../helpers/example-project';

it('the preview of a fix says options by their words, not as the file keeps them', () => {
  const project = exampleProject([
    node('majorLevel', { level: 'intermediate' }, [
      node('typicalWorkTask', { name: '汽车维护', taskNature: 'design', description: '维护' }),
    ]),
  ]);
  const finding = checkProject(project).findings.find(({ ruleId }) => ruleId === 'LVL-01')!;
  const fix = fixFinding(project, finding, { random: seededRandom(1) });
  if (!fix.ok) throw new Error(fix.failure.message);
  expect(fixLines(project, fix.value)).toMatchObject({
    lines: [
      { owner: '典型工作任务“汽车维护”', label: '任务性质', before: '设计性', after: '程序性' },
    ],
    more: 0,
  });
});
