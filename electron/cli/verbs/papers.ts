import { paperGroups, paperKinds } from '@shared/core/papers/paper-kinds';
import type { Verb } from '../verb';

/** `gongxue papers`: what can be exported, and in which layouts. */
export const papersVerb: Verb = {
  name: 'papers',
  usage: 'gongxue papers [--json]',
  purpose: '列出能出的文件和各自的版式',
  plain: 0,
  options: [],
  switches: ['json'],
  run({ options }, world) {
    if (options.has('json')) {
      const list = paperKinds.map(({ id, title, subject, layouts }) => ({
        id,
        title,
        subject,
        layouts: layouts.map((layout) => ({ id: layout.id, title: layout.title })),
      }));
      world.printData(JSON.stringify(list, null, 1));
      return Promise.resolve();
    }
    for (const group of paperGroups) {
      world.say(`${group.title}：`);
      for (const { id, title, layouts } of group.papers) {
        world.say(`${id}\t${title}`);
        for (const layout of layouts) world.say(`  --layout ${layout.id}\t${layout.title}`);
      }
    }
    return Promise.resolve();
  },
};
