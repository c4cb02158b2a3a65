import { useMemo, useState } from 'react';
import { useDocument, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { ExportChoices } from './export-choices';
import { ExportFiles } from './export-files';
import { ExportResult } from './export-result';
import type { ExportTools } from './export-tools';
import type { ExportState } from './export-state';
import { type Export, useExport } from './use-export';
import { firstWanted, requestsFor } from './wanted-files';

interface Props {
  readonly tools: ExportTools;
  readonly onClose: () => void;
}

/**
 * Word and PDF files of what is ticked. What is unfinished and which fonts are missing is said before
 * anything is written; all files are written or none.
 */
export function ExportDialog({ tools, onClose }: Props) {
  const { view } = useStudio();
  const project = useDocument((state) => state.project);
  const [wanted, setWanted] = useState(() => {
    const { page } = view.getState();
    return firstWanted(project, page.kind === 'record' ? page.id : null);
  });
  const requests = useMemo(() => requestsFor(project, wanted), [project, wanted]);
  const papers = useExport(requests, tools);
  const { step } = papers.state;
  const isBusy = step === 'making' || step === 'writing';
  const leave = () => {
    if (isBusy) papers.cancel();
    onClose();
  };
  return (
    <Dialog
      title="导出文件"
      size="broad"
      onClose={leave}
      footer={<Foot papers={papers} onClose={leave} />}
    >
      {step === 'over' ? (
        <ExportResult papers={papers} />
      ) : (
        <div className="export" inert={isBusy}>
          <ExportChoices project={project} wanted={wanted} onChange={setWanted} />
          <ExportFiles papers={papers} tools={tools} onClose={leave} />
        </div>
      )}
    </Dialog>
  );
}

function Foot({ papers, onClose }: { readonly papers: Export; readonly onClose: () => void }) {
  const { state } = papers;
  const isBusy = state.step === 'making' || state.step === 'writing';
  return (
    <>
      <span className="meta grow" role="status" aria-label="导出进度">
        {progressWords(state)}
      </span>
      {isBusy ? (
        <progress
          className="export-progress"
          aria-label="做好的份数"
          max={Math.max(1, state.wanted)}
          value={state.made}
        />
      ) : null}
      {state.step === 'over' ? (
        <>
          <Button onClick={papers.reveal}>打开文件夹</Button>
          <Button tone="primary" onClick={onClose}>
            完成
          </Button>
        </>
      ) : (
        <>
          <Button onClick={isBusy ? papers.cancel : onClose}>取消</Button>
          <Button
            tone="primary"
            disabled={state.step !== 'ready' || state.plan === null}
            onClick={papers.write}
          >
            导出 {state.plan?.files.length ?? 0} 份
          </Button>
        </>
      )}
    </>
  );
}

function progressWords({ step, made, wanted }: ExportState): string {
  switch (step) {
    case 'looking':
      return wanted === 0 ? '左边选好要出的文件' : '正在看要写的文件…';
    case 'making':
      return `正在做 ${String(made)}/${String(wanted)}…`;
    case 'writing':
      return `正在写 ${String(wanted)} 份…`;
    case 'ready':
    case 'over':
      return '';
  }
}
