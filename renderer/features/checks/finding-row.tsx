import { type KeyboardEvent, useId, useState } from 'react';
import { ownerAndLabel } from '@shared/core/words/change-lines';
import { waiveFinding } from '@shared/core/commands/waive-finding';
import { builtKinds } from '@shared/core/model/kinds';
import { find } from '@shared/core/model/project';
import type { Finding } from '@shared/core/rules/check-project';
import { fixFinding, ruleOf } from '@shared/core/rules/fix-finding';
import { severityWords } from '@shared/core/rules/rule';
import { fingerprintOf } from '@shared/core/rules/waivers';
import { whereWords } from '../../state/place-words';
import { useDocument, useStudio } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { useHeldText } from '../../state/writing/use-held-text';
import { Button } from '../../ui/button';
import { isComposing } from '../../ui/composition';
import { SeverityMark } from '../../ui/severity-mark';
import { fixLines, takeFix } from './fix-preview';
import { OtherWays } from './other-ways';

interface Props {
  readonly finding: Finding;
  readonly selected: boolean;
  readonly onSelect: (finding: Finding | null) => void;
  readonly onGo: (finding: Finding) => void;
}

/** What a rule says, where, and the ways out of it. */
export function FindingRow({ finding, selected, onSelect, onGo }: Props) {
  const place = useDocument(({ project }) => whereWords(project, finding, finding.message));
  return (
    <li
      className={selected ? 'finding-row is-selected' : 'finding-row'}
      ref={
        selected
          ? (element) => {
              element?.scrollIntoView({ block: 'nearest' });
            }
          : null
      }
    >
      <SeverityMark severity={finding.severity} />
      <div className="finding-body">
        <button
          type="button"
          className="finding-words"
          aria-expanded={selected}
          onClick={() => {
            onSelect(selected ? null : finding);
          }}
        >
          <span className="hidden-title">{severityWords[finding.severity]}：</span>
          {finding.message}
        </button>
        <span className="finding-place">{place}</span>
        {selected ? (
          <FindingDetail finding={finding} onGo={onGo} />
        ) : (
          <span className="finding-ways">
            <Button
              tone="link"
              onClick={() => {
                onGo(finding);
              }}
            >
              去看看
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}

function FindingDetail({ finding, onGo }: Pick<Props, 'finding' | 'onGo'>) {
  const [keeping, setKeeping] = useState(false);
  const rule = ruleOf(finding.ruleId);
  const canKeep = useDocument(
    ({ project, readOnly }) => !readOnly && isKeepable(finding, find(project, finding.record)),
  );
  return (
    <>
      {rule === undefined ? null : (
        <p className="finding-why">
          {rule.title}
          {rule.why}
        </p>
      )}
      <Fix finding={finding} />
      <OtherWays finding={finding} />
      <span className="finding-ways">
        <Button
          tone="link"
          onClick={() => {
            onGo(finding);
          }}
        >
          去看看
        </Button>
        {canKeep && !keeping ? (
          <Button
            tone="link"
            onClick={() => {
              setKeeping(true);
            }}
          >
            保留并说明
          </Button>
        ) : null}
      </span>
      {keeping ? (
        <KeepForm
          finding={finding}
          onDone={() => {
            setKeeping(false);
          }}
        />
      ) : null}
    </>
  );
}

/** What is simply missing is written, not excused. */
function isKeepable({ pack }: Finding, record: { readonly kind: string } | undefined): boolean {
  const kinds: readonly string[] = builtKinds.waiver.fields.recordId.kinds;
  return pack !== 'completeness' && record !== undefined && kinds.includes(record.kind);
}

/** The strongest way out, with what would come of it. */
function Fix({ finding }: { readonly finding: Finding }) {
  const { random } = useStudio();
  const execute = useExecute();
  const project = useDocument((state) => state.project);
  const readOnly = useDocument((state) => state.readOnly);
  if (!finding.fixable || readOnly) return null;
  const fix = fixFinding(project, finding, { random });
  if (!fix.ok) return <p className="finding-why">{fix.failure.message}</p>;
  const { lines, more } = fixLines(project, fix.value);
  return (
    <div className="finding-fix">
      <ul aria-label="会改成">
        {lines.map((line) => (
          <li key={`${line.record} ${line.label}`}>
            <span className="meta">{ownerAndLabel(line)}</span> <s>{line.before}</s> →{' '}
            <b>{line.after}</b>
          </li>
        ))}
        {more === 0 ? null : <li className="meta">另有 {more} 处</li>}
      </ul>
      <Button
        tone="primary"
        size="small"
        title="Alt+Enter"
        onClick={() => {
          execute(takeFix, finding);
        }}
      >
        {fix.value.label}
      </Button>
    </div>
  );
}

/** Keeps the place as it is, with a reason. */
function KeepForm({ finding, onDone }: { readonly finding: Finding; readonly onDone: () => void }) {
  const { document } = useStudio();
  const execute = useExecute();
  const id = useId();
  const [reason, setReason] = useState('');
  useHeldText(reason !== '');
  const keep = () => {
    const { ruleId } = finding;
    const fingerprint = fingerprintOf(document.getState().project, finding);
    if (execute(waiveFinding, { ruleId, place: finding, reason, fingerprint }).ok) onDone();
  };
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') onDone();
    else return;
    event.preventDefault();
  };
  return (
    <div className="finding-keep" data-own-undo="">
      <label htmlFor={id}>保留的理由</label>
      <input
        id={id}
        className="input"
        value={reason}
        ref={(element) => {
          if (reason === '') element?.focus();
        }}
        onChange={(event) => {
          setReason(event.target.value);
        }}
        onKeyDown={keys}
      />
      <Button size="small" disabled={reason.trim() === ''} onClick={keep}>
        保留
      </Button>
      <Button tone="link" onClick={onDone}>
        不保留
      </Button>
    </div>
  );
}
