import { Fragment } from 'react';
import { judgeMapping } from '@shared/core/commands/judge-mapping';
import type { RecordId } from '@shared/core/kernel/id';
import { find } from '@shared/core/model/project';
import { isKnown, kindSpec } from '@shared/core/model/record';
import { findJudged, isSuspect } from '@shared/core/model/stamp';
import { useDocument } from '../../../state/studio';
import { useExecute } from '../../../state/use-execute';
import { ChoiceField } from '../fields/choice-field';
import { NumberField } from '../fields/number-field';
import { actFrom } from './act-from';
import { LinkNote } from './link-note';

interface LinkFieldsProps {
  readonly linkId: RecordId;
  /** Names the mapping in front of its fields: 课程目标 3 · T1. */
  readonly label: string;
  /** The number that follows from the others, where none is written. */
  readonly ghostHours?: number | null;
}

/** What a mapping says, as the table of kinds has it: how far, how many hours, a note, and whether it still holds. */
export function LinkFields({ linkId, label, ghostHours = null }: LinkFieldsProps) {
  const kind = useDocument(({ project }) => {
    const record = find(project, linkId);
    return record !== undefined && isKnown(record) ? record.kind : undefined;
  });
  if (kind === undefined) return null;
  const fields = Object.entries(kindSpec(kind).fields);
  return (
    <>
      {fields.map(([field, spec]) => {
        const place = { recordId: linkId, field };
        if (spec.type === 'choice') {
          return <ChoiceField key={field} {...place} label={`${label} ${spec.label}`} />;
        }
        if (spec.type === 'note') return <LinkNote key={field} recordId={linkId} label={label} />;
        if (spec.type !== 'hours') return null;
        const ghost = ghostHours === null ? '—' : String(ghostHours);
        return (
          <Fragment key={field}>
            <NumberField {...place} unit="hours" label={`${label} ${spec.label}`} ghost={ghost} />
            <span className="chip-unit">{spec.label}</span>
          </Fragment>
        );
      })}
      <StillHolds mappingId={linkId} label={label} />
    </>
  );
}

/** True when what a mapping was judged against has changed since. */
export function useSuspect(mappingId: RecordId): boolean {
  return useDocument(({ project }) => {
    const mapping = findJudged(project, mappingId);
    return mapping !== undefined && isSuspect(project, mapping);
  });
}

/** Says that a mapping still holds, though the words it was judged against have changed. */
export function StillHolds(props: { readonly mappingId: RecordId; readonly label: string }) {
  const { mappingId, label } = props;
  const execute = useExecute();
  const readOnly = useDocument((state) => state.readOnly);
  const suspect = useSuspect(mappingId);
  if (!suspect || readOnly) return null;
  return (
    <button
      type="button"
      className="chip-act"
      aria-label={`${label}仍成立`}
      onClick={({ currentTarget }) => {
        actFrom(currentTarget, () => execute(judgeMapping, { mappingId }));
      }}
    >
      仍成立
    </button>
  );
}
