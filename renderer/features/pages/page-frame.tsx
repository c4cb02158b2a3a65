import { Fragment, type ReactNode } from 'react';
import type { RecordId } from '@shared/core/kernel/id';
import { pageOwner } from '../../state/page-owner';
import { useDocument, useView } from '../../state/studio';
import { CrumbMenu } from './crumb-menu';
import { PageWritten } from './page-written';

export interface Crumb {
  readonly id: RecordId;
  readonly name: string;
}

interface Section {
  readonly id: string;
  readonly name: string;
}

interface PageFrameProps {
  /** From the major down to the parent. */
  readonly crumbs: readonly Crumb[];
  /** What this page is: 课程, 典型工作任务 … */
  readonly title: string;
  readonly sections: readonly Section[];
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page: where it stands, its parts to jump to, and the sheet. */
export function PageFrame({ crumbs, title, sections, wide, children }: PageFrameProps) {
  const select = useView((view) => view.select);
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
          <OwnMenu title={title} />
        </nav>
        <PageWritten />
        {sections.length > 1 && <Jump sections={sections} />}
      </div>
      <div className="page-scroll">
        <div className={wide === true ? 'leaf leaf-wide' : 'leaf'}>{children}</div>
      </div>
    </div>
  );
}

/** The pages below the one that is shown. */
function OwnMenu({ title }: { readonly title: string }) {
  const page = useView((view) => view.page);
  const id = useDocument(({ project }) =>
    page.kind === 'record' && page.part === undefined ? pageOwner(project, page.id)?.id : undefined,
  );
  return id === undefined ? null : <CrumbMenu id={id} name={title} />;
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
