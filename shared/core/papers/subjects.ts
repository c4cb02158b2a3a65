import { allChildrenOf, type Project } from '../model/project';
import { type AnyRecord, isOf, type Kind, type KnownRecord } from '../model/record';

/** Every record that papers about a kind can be about, in the order of the project; what hangs in the air comes last. */
export function subjectsOf(project: Project, kind: Kind): readonly KnownRecord[] {
  const found = new Set<KnownRecord>();
  const walk = (records: readonly AnyRecord[]) => {
    for (const record of records) {
      if (isOf(record, kind)) found.add(record);
      // Nothing of a kind stands below another of it.
      else walk(allChildrenOf(project, record.id));
    }
  };
  walk(allChildrenOf(project, null));
  for (const record of project.records.values()) if (isOf(record, kind)) found.add(record);
  return [...found];
}
