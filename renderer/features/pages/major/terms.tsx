import { useState } from 'react';
import { setGlossaryTerm } from '@shared/core/commands/set-glossary-term';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import { terms } from '@shared/core/words/terms';
import { useExecute } from '../../../state/use-execute';
import { matchPinyin } from '../../../ui/match-pinyin';
import { useWholeWords } from '../../../ui/use-whole-words';
import { Example } from '../example';
import { GrowingText } from '../fields/growing-text';
import { useChildren } from '../fields/use-field';
import { Band, SheetRow } from '../sheet';
import { useTermsPaste } from './use-terms-paste';

interface Word {
  readonly termId: string;
  readonly usual: string;
  /** Tells words apart that are written alike. */
  readonly name: string;
}

/** Words that are said on papers; punctuation and sentences with places for numbers are the layout's. */
const words: readonly Word[] = Object.entries(terms)
  .filter(([, usual]) => /\p{Script=Han}/u.test(usual) && !usual.includes('{'))
  .map(([termId, usual], index, all) => {
    const before = all.slice(0, index).filter(([, other]) => other === usual).length;
    return { termId, usual, name: before === 0 ? usual : `${usual}（${String(before + 1)}）` };
  });

/** The school's own words in the place of the usual ones, in the window and on every paper. */
export function Terms({ majorId }: { readonly majorId: RecordId }) {
  const own = useChildren('glossaryTerm', majorId);
  const [filter, setFilter] = useState('');
  const wholeWords = useWholeWords(setFilter);
  const ownTerms = new Map(own.map((term) => [term.termId, term]));
  const shown = words.filter(({ termId, usual }) => {
    const wanted = filter.trim();
    if (wanted === '') return true;
    return [usual, ownTerms.get(termId)?.label ?? ''].some((word) => matchPinyin(word, wanted));
  });
  const { onPasteCapture, preview } = useTermsPaste(shown);
  return (
    <>
      <Band
        id="part-terms"
        title="本校的用语"
        note={own.length === 0 ? '都按通用的叫法' : `改了 ${String(own.length)} 个`}
        why={['glossaryTerm', 'label']}
      />
      <SheetRow>
        <Example kind="glossaryTerm" field="label" />
        <input
          type="search"
          className="page-search"
          aria-label="筛选用语"
          placeholder="筛选（汉字或拼音首字母）"
          value={filter}
          onChange={(event) => {
            setFilter(event.target.value);
          }}
          {...wholeWords}
        />
      </SheetRow>
      <SheetRow className="table-paper">
        {preview}
        <table className="terms" aria-label="用语" onPasteCapture={onPasteCapture}>
          <thead>
            <tr>
              <th scope="col">通用的叫法</th>
              <th scope="col">本校的叫法</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((word) => (
              <TermRow
                key={word.termId}
                word={word}
                own={ownTerms.get(word.termId)}
                majorId={majorId}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="excerpt-empty">没有这样的用语。</p>}
      </SheetRow>
    </>
  );
}

interface TermRowProps {
  readonly word: Word;
  /** undefined = as usual. */
  readonly own: RecordOf<'glossaryTerm'> | undefined;
  readonly majorId: RecordId;
}

function TermRow({ word, own, majorId }: TermRowProps) {
  const { termId, usual, name } = word;
  const execute = useExecute();
  const place = own
    ? { record: own.id, field: 'label' }
    : { record: majorId, field: `term:${termId}` };
  return (
    <tr className={own ? 'term-own' : undefined} data-term={termId}>
      <th scope="row">{usual}</th>
      <td>
        <GrowingText
          place={place}
          label={`“${name}”的本校叫法`}
          value={own?.label ?? ''}
          onCommit={(text) => execute(setGlossaryTerm, { termId, label: text }, place).ok}
          multiline={false}
          ghost={usual}
        />
      </td>
    </tr>
  );
}
