import { type JsonExcess, JsonScan } from '../../core/kernel/json-scan';
import { giveUp } from './failure';
import { projectJson } from './limits';

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON of a project file: not more of it than `projectJson` allows, valid UTF-8 without byte order
 * mark, no key twice in one object, no key that could reach a prototype, no number beyond what can be
 * written again.
 */
export function readStrictJson(bytes: Uint8Array, name: string): unknown {
  const scan = new JsonScan(projectJson);
  refuseExcess(scan.advance(bytes, 0, bytes.length), name);
  return parseStrict(decodeStrict(bytes, name), scan.keys, name);
}

/** Refuses JSON of which there is too much. */
export function refuseExcess(excess: JsonExcess | null, name: string): void {
  if (excess === null) return;
  const detail = `${name}: ${excess}`;
  switch (excess) {
    case 'nested too deeply':
    case 'brackets that do not match':
      return giveUp('damaged', detail);
    case 'too many records':
      return giveUp('too-many', detail);
    case 'too many values':
    case 'too many keys in one object':
      return giveUp('too-many', detail, '这个项目文件里的内容多得不合常理，没有打开。请改用备份。');
    case 'a text too long':
    case 'a number too long':
    case 'too much white space':
      return giveUp(
        'too-large',
        detail,
        '这个项目文件里有一段长得不合常理，没有打开。请改用备份。',
      );
  }
}

/** The text of an entry. */
export function decodeStrict(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return giveUp('damaged', `${name}: not valid UTF-8`);
  }
}

/** Parses JSON that was scanned: `keys` are written in it. */
export function parseStrict(text: string, keys: number, name: string): unknown {
  const value = parse(text, name);
  // JSON.parse lets the last of two equal keys win and tells nobody; then fewer keys are read than written.
  if (countKeys(value, name) !== keys) {
    giveUp('damaged', `${name}: a key stands twice in one object`);
  }
  return value;
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return giveUp('damaged', `${name}: ${error.message}`);
  }
}

/** Counts the keys of all objects. What was scanned is not nested so deeply that this could exhaust the stack. */
function countKeys(value: unknown, name: string): number {
  if (value === Infinity || value === -Infinity) giveUp('damaged', `${name}: number`);
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) count += countKeys(item, name);
    return count;
  }
  for (const [key, member] of Object.entries(value)) {
    if (forbiddenKeys.has(key)) giveUp('forbidden-key', `${name}: key ${key}`);
    count += 1 + countKeys(member, name);
  }
  return count;
}
