import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { ofOption } from '../model/field';
import { childrenOf, findOf } from '../model/project';
import type { RecordOf } from '../model/record';
import { startPointName } from '../model/start-point';
import type { Command } from './command';
import { checkedFields, createRecord } from '../making/creation';
import { Draft, intentOf } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { levelWord } from '../words/wording';

export interface AddStartPointInput {
  readonly levelId: RecordId;
  readonly entry: RecordOf<'startPoint'>['entry'];
  /** Left out: as the rule has it (中级 初中三年; 高级 高中三年、初中五年; 预备技师 高中四年、初中六年). */
  readonly years?: number;
}

const usual: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  intermediate: { juniorHigh: 3, seniorHigh: 2, intermediateGraduate: 1 },
  advanced: { juniorHigh: 5, seniorHigh: 3, intermediateGraduate: 2 },
  preTechnician: { juniorHigh: 6, seniorHigh: 4, intermediateGraduate: 3 },
};

/** 学制 as the rule has it; null where it does not know the level or where pupils come from. */
export function usualYears(level: string, entry: string): number | null {
  return ofOption(ofOption(usual, level) ?? {}, entry) ?? null;
}

/** Adds a start point to a level, and with it a 课程表. */
export const addStartPoint: Command<AddStartPointInput> = {
  id: 'add-start-point',
  title: '新增起点',
  run(project, { levelId, entry, years }, { random }) {
    const level = findOf(project, 'majorLevel', levelId);
    if (level === undefined) return fail(gone);
    const wanted = { entry, years: years ?? usualYears(level.level, entry) };
    const there = childrenOf(project, levelId, 'startPoint').map(startPointName);
    if (there.includes(startPointName(wanted))) {
      const name = startPointName(wanted);
      return fail(refuse('only-one', `${levelWord(level.level)}已经有${name}。`));
    }
    const place = { kind: 'startPoint', parentId: levelId } as const;
    const given = checkedFields(project, place, wanted);
    if (!given.ok) return given;
    const draft = new Draft(project);
    const created = createRecord(draft, { place, given: given.value }, random);
    if (!created.ok) return created;
    const label = `新增${levelWord(level.level)}的${startPointName(wanted)}`;
    return intentOf(draft, { label, focus: created.value.id });
  },
};
