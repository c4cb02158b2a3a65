import * as z from 'zod';
import type { StoredRecord } from '../../core/migrations/ladder';
import { mostRecords } from '../../core/model/limits';
import { treeProblem } from '../../core/model/link-findings';
import type { Project } from '../../core/model/project';
import { type AnyRecord, parseRecord } from '../../core/model/record';
import { giveUp } from './failure';

const projectSchema = z.looseObject({ records: z.array(z.unknown()) });

/** The shape of `project.json` around its records; other members belong to newer versions and are kept. */
export interface StoredProject {
  readonly records: readonly StoredRecord[];
  readonly others: Readonly<Record<string, unknown>>;
}

/** Reads the outline of `project.json`. */
export function parseProject(value: unknown): StoredProject {
  const parsed = projectSchema.safeParse(value);
  if (!parsed.success) giveUp('damaged', 'project.json has no list of records');
  const { records, ...others } = parsed.data;
  if (records.length > mostRecords) giveUp('too-many', `${String(records.length)} records`);
  return { records: records.map(asRecord), others };
}

function asRecord(value: unknown, index: number): StoredRecord {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    return value as StoredRecord;
  }
  return giveUp('damaged', `record ${String(index)} is not an object`);
}

/** Reads records, some after others; no id may come twice. */
export class RecordReader {
  readonly records: AnyRecord[] = [];
  readonly #seen = new Set<string>();

  read(stored: readonly StoredRecord[]): void {
    for (const value of stored) {
      const record = parseRecord(value);
      if ('problem' in record) {
        const { problem, words } = record;
        const message = words && `这个项目文件已损坏：${words}，没有打开。${whatToDo}`;
        return giveUp('damaged', problem, message);
      }
      if (this.#seen.has(record.id)) return giveUp('damaged', `two records with id ${record.id}`);
      this.#seen.add(record.id);
      this.records.push(record);
    }
  }
}

/** Reads the records themselves. */
export function parseRecords(stored: readonly StoredRecord[]): readonly AnyRecord[] {
  const reader = new RecordReader();
  reader.read(stored);
  return reader.records;
}

/** Refuses records that stand in a circle or endlessly deep: nothing could be done with them. */
export function refuseNoTree(project: Project): void {
  const problem = treeProblem(project);
  if (problem === undefined) return;
  giveUp('damaged', problem, `这个项目文件已损坏：${problem}，没有打开。${whatToDo}`);
}

const whatToDo = '请改用备份，或向发给您文件的人再要一份。';
