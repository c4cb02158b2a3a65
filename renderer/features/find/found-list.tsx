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
}

/** The hits page by page, each with what stands around it. */
export function FoundList(props: Props) {
  const { groups, rows, excluded, onToggle } = props;
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
              return <HitRow key={hitKey(hit)} {...props} hit={hit} index={index} />;
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface HitRowProps extends Props {
  readonly hit: Hit;
  readonly index: number;
}

function HitRow(props: HitRowProps) {
  const { hit, index, rows, excluded, onToggle, onGo } = props;
  const isCurrent = hit === props.current;
  const skipped = rows === null ? null : skippedWords(rows, hit);
  const ticked = !excluded.has(hitKey(hit)) && skipped === null;
  return (
    <li
      id={`find-hit-${String(index)}`}
      className={isCurrent ? 'find-hit is-current' : 'find-hit'}
      ref={isCurrent ? scrollIntoSight : null}
    >
      {rows === null ? null : (
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
        <HitWords hit={hit} replacement={rows !== null && ticked ? props.replacement : null} />
        <HitPlace hit={hit} skipped={skipped} />
      </button>
    </li>
  );
}

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
function skippedWords(rows: readonly ReplaceRow[], hit: Hit): string | null {
  if (hit.by === 'pinyin') return '按拼音找到的名称不替换';
  const row = rows.find(
    ({ recordId, field, itemId }) =>
      recordId === hit.recordId && field === hit.field && itemId === hit.itemId,
  );
  return row?.skipped === '没有勾选。' ? null : (row?.skipped ?? null);
}
