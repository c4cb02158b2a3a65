import type { FieldPlace } from '../../core/model/place';
import { fieldSpec, kindNames, kindSpec, type Kind } from '../../core/model/record';

/** Letters and digits that follow the kind code in every id. */
const idTail = 16;
const longestCode = 6;
const kindByCode: ReadonlyMap<string, Kind> = new Map(
  kindNames.map((kind) => [kindSpec(kind).code, kind]),
);

/**
 * Gives every bound place its bookmark `gx_<id>_<field code>_<occurrence in base 36>`, ≤ 40 characters,
 * lower case, so that a paper that comes back finds the field it was printed from. An item inside a
 * record stands in the name itself: item ids are unique in the project.
 */
export function bookmarkNames(): (source: FieldPlace) => string {
  const seen = new Map<string, number>();
  return (source) => {
    const stem = `gx_${source.item ?? source.record}_${fieldCode(source)}`;
    const occurrence = seen.get(stem) ?? 0;
    seen.set(stem, occurrence + 1);
    return `${stem}_${occurrence.toString(36)}`;
  };
}

function fieldCode({ record, field }: FieldPlace): string {
  const kind = kindByCode.get(record.slice(0, -idTail));
  const spec = kind === undefined ? undefined : fieldSpec(kind, field);
  return (
    spec?.code ??
    field
      .toLowerCase()
      .replace(/[^0-9a-z]/g, '')
      .slice(0, longestCode)
  );
}
