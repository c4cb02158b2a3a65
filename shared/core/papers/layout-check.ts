import { groupBinds } from './group-binds';
import type { Layout } from './layout';
import { listBinds } from './list-binds';
import { bindsIn } from './making';
import { rowBinds, rowColumns } from './row-binds';
import type { Terms } from './terms';
import { textBinds } from './text-binds';

/** A member of a layout, whatever its type: what it names by which key. */
type Members = Readonly<Record<string, unknown>>;

const bindsByType: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
  text: textBinds,
  list: listBinds,
  joined: listBinds,
  groups: groupBinds,
  rows: rowBinds,
};
const termKeys = ['labelTerm', 'itemEnd', 'lastEnd', 'separator'];
const styleKeys = ['style', 'labelStyle', 'titleStyle'];

/** What a layout names that does not exist, and ids it uses twice; one sentence each, [] when all is well. */
export function layoutFindings(layout: Layout, terms: Terms): readonly string[] {
  const known = { ...terms, ...layout.terms };
  const seen = new Set<string>();
  const findings: string[] = [];
  for (const member of allMembers(layout.blocks)) {
    const id = textOf(member, 'id');
    if (seen.has(id)) findings.push(`“${id}”用了两次。`);
    seen.add(id);
    findings.push(
      ...named(member, termKeys, known).map((term) => `“${id}”的用语“${term}”不存在。`),
      ...named(member, styleKeys, layout.styles).map((style) => `“${id}”的样式“${style}”不存在。`),
      ...unknownBinds(member).map((bind) => `“${id}”的内容“${bind}”不存在。`),
      ...unknownPlaceholders(member, known).map((bind) => `“${id}”里的“{${bind}}”不存在。`),
    );
  }
  return findings;
}

function allMembers(list: readonly unknown[]): readonly Members[] {
  return list.flatMap((value) => {
    if (typeof value !== 'object' || value === null) return [];
    const member = value as Members;
    return [
      member,
      ...Object.values(member).flatMap((one) => (Array.isArray(one) ? allMembers(one) : [])),
    ];
  });
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

function unknownBinds(member: Members): readonly string[] {
  const bind = textOf(member, 'bind');
  const known = bindsByType[textOf(member, 'type')];
  const own = known !== undefined && !known.has(bind) ? [bind] : [];
  const offered = textOf(member, 'type') === 'rows' ? (rowColumns.get(bind) ?? []) : null;
  const columns = offered === null ? [] : (member.columns as readonly Members[]);
  const foreign = columns
    .map((column) => textOf(column, 'bind'))
    .filter((name) => offered?.includes(name) === false);
  return [...own, ...foreign];
}

function unknownPlaceholders(member: Members, terms: Terms): readonly string[] {
  const words = terms[textOf(member, 'labelTerm')] ?? '';
  return bindsIn(words).filter((bind) => !textBinds.has(bind));
}
