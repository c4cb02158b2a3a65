import { useMemo, useState } from 'react';
import { changeBetween } from '@shared/core/changes/changed-fields';
import { optionWord } from '@shared/core/model/field';
import { builtKinds } from '@shared/core/model/kinds';
import { contentHash } from '@shared/core/model/content-hash';
import { projectOf } from '@shared/core/model/project';
import { fromStoredForm } from '@shared/core/model/record';
import type { BaselineInfo } from '@shared/ipc/baseline';
import { useDocument, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { dayAndTime } from '../../ui/format-time';
import { type Compared, Difference } from './difference';
import { KeptFiles } from './kept-files';

const stateWords: Readonly<Record<BaselineInfo['state'], string>> = {
  whole: '',
  missing: '留底的内容不在这个文件里了，可以从当时的备份里找。',
  damaged: '留底的内容有一部分已损坏，能取出的仍可取出。',
};

/** One 讨论稿, 送审稿 or 定稿: what it was, its files, and what has changed since. */
export function BaselineItem({ baseline }: { readonly baseline: BaselineInfo }) {
  const { clock } = useStudio();
  const { id, name, stage, by, at, note, state, files, projectHash } = baseline;
  const who = by === '' ? '' : ` · ${by}`;
  return (
    <article
      className="kept"
      aria-label={`${optionWord(builtKinds.baseline.fields.stage, stage)}“${name}”`}
    >
      <p>
        <span className="kept-stage">{optionWord(builtKinds.baseline.fields.stage, stage)}</span>{' '}
        <b>{name}</b>{' '}
        <span className="meta">
          {dayAndTime(at, clock())}
          {who}
        </span>
      </p>
      {note === '' ? null : <p className="kept-note">{note}</p>}
      <p className="meta" title={projectHash}>
        稿子指纹 {projectHash.slice(0, 16)}
      </p>
      {stateWords[state] === '' ? null : <p className="kept-trouble">{stateWords[state]}</p>}
      <Since baseline={baseline} />
      <KeptFiles from={{ baseline: id }} files={files} />
    </article>
  );
}

/** Whether the project still says what it said then; what has changed is looked up when asked. */
function Since({ baseline }: { readonly baseline: BaselineInfo }) {
  const { platform } = useStudio();
  const project = useDocument((state) => state.project);
  const session = useDocument((state) => state.session);
  const isSame = useMemo(
    () => contentHash(project) === baseline.projectHash,
    [project, baseline.projectHash],
  );
  const [found, setFound] = useState<Compared | string | null>(null);
  if (isSame) return <p className="kept-same">稿子从那时起没有改过。</p>;
  const compare = async () => {
    if (session === null) return;
    const reply = await platform['baseline:records']({ session, id: baseline.id });
    if (!reply.ok) {
      setFound(reply.failure.message);
      return;
    }
    const before = projectOf(reply.value.map(fromStoredForm));
    setFound({ change: changeBetween(before, project), before, after: project });
  };
  return (
    <div className="kept-since">
      <p>
        稿子从那时起改过。{' '}
        {found === null ? (
          <Button tone="link" onClick={() => void compare()}>
            看改了哪些
          </Button>
        ) : null}
      </p>
      {typeof found === 'string' ? <p className="kept-trouble">{found}</p> : null}
      {found === null || typeof found === 'string' ? null : <Difference compared={found} />}
    </div>
  );
}
