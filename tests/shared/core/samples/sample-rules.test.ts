import { describe, expect, it } from 'vitest';
import { seededRandom } from '@shared/core/kernel/random';
import { projectOf } from '@shared/core/model/project';
import { checkProject } from '@shared/core/rules/check-project';
import { severityWords } from '@shared/core/rules/rule';
import { samples } from '@shared/core/samples/index';

/** What the software itself says about the samples it ships, before a teacher has touched them. */
describe.each(samples)('the shipped sample $id', ({ records }) => {
  it('leaves nothing to mend (必改), to look at (该看看) or to advise (建议)', () => {
    const { findings } = checkProject(projectOf(records(seededRandom(1))));
    const said = findings.map(({ ruleId, severity, message }) =>
      [severityWords[severity], ruleId, message].join(' '),
    );
    expect(said).toEqual([]);
  });
});
