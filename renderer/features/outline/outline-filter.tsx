import { useId, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { childrenOf, type Project } from '@shared/core/model/project';
import { recordName } from '@shared/core/words/wording';
import { useDocument } from '../../state/studio';
import { Icon } from '../../ui/icon';
import { useWholeWords } from '../../ui/use-whole-words';
import { type Filter, isFiltering, noFilter } from './filter-rows';

interface OutlineFilterProps {
  readonly value: Filter;
  readonly onChange: (value: Filter) => void;
  /** How many rows answer to the filter. */
  readonly found: number;
}

/** What the outline shows: by name, level, teacher, and whether it is finished. */
export function OutlineFilter({ value, onChange, found }: OutlineFilterProps) {
  const [open, setOpen] = useState(false);
  const choices = useId();
  const words = useWholeWords((text) => {
    onChange({ ...value, text });
  });
  const narrowed = isFiltering({ ...value, text: '' });
  return (
    <div className="outline-filters" role="search" aria-label="筛选大纲" data-own-undo="">
      <div className="outline-filter">
        <Icon name="find" />
        <input
          type="search"
          value={value.text}
          placeholder="筛选（名称或拼音首字母）"
          aria-label="筛选大纲"
          onChange={(event) => {
            onChange({ ...value, text: event.target.value });
          }}
          {...words}
        />
        <button
          type="button"
          className={`outline-filter-more ${narrowed ? 'is-on' : ''}`}
          aria-expanded={open}
          aria-controls={choices}
          aria-label="按层级、教师、完成情况筛选"
          title="按层级、教师、完成情况筛选"
          onClick={() => {
            setOpen(!open);
          }}
        >
          <Icon name="down" size={12} />
        </button>
      </div>
      <div id={choices} hidden={!open}>
        {open ? <Choices value={value} onChange={onChange} /> : null}
      </div>
      {isFiltering(value) ? <FilterState {...{ value, onChange, found }} /> : null}
    </div>
  );
}

function Choices({ value, onChange }: Pick<OutlineFilterProps, 'value' | 'onChange'>) {
  const levels = useNames('majorLevel');
  const teachers = useNames('person');
  return (
    <div className="outline-choices">
      <Choice
        label="层级"
        all="全部层级"
        names={levels}
        value={value.levelId}
        onChoose={(levelId) => {
          onChange({ ...value, levelId });
        }}
      />
      <Choice
        label="任课教师"
        all="全部教师"
        names={teachers}
        value={value.teacherId}
        onChoose={(teacherId) => {
          onChange({ ...value, teacherId });
        }}
      />
      <Choice
        label="完成情况"
        all="已完成和未完成"
        names={doneNames}
        value={value.finished === null ? null : doneNames[value.finished ? 1 : 0][0]}
        onChoose={(chosen) => {
          onChange({ ...value, finished: chosen === null ? null : chosen === doneNames[1][0] });
        }}
      />
    </div>
  );
}

const doneNames = [
  ['todo', '未完成'],
  ['done', '已完成'],
] as const;

type Names = readonly (readonly [RecordId, string])[];

function Choice(props: {
  readonly label: string;
  readonly all: string;
  readonly names: Names;
  readonly value: string | null;
  readonly onChoose: (id: string | null) => void;
}) {
  return (
    <label className="outline-choice">
      <span>{props.label}</span>
      <select
        value={props.value ?? ''}
        onChange={({ target }) => {
          props.onChoose(target.value === '' ? null : target.value);
        }}
      >
        <option value="">{props.all}</option>
        {props.names.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Says what is left out and takes it back with one press. */
function FilterState({ value, onChange, found }: OutlineFilterProps) {
  const names = new Map([...useNames('majorLevel'), ...useNames('person')]);
  const parts = [
    value.text.trim() === '' ? '' : `“${value.text.trim()}”`,
    names.get(value.levelId ?? '') ?? '',
    names.get(value.teacherId ?? '') ?? '',
    value.finished === null ? '' : doneNames[value.finished ? 1 : 0][1],
  ].filter((part) => part !== '');
  return (
    <div className="outline-filter-state">
      <output className="grow">{`只看 ${parts.join(' · ')}：${String(found)} 行`}</output>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          onChange(noFilter);
        }}
      >
        全部显示
      </button>
    </div>
  );
}

/** Id and name of the levels or people of the major, drawn anew only when one changes. */
function useNames(kind: 'majorLevel' | 'person'): Names {
  const flat = useDocument(useShallow(({ project }) => namesOf(project, kind).flat()));
  return useMemo(
    () =>
      Array.from({ length: flat.length / 2 }, (_, index) => {
        return [flat[index * 2] ?? '', flat[index * 2 + 1] ?? ''] as const;
      }),
    [flat],
  );
}

function namesOf(project: Project, kind: 'majorLevel' | 'person'): readonly [string, string][] {
  return childrenOf(project, null, 'major').flatMap(({ id }) =>
    childrenOf(project, id, kind).map((record): [string, string] => [
      record.id,
      recordName(record),
    ]),
  );
}
