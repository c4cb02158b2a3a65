import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { replaceText } from '@shared/core/commands/replace-text';
import type { Project } from '@shared/core/model/project';
import { planReplace } from '@shared/core/search/plan-replace';
import { type Hit, searchProject } from '@shared/core/search/search-project';
import { useFind } from '../../state/use-find';
import { offerUndo } from '../../state/offer-undo';
import { useDocument, useStudio } from '../../state/studio';
import { useExecute } from '../../state/use-execute';
import { Button } from '../../ui/button';
import { isComposing } from '../../ui/composition';
import { FindFields } from './find-fields';
import { FoundList } from './found-list';
import { groupHits, pinyinFor, toggled } from './hit-groups';

/** So many are listed at first, and so many more whenever the end of the list comes into sight. */
const atOnce = 60;

/** Looks for words in the whole project and replaces them in one step. */
export function FindPanel({ onGo }: { readonly onGo: (hit: Hit) => void }) {
  const project = useDocument((state) => state.project);
  const readOnly = useDocument((state) => state.readOnly);
  const find = useFind((state) => state);
  const hits = useHits(project);
  const [excluded, setExcluded] = useState<ReadonlySet<string>>(new Set());
  const [at, setAt] = useState(0);
  const [listed, setListed] = useState(atOnce);
  const current = Math.min(at, hits.length - 1);
  const listedNow = Math.min(Math.max(listed, current + atOnce / 2), hits.length);
  const groups = useMemo(
    () => groupHits(project, hits.slice(0, listedNow)),
    [project, hits, listedNow],
  );
  const listMore = useCallback(() => {
    setListed((before) => before + atOnce);
  }, []);
  const plan = useMemo(
    () =>
      find.replacing && find.query !== ''
        ? planReplace(project, hits, { replacement: find.replacement, excluded })
        : null,
    [project, hits, find.replacing, find.query, find.replacement, excluded],
  );
  useEffect(() => {
    setExcluded(new Set());
    setAt(0);
    setListed(atOnce);
  }, [find.query, find.matchCase, find.matchWidth]);
  const pages = useMemo(() => groupHits(project, hits).length, [project, hits]);
  const toggle = useCallback((some: readonly Hit[]) => {
    setExcluded((before) => toggled(before, some));
  }, []);
  const go = useCallback(
    (hit: Hit) => {
      setAt(hits.indexOf(hit));
      onGo(hit);
    },
    [hits, onGo],
  );
  const replaceAll = useReplaceAll(hits, excluded);
  const keys = (event: KeyboardEvent) => {
    if (isComposing(event) || hits.length === 0) return;
    if (event.key === 'ArrowDown') setAt((current + 1) % hits.length);
    // Round to the last one only where it is listed: nobody waits for a thousand to be drawn.
    else if (event.key === 'ArrowUp') setAt((current - 1 + listedNow) % listedNow);
    else if (event.key === 'Enter' && hits[current] !== undefined) onGo(hits[current]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="find">
      <FindFields onKeyDown={keys} current={current} />
      <p className="find-count" role="status" aria-label="找到多少">
        {countWords(find.query, hits, pages)}
      </p>
      {plan === null || readOnly ? null : (
        <div className="find-replace">
          <Button tone="primary" size="small" disabled={plan.count === 0} onClick={replaceAll}>
            替换勾选的 {plan.count} 处
          </Button>
          <span className="meta">一步可撤销</span>
        </div>
      )}
      <FoundList
        groups={groups}
        rows={plan?.rows ?? null}
        excluded={excluded}
        current={hits[current]}
        replacement={find.replacement}
        onToggle={toggle}
        onGo={go}
        onEnd={listedNow < hits.length ? listMore : null}
      />
    </div>
  );
}

function useHits(project: Project): readonly Hit[] {
  const query = useFind((state) => state.query);
  const matchCase = useFind((state) => state.matchCase);
  const matchWidth = useFind((state) => state.matchWidth);
  return useMemo(() => {
    const nameMatcher = pinyinFor(query);
    return searchProject(project, query, {
      matchCase,
      matchWidth,
      ...(nameMatcher && { nameMatcher }),
    });
  }, [project, query, matchCase, matchWidth]);
}

function countWords(query: string, hits: readonly Hit[], pages: number): string {
  if (query === '') return '写下要找的词；名称也可以打拼音首字母。';
  if (hits.length === 0) return `整个专业里没有“${query}”。`;
  return `${String(pages)} 页里有 ${String(hits.length)} 处。`;
}

/** One step for all of it, with a receipt that takes it back. */
function useReplaceAll(hits: readonly Hit[], excluded: ReadonlySet<string>): () => void {
  const studio = useStudio();
  const execute = useExecute();
  const busy = useRef(false);
  return () => {
    if (busy.current) return;
    busy.current = true;
    studio.pending.commitAll();
    const { replacement } = studio.find.getState();
    const result = execute(replaceText, { hits, replacement, excluded: [...excluded] });
    busy.current = false;
    if (result.ok) offerUndo(studio, `已${result.value.label}`);
  };
}
