import { Icon } from '../../ui/icon';
import type { WrittenFile } from './export-state';
import type { Export } from './use-export';

/** What became of each file. */
export function ExportResult({ papers }: { readonly papers: Export }) {
  const { written, plan } = papers.state;
  const done = written.filter(({ state }) => state === 'written').length;
  return (
    <>
      <p className="export-folder" role="status" aria-label="导出结果">
        {done === 0 ? '没有要写的文件，一份也没有写。' : `${String(done)} 份已写到 `}
        {done === 0 ? null : <span className="path">{plan?.place}</span>}
      </p>
      <ul className="export-list" aria-label="写好的文件">
        {written.map((file) => (
          <li key={file.name}>
            <Icon name={file.state === 'written' ? 'tick' : 'warn'} />
            <span className="cut">{file.writtenAs === '' ? file.name : file.writtenAs}</span>
            <span className="meta">{resultWords(file)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function resultWords(file: WrittenFile): string {
  if (file.state !== 'written') return '没有写';
  return file.writtenAs === file.name ? '已写好' : '已另起名写好';
}
