import type { Project } from '@shared/core/model/project';
import { type Hit, hitKey, type NameMatcher } from '@shared/core/search/search-project';
import { pageKey, pageOfPlace } from '../../state/page-owner';
import { placeWords } from '../../state/place-words';
import { matchPinyin } from '../../ui/match-pinyin';

/** The hits on one page, in page order. */
export interface HitGroup {
  readonly key: string;
  readonly title: string;
  readonly hits: readonly Hit[];
}

/** Hits by the page they are written on, pages in the order of their first hit. */
export function groupHits(project: Project, hits: readonly Hit[]): readonly HitGroup[] {
  const groups = new Map<string, { title: string; hits: Hit[] }>();
  for (const hit of hits) {
    const place = pageOfPlace(project, hit);
    const key = place === undefined ? '' : pageKey(place);
    const group = groups.get(key);
    if (group !== undefined) group.hits.push(hit);
    else {
      const title = place && placeWords(project, { record: place.id });
      groups.set(key, { title: title ?? '不在任何一页上', hits: [hit] });
    }
  }
  return [...groups].map(([key, group]) => ({ key, ...group }));
}

/** Finds names by 全拼 or 首字母; none for what is no pinyin: one letter would find almost everything. */
export function pinyinFor(query: string): NameMatcher | undefined {
  if (!/^[a-z]{2,}$/iu.test(query.trim())) return undefined;
  return (name) => {
    const match = matchPinyin(name, query);
    return match === undefined ? null : { start: match[0], end: match[1] + 1 };
  };
}

/** Ticks and unticks; what is unticked stays as it is. */
export function toggled(excluded: ReadonlySet<string>, hits: readonly Hit[]): ReadonlySet<string> {
  const next = new Set(excluded);
  const keys = hits.map(hitKey);
  const all = keys.every((key) => !next.has(key));
  for (const key of keys) {
    if (all) next.add(key);
    else next.delete(key);
  }
  return next;
}
