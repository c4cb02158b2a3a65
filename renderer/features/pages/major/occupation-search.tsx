import { type KeyboardEvent, useId, useState } from 'react';
import { addRecord } from '@shared/core/commands/add-record';
import type { RecordId } from '@shared/core/kernel/id';
import type { Occupation, OccupationCatalogue } from '@shared/core/occupations/occupation';
import { findOccupations } from '@shared/core/occupations/search';
import { useExecute } from '../../../state/use-execute';
import { isComposing } from '../../../ui/composition';
import { matchPinyin } from '../../../ui/match-pinyin';
import { useWholeWords } from '../../../ui/use-whole-words';
import { occupationMarks } from './occupation-words';

const mostShown = 30;

interface OccupationSearchProps {
  readonly majorId: RecordId;
  readonly catalogue: OccupationCatalogue | undefined;
  /** Edition and code of those that are linked already. */
  readonly linked: ReadonlySet<string>;
  readonly onWanted: () => void;
}

/** Finds an occupation by name, code or pinyin and links it to the major. */
export function OccupationSearch(props: OccupationSearchProps) {
  const { majorId, catalogue, linked, onWanted } = props;
  const execute = useExecute();
  const [typed, setTyped] = useState('');
  const wholeWords = useWholeWords(setTyped);
  const [at, setAt] = useState(0);
  const listId = useId();
  const all = catalogue === undefined || typed.trim() === '' ? [] : found(catalogue, typed, linked);
  const shown = all.slice(0, mostShown);
  const link = (occupation: Occupation | undefined) => {
    if (occupation === undefined) return;
    const { edition, code, name } = occupation;
    // The first one linked is what the major is for.
    const relation = linked.size === 0 ? 'primary' : 'related';
    const fields = { edition, code, name, relation };
    if (execute(addRecord, { kind: 'occupationLink', parentId: majorId, fields }).ok) setTyped('');
  };
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || typed === '') return;
    if (event.key === 'Enter') link(shown[at]);
    else if (event.key === 'Escape') setTyped('');
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };
  return (
    <div className="occupation-search">
      <input
        type="search"
        role="combobox"
        className="page-search"
        aria-label="查找职业"
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${listId}-${String(at)}` : undefined}
        placeholder="添加对应职业：名称、编码或拼音首字母"
        value={typed}
        onFocus={onWanted}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        {...wholeWords}
        onKeyDown={press}
      />
      <Answers listId={listId} shown={shown} at={at} onChoose={link} />
      <p className="occupation-count" role="status">
        {countWords(catalogue, typed, all.length)}
      </p>
    </div>
  );
}

interface AnswersProps {
  readonly listId: string;
  readonly shown: readonly Occupation[];
  /** The one that Enter takes. */
  readonly at: number;
  readonly onChoose: (occupation: Occupation) => void;
}

/** What was found; the field above keeps the focus and has the keys. */
function Answers({ listId, shown, at, onChoose }: AnswersProps) {
  return (
    <div
      id={listId}
      role="listbox"
      aria-label="找到的职业"
      className="occupation-list"
      hidden={shown.length === 0}
    >
      {shown.map((occupation, index) => (
        <div
          key={`${occupation.edition} ${occupation.code} ${occupation.name}`}
          id={`${listId}-${String(index)}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          onPointerDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            onChoose(occupation);
          }}
          onKeyDown={() => undefined}
        >
          <span className="occupation-code">{occupation.code}</span>
          <span className="occupation-name">{occupation.name}</span>
          <span className="occupation-marks">{occupationMarks(occupation).join(' · ')}</span>
        </div>
      ))}
    </div>
  );
}

function found(
  catalogue: OccupationCatalogue,
  text: string,
  linked: ReadonlySet<string>,
): readonly Occupation[] {
  const matcher = (own: string, word: string) => matchPinyin(own, word) !== undefined;
  return findOccupations(catalogue, { text }, { matcher }).filter(
    ({ edition, code }) => !linked.has(`${edition} ${code}`),
  );
}

function countWords(
  catalogue: OccupationCatalogue | undefined,
  typed: string,
  count: number,
): string {
  if (typed.trim() === '') return '';
  if (catalogue === undefined) return '正在取职业目录……';
  if (count === 0) return '目录里没有找到。可以点“自己写一个”，照大典填写编码和名称。';
  const more = count > mostShown ? `，先列出 ${String(mostShown)} 个，再多打几个字` : '';
  return `找到 ${String(count)} 个${more}。`;
}
