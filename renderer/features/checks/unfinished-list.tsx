import { samePlace } from '@shared/core/model/place';
import type { CheckedPlace } from '@shared/core/rules/check-project';
import { findingKey } from '../../state/checks-store';
import { whereWords } from '../../state/place-words';
import { useDocument } from '../../state/studio';
import { useChecks } from '../../state/use-checks';
import { useByPage } from './use-by-page';

/** No more are drawn at once. */
const mostShown = 150;

interface Props {
  readonly unfinished: readonly CheckedPlace[];
  readonly onGo: (place: CheckedPlace) => void;
}

/** The required places nobody has written in: this page first, then everywhere else, in page order. */
export function UnfinishedList({ unfinished, onGo }: Props) {
  const { here, elsewhere } = useByPage(unfinished);
  if (unfinished.length === 0) {
    return (
      <div className="panel-empty">
        <h3>该写的都写了</h3>
        <p>要改的、该看看的在“要改的”里。</p>
      </div>
    );
  }
  const groups = [
    { title: '本页', places: here },
    { title: '其他各处', places: elsewhere },
  ];
  return groups.map(({ title, places }) =>
    places.length === 0 ? null : (
      <section key={title} aria-label={`${title}没写的`}>
        <h3 className="checks-group">
          {title} <span className="meta">{places.length}</span>
        </h3>
        <ul className="findings">
          {places.slice(0, mostShown).map((place) => (
            <UnfinishedRow key={findingKey(place)} place={place} onGo={onGo} />
          ))}
        </ul>
        {places.length > mostShown ? (
          <p className="checks-more">另有 {places.length - mostShown} 处，先写上面的。</p>
        ) : null}
      </section>
    ),
  );
}

function UnfinishedRow({ place, onGo }: { readonly place: CheckedPlace } & Pick<Props, 'onGo'>) {
  const words = useDocument(({ project }) => whereWords(project, place, place.message));
  const isHere = useChecks(({ stop }) => samePlace(stop, place));
  return (
    <li className={isHere ? 'finding-row is-selected' : 'finding-row'}>
      <span className="unwritten-mark" aria-hidden="true" />
      <div className="finding-body">
        <button
          type="button"
          className="finding-words"
          aria-current={isHere ? 'true' : undefined}
          onClick={() => {
            onGo(place);
          }}
        >
          {place.message}
        </button>
        <span className="finding-place">{words}</span>
      </div>
    </li>
  );
}
