import type { RecordId } from '@shared/core/kernel/id';
import type { Place } from '@shared/core/model/place';
import { find, type Project } from '@shared/core/model/project';
import { isKnown, type Kind, kindSpec } from '@shared/core/model/record';
import { recordName } from '@shared/core/words/wording';
import { pageEntries } from './entries';
import type { PageEntry, Piece } from './page-entry';

/** The page of a record of a kind, or one of its further pages. */
export function pageEntryOf(kind: string, part?: string): PageEntry | undefined {
  return pageEntries.find((entry) => entry.kind === kind && entry.part === part);
}

/** The further pages of a record of a kind. */
export function partsOf(kind: Kind): readonly PageEntry[] {
  return pageEntries.filter((entry) => entry.kind === kind && entry.part !== undefined);
}

/** The pages right below that of a record of a kind, in their order: its further ones, and those of records below it. */
export function entriesBelow(kind: string | null): readonly PageEntry[] {
  return pageEntries.filter((entry) =>
    entry.part === undefined
      ? kindSpec(entry.kind).parents.includes(kind)
      : kind !== null && entry.kind === kind,
  );
}

const written = new Map<PageEntry, ReturnType<typeof readForm>>();

/** What is written on a page: fields of its record, and kinds of records below it. */
export function writtenOn(entry: PageEntry) {
  const known = written.get(entry) ?? readForm(entry);
  written.set(entry, known);
  return known;
}

function readForm({ form }: PageEntry) {
  return { fields: form.flatMap(fieldsIn), kinds: form.flatMap(kindsIn) };
}

function fieldsIn(piece: Piece): readonly string[] {
  if ('text' in piece) return [piece.text];
  if ('items' in piece) return [piece.items];
  if (!('cells' in piece)) return [];
  return piece.cells.flatMap((cell) => ('field' in cell ? cell.field : []));
}

function kindsIn(piece: Piece | string): readonly Kind[] {
  if (typeof piece === 'string') return [];
  if ('rows' in piece) return [piece.rows];
  if ('lines' in piece) return [piece.lines];
  if ('of' in piece) return [piece.of, ...piece.pieces.flatMap(kindsIn)];
  return 'own' in piece ? (piece.kinds ?? []) : [];
}

/** The first text of a page; undefined where it has none. */
export function firstText({ form }: PageEntry): string | undefined {
  return form.flatMap((piece) => ('text' in piece ? piece.text : []))[0];
}

/** The further page that a place is written on; undefined for the page of the record itself. */
export function partOfPlace({ field, missing }: Place): string | undefined {
  if (missing !== undefined) return partOfKind(missing);
  return pageEntries.find(
    (entry) => entry.part !== undefined && writtenOn(entry).fields.some((name) => name === field),
  )?.part;
}

/** The further page that shows the records of a kind; undefined when the page of their owner does. */
export function partOfKind(kind: Kind): string | undefined {
  return pageEntries.find((entry) => writtenOn(entry).kinds.includes(kind))?.part;
}

/** The part shown for a page that names a record and perhaps a part of it. */
export function partShown(
  project: Project,
  { id, part }: { readonly id: RecordId; readonly part?: string | undefined },
): string | undefined {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return undefined;
  const hasParts = pageEntries.some((entry) => entry.kind === record.kind && entry.part === part);
  return hasParts ? part : partOfKind(record.kind);
}

/** What stands over a page. */
export function pageTitle(project: Project, { id, part }: PagePlace): string {
  const record = find(project, id);
  if (record === undefined || !isKnown(record)) return '';
  const { title = kindSpec(record.kind).label } = pageEntryOf(record.kind, part) ?? {};
  return title.replace('{name}', recordName(record));
}

/** What a further page is called, whatever it is a part of. */
export function partTitle(part: string): string {
  return pageEntries.find((entry) => entry.part === part)?.title ?? '';
}

/** What the record of a page is called beside its name. */
export function pageWord(kind: Kind): string {
  return pageEntryOf(kind)?.word ?? kindSpec(kind).label;
}

/** A page by the record it belongs to and, where that has several, which of them. */
export interface PagePlace {
  readonly id: RecordId;
  readonly part: string | undefined;
}
