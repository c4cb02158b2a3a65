import { find, type Project } from '@shared/core/model/project';
import { isKnown } from '@shared/core/model/record';
import { partTitle } from './pages/registry';
import { recordName } from '@shared/core/words/wording';
import type { Page } from './view-store';

const plainNames: Readonly<Record<Exclude<Page['kind'], 'record'>, string>> = {
  start: '开始',
  backups: '备份',
  kept: '留底与定稿',
  settings: '设置',
  help: '帮助',
};

/** What a page is called where it is only named: on the way back to it. */
export function pageName(project: Project, page: Page): string {
  if (page.kind !== 'record') return plainNames[page.kind];
  if (page.part !== undefined) return partTitle(page.part);
  const record = find(project, page.id);
  return record === undefined || !isKnown(record) ? '已删去的一页' : recordName(record);
}
