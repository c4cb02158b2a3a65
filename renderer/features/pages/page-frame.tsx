import { Fragment, type ReactNode } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { RecordId } from '@shared/core/kernel/id';
import { isKnown } from '@shared/core/model/record';
import { recordName } from '@shared/core/words/wording';
import { wayTo } from '../../state/page-owner';
import { type PagePlace, pageTitle } from '../../state/pages/registry';
import { useDocument, useView } from '../../state/studio';
import { useShowUnfinished, useWritten } from '../../state/use-checks';
import { ProgressPill } from '../../ui/progress-pill';
import { CrumbMenu } from './crumb-menu';

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
  const title = useDocument(({ project }) => pageTitle(project, page));
  return (
    <div className="record-page">
      <div className="page-head">
        <nav className="crumbs" aria-label="位置">
          {useCrumbs(page).map(({ id, name }) => (
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

/** The way from the major down to the page above; above a further page of a record stands its first. */
function useCrumbs({ id, part }: PagePlace) {
  const above = useDocument(
    useShallow(({ project }) => wayTo(project, id).slice(0, part === undefined ? -1 : undefined)),
  );
  return above.filter(isKnown).map((record) => ({ id: record.id, name: recordName(record) }));
}

/** How far the page and what stands below it is written; opens what is not. */
function PageWritten({ id }: { readonly id: RecordId }) {
  const written = useWritten(id);
  const show = useShowUnfinished();
  if (written === undefined) return null;
  const { done, total } = written;
  return (
    <ProgressPill
      words={done === total ? '写齐了' : `已写 ${String(done)}／${String(total)}`}
      what="连同下面的各页；看还没有写的"
      done={done}
      total={total}
      onClick={show}
    />
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
