import type { Kind } from '../model/record';
import { leadsToValues, type Path, pathOf, recordsAtEnd } from '../paths/path';
import { rowNumber } from '../paths/rows';
import { kindsAbove } from '../paths/steps';
import type { BlockOf, Layout } from './layout';
import { bindsIn } from './making';
import { subjectOf } from './paper-kinds';
import type { Terms } from '../words/terms';

/** A member of a layout, whatever its type: what it names by which key. */
type Members = Readonly<Record<string, unknown>>;

/** A member with the kind of the record at hand where it stands; null where any may be. */
interface Member {
  readonly own: Members;
  readonly at: Kind | null;
}

const termKeys = [
  'labelTerm',
  'headerTerm',
  'itemEnd',
  'lastEnd',
  'separator',
  'leftOutTerm',
  'sumTerm',
  'legendTerm',
];
const styleKeys = ['style', 'labelStyle', 'nameStyle', 'titleStyle'];

/** What a layout names that does not exist, and ids it uses twice; one sentence each, [] when all is well. */
export function layoutFindings(layout: Layout, terms: Terms): readonly string[] {
  const known = { ...terms, ...layout.terms };
  const seen = new Set<string>();
  const findings: string[] = [];
  const members = allMembers(layout.blocks, subjectOf(layout.paper));
  const captions = new Set(
    members.flatMap(({ own }) => (own.type === 'caption' ? [textOf(own, 'id')] : [])),
  );
  for (const { own, at } of members) {
    const id = textOf(own, 'id');
    if (id !== '' && seen.has(id)) findings.push(`“${id}”用了两次。`);
    seen.add(id);
    findings.push(
      ...named(own, termKeys, known).map((term) => `“${id}”的用语“${term}”不存在。`),
      ...named(own, styleKeys, layout.styles).map((style) => `“${id}”的样式“${style}”不存在。`),
      ...unknownBinds({ own, at }).map((bind) => `“${id}”的内容“${bind}”不存在。`),
      ...unknownPlaceholders({ own, at }, known, captions).map(
        (bind) => `“${id}”里的“{${bind}}”不存在。`,
      ),
    );
  }
  return findings;
}

function allMembers(list: readonly unknown[], at: Kind | null): readonly Member[] {
  return list.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    const own = value as Members;
    const within = kindWithin(own, at);
    return [
      { own, at },
      ...Object.values(own).flatMap((one) => (Array.isArray(one) ? allMembers(one, within) : [])),
    ];
  });
}

/** Below a repetition, and in the columns of a row, one record of many is at hand. */
function kindWithin(own: Members, at: Kind | null): Kind | null {
  const isOver = own.type === 'repeat' || own.type === 'grid';
  const path = isOver ? pathOf(textOf(own, 'over')) : rowsPath(own);
  return (path && recordsAtEnd(path)) ?? at;
}

function rowsPath(own: Members): Path | undefined {
  return own.type === 'rows' ? pathOf(textOf(own, 'bind')) : undefined;
}

function textOf(member: Members, key: string): string {
  const value = member[key];
  return typeof value === 'string' ? value : '';
}

function named(
  member: Members,
  keys: readonly string[],
  known: Readonly<Record<string, unknown>>,
): readonly string[] {
  return keys
    .map((key) => textOf(member, key))
    .filter((name) => name !== '' && !Object.hasOwn(known, name));
}

const fitsType: Readonly<Record<string, (path: Path) => boolean>> = {
  text: leadsToValues,
  list: leadsToValues,
  joined: leadsToValues,
  groups: ({ end }) => end.type === 'computed' && end.computed.type === 'groups',
  rows: (path) => recordsAtEnd(path) !== undefined || columnsOf(path).length > 0,
};

/** What a member names that is no path from where it stands, or leads to something else. */
function unknownBinds({ own, at }: Member): readonly string[] {
  const fits = fitsType[textOf(own, 'type')];
  const { nonEmpty, is } = (own.when ?? {}) as {
    readonly nonEmpty?: string;
    readonly is?: { readonly bind: string };
  };
  const landscape = own.landscape as { readonly bind: string } | undefined;
  return [
    ...(fits === undefined ? [] : wrong(textOf(own, 'bind'), at, fits)),
    ...(own.type === 'repeat' || own.type === 'grid'
      ? wrong(textOf(own, 'over'), at, (path) => recordsAtEnd(path) !== undefined)
      : []),
    ...(nonEmpty === undefined ? [] : wrong(nonEmpty, at, () => true)),
    ...(is === undefined ? [] : wrong(is.bind, at, leadsToValues)),
    ...(landscape === undefined ? [] : wrong(landscape.bind, kindWithin(own, at), leadsToValues)),
    ...(own.type === 'rows' ? foreignColumns(own) : []),
    ...(own.type === 'grid' ? foreignInGrid(own, at) : []),
  ];
}

/** What a grid names beside its rows: its groups, its columns, and what stands where they meet. */
function foreignInGrid(own: Members, at: Kind | null): readonly string[] {
  const { group, only, leads, behind, columns } = own as unknown as BlockOf<'grid'>;
  const within = kindWithin(own, at);
  const ofRows = [group, only, ...leads, ...behind].flatMap((one) => one?.bind ?? []);
  const prefixes = leads.flatMap(({ prefix }) => prefix?.number ?? []);
  const across = pathOf(columns.over);
  const crossing = across && recordsAtEnd(across);
  return [
    ...[...ofRows, ...prefixes].flatMap((bind) =>
      bind === rowNumber ? [] : wrong(bind, within, leadsToValues),
    ),
    ...wrong(columns.over, at, (path) => isColumns(path)),
    ...(columns.head === undefined ? [] : wrong(columns.head, crossing ?? null, leadsToValues)),
    ...(columns.cell === undefined ? [] : wrong(columns.cell, null, () => true)),
  ];
}

function isColumns(path: Path): boolean {
  const { end } = path;
  return (
    recordsAtEnd(path) !== undefined || (end.type === 'computed' && end.computed.type === 'columns')
  );
}

function wrong(bind: string, at: Kind | null, fits: (path: Path) => boolean): readonly string[] {
  const path = pathOf(bind);
  const isFine = path !== undefined && fits(path) && isAtHand(path, at);
  return isFine ? [] : [bind];
}

/** True when a path can begin at a record of a kind: there, or at what it stands below. */
function isAtHand({ root }: Path, at: Kind | null): boolean {
  return at === null || root === at || kindsAbove(at).includes(root);
}

function columnsOf({ end }: Path): readonly string[] {
  return end.type === 'computed' && end.computed.type === 'rows'
    ? Object.keys(end.computed.columns).map((name) => `row.${name}`)
    : [];
}

function foreignColumns(own: Members): readonly string[] {
  const path = rowsPath(own);
  if (path === undefined) return [];
  const at = recordsAtEnd(path);
  const binds = (own.columns as readonly Members[]).map((column) => textOf(column, 'bind'));
  if (at === undefined) return binds.filter((bind) => !columnsOf(path).includes(bind));
  return binds.flatMap((bind) => (bind === rowNumber ? [] : wrong(bind, at, leadsToValues)));
}

function isCaption(bind: string, captions: ReadonlySet<string>): boolean {
  return bind.startsWith('table.') && captions.has(bind.slice('table.'.length));
}

function unknownPlaceholders(
  { own, at }: Member,
  terms: Terms,
  captions: ReadonlySet<string>,
): readonly string[] {
  const words = terms[textOf(own, 'labelTerm')] ?? '';
  return bindsIn(words).filter(
    (bind) => !isCaption(bind, captions) && wrong(bind, at, leadsToValues).length > 0,
  );
}
