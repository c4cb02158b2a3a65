import { Fragment, type ReactNode } from 'react';
import { type PagePlace, pageTitle } from '../../state/pages/registry';
import { useDocument, useView } from '../../state/studio';
import { CrumbMenu } from './crumb-menu';
import { PageWritten } from './page-written';
import { useCrumbs } from './use-crumbs';

export interface Section {
  readonly id: string;
  readonly name: string;
}

interface PageFrameProps {
  readonly page: PagePlace;
  readonly sections: readonly Section[];
  readonly wide?: boolean | undefined;
  readonly children: ReactNode;
}

/** A page: where it stands, its parts to jump to, and the sheet. */
export function PageFrame({ page, sections, wide, children }: PageFrameProps) {
  const select = useView((view) => view.select);
  const crumbs = useCrumbs(page);
  const title = useDocument(({ project }) => pageTitle(project, page));
  return (
    <div className="record-page">
      <div className="page-head">
        <nav className="crumbs" aria-label="位置">
          {crumbs.map(({ id, name }) => (
            <Fragment key={id}>
              <button
                type="button"
                className="crumb"
                onClick={() => {
                  select({ record: id });
                }}
              >
                {name}
              </button>
              <CrumbMenu id={id} name={name} />
            </Fragment>
          ))}
          <h1>{title}</h1>
          {page.part === undefined && <CrumbMenu id={page.id} name={title} />}
        </nav>
        {page.part === undefined && <PageWritten id={page.id} />}
        {sections.length > 1 && <Jump sections={sections} />}
      </div>
      <div className="page-scroll">
        <div className={wide === true ? 'leaf leaf-wide' : 'leaf'}>{children}</div>
      </div>
    </div>
  );
}

/** The parts of the page; a menu where there is no room for all of them. */
function Jump({ sections }: { readonly sections: readonly Section[] }) {
  return (
    <>
      <nav className="jump" aria-label="本页各部分">
        {sections.map(({ id, name }) => (
          <button
            key={id}
            type="button"
            onClick={() => {
              goTo(id);
            }}
          >
            {name}
          </button>
        ))}
      </nav>
      <select
        className="jump-menu"
        aria-label="跳到本页的部分"
        value=""
        onChange={(event) => {
          goTo(event.target.value);
        }}
      >
        <option value="">跳到…</option>
        {sections.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </>
  );
}

function goTo(id: string): void {
  const heading = document.getElementById(id);
  if (heading === null) return;
  heading.scrollIntoView({ block: 'start' });
  heading.focus({ preventScroll: true });
}
