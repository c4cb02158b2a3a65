import { useEffect, useState } from 'react';
import type { BaselineInfo } from '@shared/ipc/baseline';
import type { KeptExport } from '@shared/ipc/contract';
import { type Studio, useDocument, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { PlainPage } from '../../ui/plain-page';
import { BaselineItem } from './baseline-item';
import { RunItem } from './run-item';

interface Kept {
  readonly baselines: readonly BaselineInfo[];
  readonly runs: readonly KeptExport[];
  readonly failure: string;
}

async function ask({ platform, document }: Studio): Promise<Kept> {
  const { session } = document.getState();
  const baselines = session === null ? null : await platform['baseline:list']({ session });
  const runs = await platform['keptExports:list']();
  const failed = [baselines, runs].find((reply) => reply?.ok === false);
  return {
    baselines: baselines?.ok === true ? baselines.value : [],
    runs: runs.ok ? runs.value : [],
    failure: failed?.ok === false ? failed.failure.message : '',
  };
}

/** What was frozen of the open project, and what was exported on this machine; every file can be had again. */
export function KeptPage({ onFreeze }: { readonly onFreeze: () => void }) {
  const studio = useStudio();
  const session = useDocument((state) => state.session);
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    void ask(studio).then(setKept);
  }, [studio, session]);
  return (
    <PlainPage
      title="留底与定稿"
      lead="讨论稿、送审稿、定稿连同当时的全套文件留在项目文件里，跟着文件走；平时导出的文件，最近 20 次留在这台电脑上。"
      className="kept-page"
      onBack={() => {
        studio.view.getState().goBack();
      }}
    >
      {kept === null || kept.failure === '' ? null : (
        <p className="start-failure" role="alert">
          {kept.failure}
        </p>
      )}
      {session === null ? null : <Baselines list={kept?.baselines ?? null} onFreeze={onFreeze} />}
      <Runs list={kept?.runs ?? null} />
    </PlainPage>
  );
}

function Baselines({
  list,
  onFreeze,
}: {
  readonly list: readonly BaselineInfo[] | null;
  readonly onFreeze: () => void;
}) {
  const readOnly = useDocument((state) => state.readOnly);
  return (
    <section className="kept-group" aria-label="讨论稿、送审稿、定稿">
      <div className="kept-head">
        <h2>讨论稿、送审稿、定稿</h2>
        <Button size="small" disabled={readOnly} onClick={onFreeze}>
          存为讨论稿／送审稿／定稿…
        </Button>
      </div>
      {list === null ? <p className="meta">正在读…</p> : null}
      {list?.length === 0 ? (
        <p className="meta">还没有。送审之前存一份，专家的意见回来时，就知道他们看的是哪一份。</p>
      ) : null}
      {list?.map((baseline) => (
        <BaselineItem key={baseline.id} baseline={baseline} />
      ))}
    </section>
  );
}

function Runs({ list }: { readonly list: readonly KeptExport[] | null }) {
  return (
    <section className="kept-group" aria-label="最近的导出">
      <h2>最近的导出</h2>
      {list?.length === 0 ? <p className="meta">这台电脑上还没有导出过。</p> : null}
      {list?.map((run) => (
        <RunItem key={run.run} run={run} />
      ))}
    </section>
  );
}
