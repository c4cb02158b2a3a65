import { describe, expect, it } from 'vitest';
import { addListItem } from '@shared/core/commands/add-list-item';
import { editField } from '@shared/core/commands/edit-field';
import { removeRecords } from '@shared/core/commands/remove-records';
import { waiveFinding } from '@shared/core/commands/waive-finding';
import { checkProject } from '@shared/core/rules/check-project';
import { fingerprintOf, judgeFindings } from '@shared/core/rules/waivers';
import { courseDesk } from '../../../helpers/course';

function opened() {
  const made = courseDesk();
  const { desk, workTaskId } = made;
  desk.do(editField, { id: workTaskId, field: 'description', value: '按要求维护汽车' });
  const finding = checkProject(desk.project).findings.find(({ ruleId }) => ruleId === 'CMP-04')!;
  const waiverId = desk.made(waiveFinding, {
    ruleId: finding.ruleId,
    place: finding,
    reason: '委员会要求只写一句',
    fingerprint: fingerprintOf(desk.project, finding),
  });
  const judged = () => judgeFindings(checkProject(desk.project));
  const open = () => judged().open.filter(({ ruleId }) => ruleId === 'CMP-04');
  return { ...made, waiverId, judged, open };
}

describe('a finding that is kept with a reason', () => {
  it('no longer speaks, and is listed with its reason', () => {
    const { judged, open } = opened();
    expect(open()).toEqual([]);
    expect(judged().waived).toMatchObject([
      { finding: { ruleId: 'CMP-04' }, waiver: { reason: '委员会要求只写一句' } },
    ]);
    expect(judged().lapsed).toEqual([]);
  });

  it('speaks again when the text it was given for has changed', () => {
    const { desk, workTaskId, judged, open } = opened();
    desk.do(editField, { id: workTaskId, field: 'description', value: '按规程维护汽车' });
    expect(open()).toHaveLength(1);
    expect(judged().lapsed).toHaveLength(1);
  });

  it('stays kept when something else is edited', () => {
    const { desk, courseId, open } = opened();
    desk.do(editField, { id: courseId, field: 'standardHours', value: 120 });
    expect(open()).toEqual([]);
  });

  it('leaves a lapsed waiver behind when it is mended', () => {
    const { desk, workTaskId, judged, open } = opened();
    desk.do(editField, { id: workTaskId, field: 'description', value: '维护作业。'.repeat(80) });
    expect(open()).toEqual([]);
    expect(judged().lapsed).toHaveLength(1);
  });

  it('is kept under the name of the list that is missing, and without the line it was said of', () => {
    const { desk, courseId, workTaskId } = courseDesk();
    desk.do(editField, { id: courseId, field: 'standardHours', value: 120 });
    desk.do(addListItem, { id: workTaskId, field: 'tools', afterItemId: null, text: '待定' });
    for (const [rule, stored] of [
      ['CMP-08', { recordId: courseId, field: 'courseObjective' }],
      ['CMP-19', { recordId: workTaskId, field: 'tools' }],
    ] as const) {
      const finding = checkProject(desk.project).findings.find(({ ruleId }) => ruleId === rule)!;
      desk.do(waiveFinding, {
        ruleId: rule,
        place: finding,
        reason: '以后再写',
        fingerprint: fingerprintOf(desk.project, finding),
      });
      const kept = judgeFindings(checkProject(desk.project)).waived;
      expect(kept.map(({ waiver }) => waiver)).toContainEqual(
        expect.objectContaining({ ruleId: rule, ...stored }),
      );
    }
  });

  it('goes with what it was about', () => {
    const { desk, workTaskId, judged } = opened();
    desk.do(removeRecords, { ids: [workTaskId] });
    expect(judged()).toMatchObject({ waived: [], lapsed: [] });
  });
});
