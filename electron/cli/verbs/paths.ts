import { isKind, type Kind, kindNames, kindSpec } from '@shared/core/model/record';
import { type PathEntry, pathsFrom } from '@shared/core/paths/dictionary';
import { badInput } from '../outcome';
import type { Verb } from '../verb';

/** `gongxue paths`: what layouts and forms can name, from each kind of record. */
export const pathsVerb: Verb = {
  name: 'paths',
  usage: 'gongxue paths [--kind <种类>] [--json]',
  purpose: '列出版式和表格里能写的内容（路径）及其中文名称',
  plain: 0,
  options: ['kind'],
  switches: ['json'],
  run({ options }, world) {
    const kinds = wantedKinds(options.get('kind'));
    if (options.has('json')) {
      const list = kinds.map((kind) => ({
        kind,
        label: kindSpec(kind).label,
        paths: pathsFrom(kind),
      }));
      world.printData(JSON.stringify(list, null, 1));
      return Promise.resolve();
    }
    for (const kind of kinds) {
      world.say(`${kindSpec(kind).label}（${kind}）`);
      for (const entry of pathsFrom(kind)) world.say(`  ${lineOf(entry)}`);
    }
    return Promise.resolve();
  },
};

function lineOf({ path, label, type, isSeveral }: PathEntry): string {
  return `${path}\t${label}\t${typeWords[type]}${isSeveral ? '（可有多个）' : ''}`;
}

const typeWords: Readonly<Record<PathEntry['type'], string>> = {
  line: '一行文字',
  date: '日期',
  note: '内部说明',
  text: '文字',
  items: '列表',
  hours: '学时',
  percent: '百分数',
  count: '整数',
  flag: '是否',
  choice: '选项',
  ref: '指向',
  stamp: '判定依据',
  words: '合成的文字',
  number: '算出的数',
  records: '一类内容',
  groups: '分组的列表',
  rows: '成行的表',
  columns: '表的各列',
};

/** By id or Chinese name; all when none is named. */
function wantedKinds(name: string | undefined): readonly Kind[] {
  if (name === undefined) return kindNames;
  if (isKind(name)) return [name];
  const named = kindNames.filter((kind) => kindSpec(kind).label === name);
  if (named.length > 0) return named;
  const known = kindNames.map((kind) => `${kind}（${kindSpec(kind).label}）`).join('、');
  throw badInput(`没有“${name}”这个种类，可用的有：${known}。`);
}
