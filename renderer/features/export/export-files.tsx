import { useMemo } from 'react';
import { placeKey } from '@shared/core/model/place';
import type { UnfinishedPlace } from '@shared/core/paths/bound';
import { useView } from '../../state/studio';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { choiceFor, fileNames, type IfTouched, type PlannedFile, stateWords } from './export-state';
import type { ExportTools } from './export-tools';
import type { PaperAnswer } from './paper-job';
import type { Export } from './use-export';

interface Props {
  readonly papers: Export;
  readonly tools: ExportTools;
  readonly onClose: () => void;
}

/** The files that will be written, where, and what is still empty in them. */
export function ExportFiles({ papers, tools, onClose }: Props) {
  const { plan, answers, failure } = papers.state;
  const refusals = answers.flatMap(({ made }) => (made.ok ? [] : [made.failure.message]));
  const unfinished = distinct(
    answers.flatMap(({ made }) => (made.ok ? made.value.unfinished : [])),
  );
  return (
    <div className="export-files">
      {[...new Set(refusals), ...(failure === '' ? [] : [failure])].map((message) => (
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
          <FileList papers={papers} files={plan.files} />
        </>
      )}
      <Unfinished places={unfinished} onClose={onClose} />
      <MissingFonts answers={answers} tools={tools} />
    </div>
  );
}

function FileList({
  papers,
  files,
}: {
  readonly papers: Export;
  readonly files: readonly PlannedFile[];
}) {
  const { answers } = papers.state;
  const names = fileNames(answers);
  const openPlaces = new Map(
    answers.map(({ made }, index) => [names[index], made.ok ? made.value.unfinished.length : 0]),
  );
  return (
    <ul className="export-list" aria-label="要写的文件">
      {files.map((file) => (
        <li key={file.name}>
          <Icon name={file.name.endsWith('.pdf') ? 'print' : 'word'} />
          <span className="cut" title={file.name}>
            {file.name}
          </span>
          <Open count={openPlaces.get(file.name) ?? 0} />
          <FileState file={file} papers={papers} />
        </li>
      ))}
    </ul>
  );
}

function Open({ count }: { readonly count: number }) {
  return <span className="meta export-open">{count === 0 ? '' : `${String(count)} 处空着`}</span>;
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
          <li key={placeKey(place)}>
            <span>{place.message}</span>
            <Button
              tone="link"
              aria-label={`去写：${place.message}`}
              onClick={() => {
                onClose();
                select(place);
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

/** Fonts that the files name and this machine does not have. */
function MissingFonts({
  answers,
  tools,
}: {
  readonly answers: readonly PaperAnswer[];
  readonly tools: ExportTools;
}) {
  const missing = useMemo(() => {
    const fonts = answers.flatMap(({ made }) => (made.ok ? made.value.fonts : []));
    return tools.missingFonts([...new Set(fonts)]);
  }, [answers, tools]);
  if (missing.length === 0) return null;
  return (
    <p className="export-fonts">
      <Icon name="warn" size={14} />
      <span>
        这台电脑没有 {missing.join('、')}
        。Word 里仍写规定的字体名，在有字体的电脑上打开就对；PDF 会用相近的字体。
      </span>
    </p>
  );
}

function distinct(places: readonly UnfinishedPlace[]): readonly UnfinishedPlace[] {
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}
