import { useMemo, useState } from 'react';
import { unwaiveFinding } from '@shared/core/commands/unwaive-finding';
import type { CheckedPlace, Finding } from '@shared/core/rules/check-project';
import { type Severity, severityWords } from '@shared/core/rules/rule';
import type { WaivedFinding } from '@shared/core/rules/waivers';
import { bySeverity, type CheckReport, findingKey } from '../../state/checks-store';
import { useChecks } from '../../state/use-checks';
import { useDocument, useStudio } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { Button } from '../../ui/button';
import { SeverityMark } from '../../ui/severity-mark';
import { FindingRow } from './finding-row';
import { UnfinishedList } from './unfinished-list';
import { useByPage } from './use-by-page';

/** No more are drawn at once; the worst come first. */
const mostShown = 150;
const severities: readonly Severity[] = ['error', 'warning', 'hint'];

interface Props {
  /** Goes to the next place that asks for something. */
  readonly onNext: () => void;
  readonly onGo: (place: Finding | CheckedPlace) => void;
}

/** What the rules say: this page first, then everywhere else; the worst first in each. */
export function ChecksPanel({ onNext, onGo }: Props) {
  const report = useChecks((state) => state.report);
  const failure = useChecks((state) => state.failure);
  const only = useChecks((state) => state.only);
  if (report === null) {
    return (
      <div className="panel-empty" role="status">
        <h3>{failure === '' ? '正在检查……' : '检查没有做成'}</h3>
        {failure === '' ? null : <p>{failure}</p>}
      </div>
    );
  }
  return (
    <div className="checks">
      <Counts report={report} onNext={onNext} />
      {failure === '' ? null : <p className="checks-failure">{failure}</p>}
      {only === 'unfinished' ? (
        <UnfinishedList unfinished={report.unfinished} onGo={onGo} />
      ) : (
        <Findings report={report} onGo={onGo} />
      )}
    </div>
  );
}

/** What is to be changed, and at the end what is kept with a reason. */
function Findings({ report, onGo }: { readonly report: CheckReport } & Pick<Props, 'onGo'>) {
  const selected = useChecks((state) => state.selected);
  const { checks } = useStudio();
  const groups = useGroups(report);
  return (
    <>
      {report.open.length === 0 ? <NothingOpen report={report} /> : null}
      {groups.map(({ title, findings }) =>
        findings.length === 0 ? null : (
          <section key={title} aria-label={`${title}的检查`}>
            <h3 className="checks-group">
              {title} <span className="meta">{findings.length}</span>
            </h3>
            <ul className="findings">
              {findings.slice(0, mostShown).map((finding) => (
                <FindingRow
                  key={`${findingKey(finding)} ${finding.message}`}
                  finding={finding}
                  selected={selected === findingKey(finding)}
                  onSelect={(one) => {
                    checks.getState().choose(one === null ? null : findingKey(one));
                  }}
                  onGo={onGo}
                />
              ))}
            </ul>
            {findings.length > mostShown ? (
              <p className="checks-more">另有 {findings.length - mostShown} 处，先改上面的。</p>
            ) : null}
          </section>
        ),
      )}
      <Waived waived={report.waived} />
    </>
  );
}

interface Group {
  readonly title: string;
  readonly findings: readonly Finding[];
}

function useGroups({ open }: CheckReport): readonly Group[] {
  const { here, elsewhere } = useByPage(open);
  return useMemo(
    () => [
      { title: '本页', findings: here.toSorted(bySeverity) },
      { title: '其他各处', findings: elsewhere.toSorted(bySeverity) },
    ],
    [here, elsewhere],
  );
}

function Counts({ report, onNext }: { readonly report: CheckReport; readonly onNext: () => void }) {
  return (
    <div className="checks-head">
      <Choice report={report} />
      <Button tone="link" disabled={report.stops.length === 0} onClick={onNext}>
        <kbd>F8</kbd> 下一处
      </Button>
      <SeverityCounts report={report} />
    </div>
  );
}

/** What is listed: what is to be changed, or what is not written yet. */
function Choice({ report }: { readonly report: CheckReport }) {
  const only = useChecks((state) => state.only);
  const { checks } = useStudio();
  const choices = [
    ['all', '要改的', report.open.length],
    ['unfinished', '没写的', report.unfinished.length],
  ] as const;
  return (
    <div className="segments" role="group" aria-label="列出什么">
      {choices.map(([value, word, count]) => (
        <button
          key={value}
          type="button"
          className="segment"
          aria-pressed={only === value}
          onClick={() => {
            checks.getState().setOnly(value);
          }}
        >
          {word} <span className="segment-count">{count}</span>
        </button>
      ))}
    </div>
  );
}

function SeverityCounts({ report }: { readonly report: CheckReport }) {
  const only = useChecks((state) => state.only);
  const { done, total } = report.whole;
  if (only === 'unfinished') {
    return (
      <p className="checks-counts">
        该写的 {total} 处，已写 {done} 处
      </p>
    );
  }
  return (
    <p className="checks-counts">
      {severities.map((severity) => (
        <span key={severity} className="checks-count">
          <SeverityMark severity={severity} />
          {severityWords[severity]} {report.open.filter((one) => one.severity === severity).length}
        </span>
      ))}
    </p>
  );
}

function NothingOpen({ report }: { readonly report: CheckReport }) {
  const { unfinished, waived } = report;
  return (
    <div className="panel-empty">
      <h3>没有要改的了</h3>
      <p>
        {unfinished.length === 0
          ? '该写的都写了。'
          : `还没有动笔的有 ${String(unfinished.length)} 处，按 F8 一处一处去写。`}
        {waived.length === 0 ? '' : `有 ${String(waived.length)} 处写明理由保留。`}
      </p>
    </div>
  );
}

/** What is kept with a reason; it can be taken up again. */
function Waived({ waived }: { readonly waived: readonly WaivedFinding[] }) {
  const [open, setOpen] = useState(false);
  const readOnly = useDocument((state) => state.readOnly);
  const execute = useExecute();
  if (waived.length === 0) return null;
  return (
    <section className="checks-waived" aria-label="写明理由保留的">
      <p>
        另有 {waived.length} 处已写明理由保留。
        <Button
          tone="link"
          aria-expanded={open}
          onClick={() => {
            setOpen(!open);
          }}
        >
          {open ? '收起' : '查看'}
        </Button>
      </p>
      {open ? (
        <ul className="findings">
          {waived.map(({ finding, waiver }) => (
            <li key={waiver.id} className="finding-row">
              <SeverityMark severity={finding.severity} />
              <div className="finding-body">
                <span>{finding.message}</span>
                <span className="finding-place">理由：{waiver.reason}</span>
                {readOnly ? null : (
                  <span className="finding-ways">
                    <Button
                      tone="link"
                      onClick={() => {
                        execute(unwaiveFinding, { waiverId: waiver.id });
                      }}
                    >
                      取消保留
                    </Button>
                  </span>
                )}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
