import { optionWord } from '@shared/core/model/field';
import { builtKinds } from '@shared/core/model/kinds';
import { titleOf } from '@shared/core/model/project';
import type { KnownRecord } from '@shared/core/model/record';

/** What a teacher calls a record: a level by its word, everything else by its title. */
export function recordName(record: KnownRecord): string {
  if (record.kind !== 'majorLevel') return titleOf(record);
  return optionWord(builtKinds.majorLevel.fields.level, record.level);
}
