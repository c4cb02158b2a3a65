import type { Change } from '@shared/core/changes/change';
import type { Replacement } from '@shared/core/model/project';
import { type AnyRecord, isKnown, kindSpec } from '@shared/core/model/record';
import { changeLines, type ChangeStates, shortArrow } from '@shared/core/words/change-lines';
import { recordName } from '@shared/core/words/wording';
import { useView } from '../../state/studio';
import { Button } from '../../ui/button';

const longestList = 8;
const mostFields = 4;

/** Two states of the project, and the change from one to the other. */
export interface Compared extends ChangeStates {
  readonly change: Change;
}

/** What has become other, by kind: how many, their names, and of what was rewritten each field. */
export function Difference({ compared }: { readonly compared: Compared }) {
  const groups = [...byKind(compared.change)];
  return (
    <ul className="kept-difference" aria-label="改了哪些">
      {groups.map(([words, own]) => (
        <li key={words}>
          <span>
            {words} {own.length} 项：
          </span>
          {own.slice(0, longestList).map((part) => (
            <Part key={part.id} part={part} states={compared} />
          ))}
          {own.length > longestList ? <span className="meta">等</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** A record by its name, which leads to it where it is still there; behind it what was rewritten in it. */
function Part({ part, states }: { readonly part: Replacement; readonly states: ChangeStates }) {
  const select = useView((state) => state.select);
  const { id, before, after } = part;
  if (after === null) return <span>{nameOf(before)}</span>;
  const lines = before === null ? [] : changeLines([part], states);
  const fields = lines.slice(0, mostFields).map((line) => `${line.label} ${shortArrow(line)}`);
  const rewritten = `${fields.join('；')}${lines.length > mostFields ? '等' : ''}`;
  return (
    <span>
      <Button
        tone="link"
        onClick={() => {
          select({ record: id });
        }}
      >
        {nameOf(after)}
      </Button>{' '}
      <span className="meta">{rewritten}</span>
    </span>
  );
}

function nameOf(record: AnyRecord | null): string {
  if (record === null) return '';
  return isKnown(record) ? recordName(record) : record.kind.slice(1);
}

/** 新增课程, 改过课程目标 … → what came, was rewritten and went, in this order. */
function byKind(change: Change): ReadonlyMap<string, readonly Replacement[]> {
  const word = ({ before, after }: Replacement) =>
    before === null ? '新增' : after === null ? '删去' : '改过';
  const groups = new Map<string, Replacement[]>();
  for (const wanted of ['新增', '改过', '删去']) {
    for (const part of change.filter((one) => word(one) === wanted)) {
      const record = part.after ?? part.before;
      const label = record !== null && isKnown(record) ? kindSpec(record.kind).label : '别的内容';
      const own = groups.get(wanted + label) ?? [];
      own.push(part);
      groups.set(wanted + label, own);
    }
  }
  return groups;
}
