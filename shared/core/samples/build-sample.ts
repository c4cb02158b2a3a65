import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import { projectOf } from '../model/project';
import type { AnyRecord } from '../model/record';
import { isJudged } from '../model/family';
import { judgedText, stampOf } from '../model/stamp';
import { addCourse } from './build-course';
import { joined, type Named } from './named';
import { collectRecords, type RecordCollector } from './record-collector';
import type { SampleSource, TypicalWorkTaskSource } from './sample-source';

/**
 * The records of a sample. The same source and the same randomness give the same records.
 * @throws when a link names something that is not there, which is a fault of the sample.
 */
export function buildSample(source: SampleSource, random: Random): readonly AnyRecord[] {
  const into = collectRecords(random);
  const major = into.add('major', null, { ...source.major });
  for (const { level, majorCode, typicalWorkTasks, courses } of source.levels) {
    const { id: levelId } = into.add('majorLevel', major.id, { level, majorCode });
    const named: Named = new Map();
    for (const task of typicalWorkTasks) addTypicalWorkTask(into, levelId, { task, named });
    for (const course of courses) addCourse(into, levelId, { course, named });
  }
  return judged(into.records);
}

/** A sample is finished work: every mapping stands as judged against the words it has now. */
export function judged(records: readonly AnyRecord[]): readonly AnyRecord[] {
  const project = projectOf(records);
  return records.map((record) =>
    isJudged(record) ? { ...record, stamp: stampOf(judgedText(project, record)) } : record,
  );
}

export function addTypicalWorkTask(
  into: RecordCollector,
  levelId: RecordId,
  { task, named }: { readonly task: TypicalWorkTaskSource; readonly named: Named },
): void {
  const { id } = into.add('typicalWorkTask', levelId, {
    name: task.name,
    taskNature: task.taskNature,
    description: joined(task.description),
    tools: into.items(task.tools),
    materials: into.items(task.materials),
    equipment: into.items(task.equipment),
    documents: into.items(task.documents),
    workMethods: into.items(task.workMethods),
    workOrganization: joined(task.workOrganization),
  });
  named.set(task.key, id);
  for (const text of task.workObjects) into.add('workObject', id, { text });
  for (const text of task.workRequirements) into.add('workRequirement', id, { text });
  for (const { key, text } of task.competenceRequirements) {
    named.set(key, into.add('competenceRequirement', id, { text }).id);
  }
}
