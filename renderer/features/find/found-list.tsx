import { memo, type RefObject, useEffect, useMemo, useRef } from 'react';
import { placeKey } from '@shared/core/model/place';
import type { ReplaceRow } from '@shared/core/search/plan-replace';
import { type Hit, hitKey } from '@shared/core/search/search-project';
import { placeWords } from '../../state/place-words';
import { useDocument } from '../../state/studio';
import type { HitGroup } from './hit-groups';

interface Props {
  readonly groups: readonly HitGroup[];
  /** What a replacement would do; null = only looking. */
  readonly rows: readonly ReplaceRow[] | null;
  readonly excluded: ReadonlySet<string>;
  readonly current: Hit | undefined;
  readonly replacement: string;
  readonly onToggle: (hits: readonly Hit[]) => void;
  readonly onGo: (hit: Hit) => void;
  /** Asked for more when the end of what is listed comes into sight; null = that is all. */
  readonly onEnd: (() => void) | null;
}

/** The hits page by page, each with what stands around it. */
export function FoundList(props: Props) {
  const { groups, rows, excluded, onToggle, onEnd } = props;
  const skipped = useMemo(() => (rows === null ? null : skippedPlaces(rows)), [rows]);
  const end = useRef<HTMLDivElement>(null);
  useEnd(end, onEnd);
  let index = -1;
  return (
    <div id="find-list" className="find-list">
      {groups.map(({ key, title, hits }) => (
        <section key={key} aria-label={title}>
          <h3 className="find-page">
            {rows === null ? null : (
              <input
                type="checkbox"
                aria-label={`替换${title}里的`}
                checked={hits.every((hit) => !excluded.has(hitKey(hit)))}
                onChange={() => {
                  onToggle(hits);
                }}
              />
            )}
            {title} <span className="meta">{hits.length}</span>
          </h3>
          <ul>
            {hits.map((hit) => {
              index += 1;
              return (
                <HitRow
                  key={hitKey(hit)}
                  hit={hit}
                  index={index}
                  isCurrent={hit === props.current}
                  isReplacing={rows !== null}
                  isTicked={!excluded.has(hitKey(hit))}
                  skipped={skipped === null ? null : skippedWords(skipped, hit)}
                  replacement={props.replacement}
                  onToggle={onToggle}
                  onGo={props.onGo}
                />
              );
            })}
          </ul>
        </section>
      ))}
      {onEnd === null ? null : <div ref={end} className="find-end" />}
    </div>
  );
}

/** Calls when an element comes into sight, and again as long as it stays there. */
function useEnd(end: RefObject<HTMLElement | null>, onEnd: (() => void) | null): void {
  useEffect(() => {
    if (end.current === null || onEnd === null) return undefined;
    const observer = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) onEnd();
    });
    observer.observe(end.current);
    return () => {
      observer.disconnect();
    };
  }, [end, onEnd]);
}

interface HitRowProps extends Pick<Props, 'replacement' | 'onToggle' | 'onGo'> {
  readonly hit: Hit;
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isReplacing: boolean;
  readonly isTicked: boolean;
  readonly skipped: string | null;
}

/** Drawn again only when something about it has changed: a common word is found a thousand times. */
const HitRow = memo(function HitRow(props: HitRowProps) {
  const { hit, index, isCurrent, isReplacing, skipped, onToggle, onGo } = props;
  const ticked = props.isTicked && skipped === null;
  return (
    <li
      id={`find-hit-${String(index)}`}
      className={isCurrent ? 'find-hit is-current' : 'find-hit'}
      ref={isCurrent ? scrollIntoSight : null}
    >
      {!isReplacing ? null : (
        <input
          type="checkbox"
          aria-label={`替换这一处：${hit.before}${hit.matched}${hit.after}`}
          checked={ticked}
          disabled={skipped !== null}
          onChange={() => {
            onToggle([hit]);
          }}
        />
      )}
      <button
        type="button"
        className="find-words"
        onClick={() => {
          onGo(hit);
        }}
      >
        <HitWords hit={hit} replacement={isReplacing && ticked ? props.replacement : null} />
        <HitPlace hit={hit} skipped={skipped} />
      </button>
    </li>
  );
});

function scrollIntoSight(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}

/** The words and what stands around them; with a replacement, before and after. */
function HitWords({
  hit,
  replacement,
}: {
  readonly hit: Hit;
  readonly replacement: string | null;
}) {
  return (
    <span>
      {hit.before}
      {replacement === null ? (
        <mark>{hit.matched}</mark>
      ) : (
        <>
          <s>{hit.matched}</s>
          <ins>{replacement}</ins>
        </>
      )}
      {hit.after}
    </span>
  );
}

function HitPlace({ hit, skipped }: { readonly hit: Hit; readonly skipped: string | null }) {
  const place = useDocument(({ project }) => placeWords(project, hit));
  const how = skipped ?? (hit.by === 'pinyin' ? '按拼音' : '');
  return <span className="find-place">{how === '' ? place : `${place} · ${how}`}</span>;
}

/** Why a hit cannot be replaced; being unticked is not one of the reasons. */
function skippedWords(skipped: ReadonlyMap<string, string>, hit: Hit): string | null {
  if (hit.by === 'pinyin') return '按拼音找到的名称不替换';
  return skipped.get(placeKey(hit)) ?? null;
}

/** The texts in which nothing would be replaced, with the reason. */
function skippedPlaces(rows: readonly ReplaceRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap((row): [string, string][] =>
      row.skipped === null || row.skipped === '没有勾选。' ? [] : [[placeKey(row), row.skipped]],
    ),
  );
}
