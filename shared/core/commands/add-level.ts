import { fail } from '../kernel/result';
import { childrenOf } from '../model/project';
import { type Level, levelRank } from '../model/start-point';
import type { Command } from './command';
import { createRecord } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { refuse } from '../words/refusal';
import { levelWord } from '../words/wording';

export interface AddLevelInput {
  readonly level: Level;
}

/** Last digit of 专业编码: 4 中级, 3 高级, 2 预备技师. */
const codeSuffix: Readonly<Record<Level, string>> = {
  intermediate: '4',
  advanced: '3',
  preTechnician: '2',
};

/** Adds 中级, 高级 or 预备技师（技师） to the major, in this order whatever is there already. */
export const addLevel: Command<AddLevelInput> = {
  id: 'add-level',
  title: '新增培养层级',
  run(project, { level }, { random }) {
    const [major] = childrenOf(project, null, 'major');
    if (major === undefined) return fail(refuse('no-major', '稿子里还没有专业，不能添加层级。'));
    const present = childrenOf(project, major.id, 'majorLevel');
    if (present.some((other) => other.level === level)) {
      return fail(refuse('only-one', `这个专业已经有${levelWord(level)}。`));
    }
    const rank = levelRank(level);
    const afterId = present.findLast((other) => levelRank(other.level) < rank)?.id ?? null;
    const majorCode = /^\d{4}$/.test(major.baseCode)
      ? `${major.baseCode}-${codeSuffix[level]}`
      : '';
    const draft = new Draft(project);
    const place = { kind: 'majorLevel', parentId: major.id, afterId } as const;
    const given = { level, majorCode };
    const created = createRecord(draft, { place, given }, random);
    if (!created.ok) return created;
    const label = `新增培养层级“${levelWord(level)}”`;
    return intentOf(draft, { label, focus: created.value.id });
  },
};
