import { badInput } from './outcome';
import type { Verb, Words } from './verb';

/** Reads the words after a verb; everything not foreseen is refused, so that a typing error never does half of something. */
export function readWords(verb: Verb, words: readonly string[]): Words {
  const plain: string[] = [];
  const options = new Map<string, string>();
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-') {
      plain.push(word);
      continue;
    }
    const { name, value, taken } = readOption(verb, word, words[at + 1]);
    if (options.has(name)) throw badInput(`选项 --${name} 写了两次。`);
    options.set(name, value);
    at += taken;
  }
  const isEnough = plain.length >= verb.plain || verb.withoutPlain?.some((one) => options.has(one));
  if (isEnough !== true) throw badInput(`缺少项目文件，用法：${verb.usage}。`);
  const [extra] = plain.slice(verb.plain);
  if (extra !== undefined) throw badInput(`“${extra}”是多余的，用法：${verb.usage}。`);
  return { plain, options };
}

const optionPattern = /^--([^=]+)(?:=(.*))?$/s;

function readOption(
  verb: Verb,
  word: string,
  following: string | undefined,
): { name: string; value: string; taken: number } {
  const [, name = '', attached] = optionPattern.exec(word) ?? [];
  if (isSwitch(verb, name, attached)) return { name, value: '', taken: 0 };
  if (!verb.options.includes(name)) {
    throw badInput(`${verb.name} 没有选项“${word}”，用法：${verb.usage}。`);
  }
  const value = attached ?? valueIn(following);
  if (value === '') throw badInput(`选项 --${name} 后面缺少内容，用法：${verb.usage}。`);
  return { name, value, taken: attached === undefined ? 1 : 0 };
}

function isSwitch(verb: Verb, name: string, attached: string | undefined): boolean {
  return attached === undefined && verb.switches.includes(name);
}

/** An option is never taken for the value of the one before it. */
function valueIn(word: string | undefined): string {
  return word === undefined || word.startsWith('--') ? '' : word;
}

/** The value of an option that must be there. */
export function needed(verb: Pick<Verb, 'usage'>, { options }: Words, name: string): string {
  const value = options.get(name);
  if (value === undefined) throw badInput(`缺少选项 --${name}，用法：${verb.usage}。`);
  return value;
}
