import { samples } from '@shared/core/samples/index';
import type { Verb } from '../verb';

/** `gongxue samples`: the examples that come with the app. */
export const samplesVerb: Verb = {
  name: 'samples',
  usage: 'gongxue samples [--json]',
  purpose: '列出随软件提供的示例',
  plain: 0,
  options: [],
  switches: ['json'],
  run({ options }, world) {
    const list = samples.map(({ id, title }) => ({ id, title }));
    if (options.has('json')) world.printData(JSON.stringify(list, null, 1));
    else world.say(list.map(({ id, title }) => `${id}\t${title}`).join('\n'));
    return Promise.resolve();
  },
};
