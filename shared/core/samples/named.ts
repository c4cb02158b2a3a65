import type { RecordId } from '../kernel/id';

/** Ids by the author's short names. */
export type Named = Map<string, RecordId>;

/** The id that a short name stands for. @throws when the sample has no such name. */
export function idOf(named: ReadonlyMap<string, RecordId>, key: string): RecordId {
  const id = named.get(key);
  if (id === undefined) throw new Error(`The sample links to ${key}, which it does not have.`);
  return id;
}

/** One text with `\n` between paragraphs. */
export function joined(paragraphs: readonly string[]): string {
  return paragraphs.join('\n');
}
