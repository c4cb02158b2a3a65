import type { KeptExport } from '@shared/ipc/contract';
import { useStudio } from '../../state/studio';
import { dayAndTime } from '../../ui/format-time';
import { KeptFiles } from './kept-files';

/** One export of this machine. */
export function RunItem({ run }: { readonly run: KeptExport }) {
  const { clock } = useStudio();
  const when = dayAndTime(run.at, clock());
  return (
    <article className="kept" aria-label={`${when} 导出的“${run.title}”`}>
      <p>
        <b>{run.title}</b>{' '}
        <span className="meta">
          {when} · {run.by === 'window' ? '窗口里导出' : '命令行导出'}
        </span>
      </p>
      <KeptFiles from={{ run: run.run }} files={run.files} />
    </article>
  );
}
