import type { RecordId } from '@shared/core/kernel/id';
import { type Project, referrersOf } from '@shared/core/model/project';
import { type Kind, kindSpec, type KnownRecord } from '@shared/core/model/record';

/** Something that goes with a deletion, by the word a teacher knows it by. */
export interface Consequence {
  readonly label: string;
  readonly count: number;
}

/** Links between two records; told together as 对应. */
const linkKinds: readonly Kind[] = [
  'courseTask',
  'objectiveTask',
  'objectiveRequirement',
  'taskShare',
];
const pointingKinds: readonly Kind[] = [...linkKinds, 'assessmentPoint'];
/** Frames a course is made with; they go with it and are nothing anyone wrote down as such. */
const frameKinds: readonly Kind[] = ['teachingAdvice', 'courseAssessment', 'finalAssessment'];

/** What else a deletion takes along. `gone`: the `asked` records themselves, then everything below them. */
export function consequencesOf(
  project: Project,
  gone: readonly KnownRecord[],
  asked = 1,
): readonly Consequence[] {
  const counts = new Map<string, number>();
  const links = new Set<RecordId>();
  const add = ({ kind }: KnownRecord) => {
    const { label } = kindSpec(kind);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  };
  for (const record of gone.slice(asked)) {
    if (linkKinds.includes(record.kind)) links.add(record.id);
    else if (!frameKinds.includes(record.kind)) add(record);
  }
  const ids = new Set(gone.map(({ id }) => id));
  for (const record of pointersTo(project, ids)) {
    if (linkKinds.includes(record.kind)) links.add(record.id);
    else add(record);
  }
  const told = [...counts].map(([label, count]) => ({ label, count }));
  return links.size === 0 ? told : [...told, { label: '与别处的对应', count: links.size }];
}

/** Records elsewhere that go because what they point at goes. */
function pointersTo(project: Project, ids: ReadonlySet<RecordId>): readonly KnownRecord[] {
  const pointers = [...ids].flatMap((id) =>
    pointingKinds.flatMap((kind) => referrersOf(project, id, kind)),
  );
  const elsewhere = pointers.filter(({ id }) => !ids.has(id));
  return [...new Map(elsewhere.map((record) => [record.id, record])).values()];
}
