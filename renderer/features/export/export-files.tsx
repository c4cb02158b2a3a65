import type { UnfinishedPlace } from '@shared/core/papers/block';
import { useView } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { choiceFor, type IfTouched, type PlannedFile, stateWords } from './export-state';
import type { Export } from './use-export';

/** The files that will be written, where, and what is still empty in them. */
export function ExportFiles({
  papers,
  onClose,
}: {
  readonly papers: Export;
  readonly onClose: () => void;
}) {
  const { plan, answers, failure } = papers.state;
  const refusals = answers.flatMap(({ made }) => (made.ok ? [] : [made.failure.message]));
  const unfinished = distinct(
    answers.flatMap(({ made }) => (made.ok ? made.value.unfinished : [])),
  );
  return (
    <>
      {[...refusals, ...(failure === '' ? [] : [failure])].map((message) => (
        <p key={message} className="export-failure" role="alert">
          <Icon name="stop" size={14} />
          {message}
        </p>
      ))}
      {plan === null ? null : (
        <>
          <p className="export-folder">
            写到 <span className="path">{plan.place}</span>
            <Button tone="link" onClick={papers.pickFolder}>
              换个文件夹…
            </Button>
          </p>
          <ul className="export-list" aria-label="要写的文件">
            {plan.files.map((file) => (
              <li key={file.name}>
                <Icon name="word" />
                <span className="cut">{file.name}</span>
                <FileState file={file} papers={papers} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Unfinished places={unfinished} onClose={onClose} />
    </>
  );
}

function FileState({ file, papers }: { readonly file: PlannedFile; readonly papers: Export }) {
  const words = stateWords[file.state];
  if (file.state === 'new' || file.state === 'ours') return <span className="meta">{words}</span>;
  return (
    <span className="export-touched">
      <Icon name="warn" size={13} />
      {words}
      <select
        aria-label={`“${file.name}”${words}，怎么办`}
        value={choiceFor(file, papers.state.choices)}
        onChange={(event) => {
          papers.choose(file.name, event.target.value as IfTouched);
        }}
      >
        <option value="rename">另起一个名字</option>
        {file.state === 'touched' ? <option value="replace">换掉它</option> : null}
        <option value="skip">不写这份</option>
      </select>
    </span>
  );
}

function Unfinished({
  places,
  onClose,
}: {
  readonly places: readonly UnfinishedPlace[];
  readonly onClose: () => void;
}) {
  const select = useView((state) => state.select);
  if (places.length === 0) return null;
  return (
    <details className="export-unfinished" open={places.length <= 6}>
      <summary>还有 {places.length} 处没有写，会照版式留空</summary>
      <ul>
        {places.map((place) => (
          <li key={`${place.recordId} ${place.field}`}>
            <span>{place.message}</span>
            <Button
              tone="link"
              aria-label={`去写：${place.message}`}
              onClick={() => {
                onClose();
                select(place.recordId, place.field);
              }}
            >
              去写
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

function distinct(places: readonly UnfinishedPlace[]): readonly UnfinishedPlace[] {
  return [...new Map(places.map((place) => [`${place.recordId} ${place.field}`, place])).values()];
}

/** What became of each file. */
export function ExportResult({ papers }: { readonly papers: Export }) {
  const { written, plan } = papers.state;
  const failed = written.filter(({ state }) => state === 'failed').length;
  return (
    <>
      <p className="export-folder" role="status" aria-label="导出结果">
        {failed === 0 ? '已写到 ' : `有 ${String(failed)} 份没有写成。其余写到 `}
        <span className="path">{plan?.place}</span>
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

function resultWords(file: Export['state']['written'][number]): string {
  if (file.state === 'skipped') return '没有写';
  if (file.state === 'failed') return file.message;
  return file.writtenAs === file.name ? '已写好' : '已另起名写好';
}
