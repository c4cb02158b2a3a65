import type { RecordId } from '../kernel/id';
import { fail } from '../kernel/result';
import { childrenOf, findOf } from '../model/project';
import { startPointName } from '../model/start-point';
import { type AddStartPointInput, usualYears } from './add-start-point';
import type { Command } from './command';
import { checkedFields, createRecords, type FieldValues } from '../making/creation';
import { Draft, intentOf, withFields } from '../making/draft';
import { gone, refuse } from '../words/refusal';
import { levelWord } from '../words/wording';

export interface PastedStartPoint {
  readonly entry: AddStartPointInput['entry'];
  /** What else stood in the row: years, weeksPerSemester, hoursPerWeek. */
  readonly values: Readonly<Record<string, unknown>>;
}

export interface PasteStartPointsInput {
  readonly levelId: RecordId;
  readonly rows: readonly PastedStartPoint[];
}

/** Makes start points of pasted rows, in one step; one the level has already takes the numbers of its row. */
export const pasteStartPoints: Command<PasteStartPointsInput> = {
  id: 'paste-start-points',
  title: '粘贴起点',
  run(project, { levelId, rows }, { random }) {
    const level = findOf(project, 'majorLevel', levelId);
    if (level === undefined) return fail(gone);
    if (rows.length === 0) return fail(refuse('nothing', '没有可以粘贴的起点。'));
    const place = { kind: 'startPoint', parentId: levelId } as const;
    const draft = new Draft(project);
    const starts = childrenOf(project, levelId, 'startPoint');
    const there = new Map(starts.map((start) => [startPointName(start), start]));
    const news = new Map<string, FieldValues>();
    for (const { entry, values } of rows) {
      const years = values.years ?? usualYears(level.level, entry);
      const given = checkedFields(project, place, { ...values, entry, years });
      if (!given.ok) return given;
      const name = startPointName({ entry, years: typeof years === 'number' ? years : null });
      const own = there.get(name);
      if (own === undefined) news.set(name, given.value);
      else draft.put(withFields(own, given.value));
    }
    const created = createRecords(draft, { place, values: [...news.values()] }, random);
    if (!created.ok) return created;
    const label = `粘贴${levelWord(level.level)}的 ${String(rows.length)} 个起点`;
    return intentOf(draft, { label });
  },
};
