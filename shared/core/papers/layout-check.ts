import { groupBinds } from './group-binds';
import type { Layout } from './layout';
import { listBinds } from './list-binds';
import { majorBinds } from './major-binds';
import { majorColumns, majorRows } from './major-rows';
import { bindsIn, isTextBind } from './making';
import { rowBinds, rowColumns } from './row-binds';
import type { Terms } from '../words/terms';
import { textBinds } from './text-binds';

/** A member of a layout, whatever its type: what it names by which key. */
type Members = Readonly<Record<string, unknown>>;

const bindsByType: Readonly<Record<string, ReadonlyMap<string, unknown>>> = {
  text: new Map<string, unknown>([...textBinds, ...majorBinds]),
  list: listBinds,
  joined: listBinds,
  groups: groupBinds,
  rows: new Map<string, unknown>([...rowBinds, ...majorRows]),
};
const termKeys = ['labelTerm', 'headerTerm', 'itemEnd', 'lastEnd', 'separator'];
const styleKeys = ['style', 'labelStyle', 'nameStyle', 'titleStyle'];

/** What a layout names that does not exist, and ids it uses twice; one sentence each, [] when all is well. */
export function layoutFindings(layout: Layout, terms: Terms): readonly string[] {
  const known = { ...terms, ...layout.terms };
  const seen = new Set<string>();
  const findings: string[] = [];
  const members = allMembers(layout.blocks);
  const captions = new Set(
    members.filter(({ type }) => type === 'caption').map((member) => textOf(member, 'id')),
  );
  for (const member of members) {
    const id = textOf(member, 'id');
    if (seen.has(id)) findings.push(`“${id}”用了两次。`);
    seen.add(id);
    findings.push(
      ...named(member, termKeys, known).map((term) => `“${id}”的用语“${term}”不存在。`),
      ...named(member, styleKeys, layout.styles).map((style) => `“${id}”的样式“${style}”不存在。`),
      ...unknownBinds(member).map((bind) => `“${id}”的内容“${bind}”不存在。`),
      ...unknownPlaceholders(member, known, captions).map(
        (bind) => `“${id}”里的“{${bind}}”不存在。`,
      ),
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
  const offered =
    textOf(member, 'type') === 'rows'
      ? (rowColumns.get(bind) ?? majorColumns.get(bind) ?? [])
      : null;
  const columns = offered === null ? [] : (member.columns as readonly Members[]);
  const foreign = columns
    .map((column) => textOf(column, 'bind'))
    .filter((name) => offered?.includes(name) === false);
  return [...own, ...foreign];
}

function isCaption(bind: string, captions: ReadonlySet<string>): boolean {
  return bind.startsWith('table.') && captions.has(bind.slice('table.'.length));
}

function unknownPlaceholders(
  member: Members,
  terms: Terms,
  captions: ReadonlySet<string>,
): readonly string[] {
  const words = terms[textOf(member, 'labelTerm')] ?? '';
  return bindsIn(words).filter((bind) => !isTextBind(bind) && !isCaption(bind, captions));
}
