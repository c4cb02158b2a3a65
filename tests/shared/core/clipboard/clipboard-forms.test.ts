import { describe, expect, it } from 'vitest';
import { clipboardForms } from '@shared/core/clipboard/clipboard-forms';
import { copyFragment } from '@shared/core/fragments/copy-fragment';
import { readFragment } from '@shared/core/fragments/read-fragment';
import { editField } from '@shared/core/commands/edit-field';
import { courseDesk } from '../../../helpers/course';

function formsOf(ids: (made: ReturnType<typeof courseDesk>) => readonly string[]) {
  const made = courseDesk();
  const { desk, taskIds } = made;
  desk.do(editField, { id: taskIds[0], field: 'standardHours', value: 12 });
  desk.do(editField, { id: taskIds[0], field: 'description', value: '按 <手册> 更换\n检查“油位”' });
  const copied = copyFragment(desk.project, ids(made));
  if (!copied.ok) throw new Error(copied.failure.message);
  return clipboardForms(copied.value);
}

describe('what lies on the clipboard for other programs', () => {
  it('is one line for each copied line of a list', () => {
    const forms = formsOf(({ objectiveIds }) => objectiveIds);
    expect(forms['text/plain']).toBe('能读懂任务单\n能更换机油');
  });

  it('is a readable outline of a whole course, without marks and mappings', () => {
    const { 'text/plain': plain = '' } = formsOf(({ courseId }) => [courseId]);
    const lines = plain.split('\n');
    expect(lines[0]).toBe('汽车维护');
    expect(lines).toContain('课程类别：工学一体化课程');
    expect(lines.slice(lines.indexOf('学习任务'))).toEqual(
      expect.arrayContaining(['1. 更换机油', '参考学时：12', '2. 更换制动片', '3. 检修空调']),
    );
    expect(plain).not.toMatch(/占比|对应|undefined|null/u);
  });

  it('escapes every text in the HTML and breaks paragraphs', () => {
    const { 'text/html': html = '' } = formsOf(({ taskIds }) => [taskIds[0]]);
    expect(html).toBe(
      [
        '<p style="margin:0 0 0 0em">更换机油</p>',
        '<p style="margin:0 0 0 2em">学习任务描述：按 &lt;手册&gt; 更换<br>检查“油位”</p>',
        '<p style="margin:0 0 0 2em">参考学时：12</p>',
      ].join('\n'),
    );
  });

  it('carries the fragment itself under a type of its own', () => {
    const forms = formsOf(({ courseId }) => [courseId]);
    expect(readFragment(forms['application/x-gongxue-fragment+json']).ok).toBe(true);
  });
});
