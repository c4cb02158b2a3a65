import { useState } from 'react';
import { addRecord } from '@shared/core/commands/add-record';
import type { RecordId } from '@shared/core/kernel/id';
import type { RecordOf } from '@shared/core/model/record';
import type { OccupationCatalogue } from '@shared/core/occupations/occupation';
import { occupationWarnings } from '@shared/core/occupations/warnings';
import type { Column } from '../../../state/pages/page-entry';
import { useDocument, useView } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { RecordTable } from '../fields/record-table';
import { useChildren } from '../fields/use-field';
import { Finding } from '../finding';
import { Band, SheetRow } from '../sheet';
import { OccupationSearch } from './occupation-search';
import { occupationMarks } from './occupation-words';
import { useOccupations } from './use-occupations';
import { AddButton } from '../page-button';

const columns: readonly Column[] = [
  { field: 'name', share: 17, ghost: '例：汽车维修工' },
  { field: 'code', share: 14, ghost: '例：4-12-01-01' },
  { field: 'edition', share: 15 },
  { field: 'relation', share: 15 },
  { field: 'note', share: 22, ghost: '可以不写' },
];

/** 对应职业: which occupations of the 分类大典 the major is for. */
export function Occupations({ majorId }: { readonly majorId: RecordId }) {
  const links = useChildren('occupationLink', majorId);
  const readOnly = useDocument((state) => state.readOnly);
  const [searched, setSearched] = useState(false);
  const catalogue = useOccupations(searched || links.length > 0);
  const linked = new Set(links.map(({ edition, code }) => `${edition} ${code}`));
  return (
    <section aria-labelledby="part-occupations">
      <Band
        id="part-occupations"
        title="对应职业"
        note={links.length === 0 ? '可以不写' : `${String(links.length)} 个`}
        why={['occupationLink', 'name']}
      />
      <SheetRow className="table-paper">
        {links.length > 0 && (
          <RecordTable
            kind="occupationLink"
            parentId={majorId}
            ids={links.map(({ id }) => id)}
            noun="对应职业"
            columns={columns}
            adding={<OwnOccupation majorId={majorId} />}
            tail={{
              title: '目录里的说法',
              share: 17,
              cell: (_, index) => <Said link={links[index]} catalogue={catalogue} />,
            }}
          />
        )}
        {links.length === 0 && !readOnly && <OwnOccupation majorId={majorId} />}
      </SheetRow>
      {!readOnly && (
        <SheetRow>
          <OccupationSearch
            majorId={majorId}
            catalogue={catalogue}
            linked={linked}
            onWanted={() => {
              setSearched(true);
            }}
          />
        </SheetRow>
      )}
    </section>
  );
}

/** An occupation the catalogue does not have is written by hand. */
function OwnOccupation({ majorId }: { readonly majorId: RecordId }) {
  const execute = useExecute();
  const select = useView((view) => view.select);
  return (
    <AddButton
      onClick={() => {
        const result = execute(addRecord, { kind: 'occupationLink', parentId: majorId });
        if (result.ok && result.value.focus !== null)
          select({ record: result.value.focus, field: 'name' });
      }}
    >
      自己写一个
    </AddButton>
  );
}

interface SaidProps {
  readonly link: RecordOf<'occupationLink'> | undefined;
  readonly catalogue: OccupationCatalogue | undefined;
}

/** What the catalogue says about a linked occupation: its marks, and what is doubtful about its code. */
function Said({ link, catalogue }: SaidProps) {
  if (link === undefined || catalogue === undefined || link.code === '') return null;
  const own = catalogue.occupations.find(
    ({ edition, code }) => edition === link.edition && code === link.code,
  );
  const warnings = link.edition === 'custom' ? [] : occupationWarnings(catalogue, link);
  const families = own?.families ?? [];
  return (
    <>
      {own && <span>{[...occupationMarks(own), ...families].join(' · ')}</span>}
      {warnings.map(({ reason, message }) =>
        // The catalogue holds a part of the 大典 only: what it lacks is no mistake.
        reason === 'unlisted' ? (
          <span key={message}>{message}</span>
        ) : (
          <Finding key={message} text={message} />
        ),
      )}
    </>
  );
}
