import { isWritten, type ListItem } from './field';
import { isOwn } from './family';
import type { FieldPlace } from './place';
import type { Project } from './project';
import { fieldsOf } from './fields-of';
import { fieldOf, isKnown, type KnownRecord } from './record';

/** A text a teacher has written, and where. */
export interface WrittenText {
  readonly record: KnownRecord;
  readonly place: FieldPlace;
  readonly text: string;
  /** The Chinese name of the field. */
  readonly label: string;
}

/** Every text of a project that a search looks at; what the app notes for itself is none. */
export function* writtenTexts(project: Project): Generator<WrittenText> {
  for (const record of project.records.values()) {
    if (isKnown(record) && !isOwn(record.kind)) yield* textsOf(record);
  }
}

/** The texts of one record. */
export function* textsOf(record: KnownRecord): Generator<WrittenText> {
  for (const { field, label, spec } of fieldsOf(record.kind)) {
    if (spec.place === true) continue;
    const value = fieldOf(record, field);
    const place = { record: record.id, field };
    if (isWritten(spec) && typeof value === 'string') {
      yield { record, place, text: value, label };
    } else if (spec.type === 'items') {
      for (const { id, text } of value as readonly ListItem[]) {
        yield { record, place: { ...place, item: id }, text, label };
      }
    }
  }
}
