import { ioCause } from '../main/files/io-cause';
import { CommandStop, badInput, cannotWrite, exitCodes } from './outcome';
import type { Verb, World } from './verb';
import { baselineVerb } from './verbs/baseline';
import { coverageVerb } from './verbs/coverage';
import { exportVerb } from './verbs/export';
import { infoVerb } from './verbs/info';
import { newVerb } from './verbs/new';
import { papersVerb } from './verbs/papers';
import { pathsVerb } from './verbs/paths';
import { samplesVerb } from './verbs/samples';
import { readWords } from './words';

const verbs: readonly Verb[] = [
  samplesVerb,
  newVerb,
  infoVerb,
  coverageVerb,
  papersVerb,
  pathsVerb,
  exportVerb,
  baselineVerb,
];
const helpWords: readonly string[] = ['help', '--help', '-h'];

/** Does what the words after `gongxue` say; the exit code. A trouble that was not foreseen is thrown. */
export async function runCommandLine(words: readonly string[], world: World): Promise<number> {
  const [name, ...others] = words;
  try {
    if (name !== undefined && helpWords.includes(name)) {
      world.say(help());
      return exitCodes.done;
    }
    const verb = findVerb(name);
    if (others.some((word) => word === '--help' || word === '-h')) {
      world.say(`${verb.purpose}\n用法：${verb.usage}`);
      return exitCodes.done;
    }
    await verb.run(readWords(verb, others), world);
    return exitCodes.done;
  } catch (error) {
    const stop = error instanceof CommandStop ? error : stopOf(error);
    world.say(stop.message);
    return stop.exitCode;
  }
}

/** Whatever else the disk answered is no fault of the program. */
function stopOf(error: unknown): CommandStop {
  const cause = ioCause(error);
  if (cause === undefined) throw error;
  return cannotWrite(`没有完成：${cause}。`);
}

function findVerb(name: string | undefined): Verb {
  const known = verbs.map((verb) => verb.name).join('、');
  if (name === undefined) throw badInput(`请写明要做什么：${known}。`);
  const verb = verbs.find((one) => one.name === name);
  if (verb === undefined) throw badInput(`没有“${name}”这个命令，可用的有：${known}。`);
  return verb;
}

function help(): string {
  const lines = verbs.map(({ usage, purpose }) => `  ${usage}\n      ${purpose}`);
  const codes = '退出码：0 完成；1 有发现；2 命令或输入有误；3 写不了；130 被中断。';
  return ['工学课坊命令行', ...lines, codes].join('\n');
}
