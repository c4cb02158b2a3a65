import { refuse } from './failure';
import { deepestJson } from './limits';

const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads JSON of a project file: valid UTF-8 without byte order mark, no key twice in one object, no
 * key that could reach a prototype, no endless nesting, no number beyond what can be written again.
 */
export function readStrictJson(bytes: Uint8Array, name: string): unknown {
  const text = decode(bytes, name);
  const value = parse(text, name);
  // JSON.parse lets the last of two equal keys win and tells nobody; then fewer keys are read than written.
  if (countReadKeys(value, name) !== countWrittenKeys(text)) {
    refuse('damaged', `${name}: a key stands twice in one object`);
  }
  return value;
}

function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return refuse('damaged', `${name}: not valid UTF-8`);
  }
}

function parse(text: string, name: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refuse('damaged', `${name}: ${error.message}`);
  }
}

/** Counts the keys of all objects, level by level so that hostile nesting cannot exhaust the stack. */
function countReadKeys(root: unknown, name: string): number {
  let count = 0;
  let level: readonly object[] = isObject(root) ? [root] : [];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepestJson) refuse('damaged', `${name}: nested too deeply`);
    for (const item of level) if (!Array.isArray(item)) count += checkedKeys(item, name);
    level = level.flatMap((item) => objectsIn(item, name));
  }
  return count;
}

function objectsIn(item: object, name: string): readonly object[] {
  const objects: object[] = [];
  for (const member of Object.values(item) as unknown[]) {
    if (isObject(member)) objects.push(member);
    else if (member === Infinity || member === -Infinity) refuse('damaged', `${name}: number`);
  }
  return objects;
}

function checkedKeys(item: object, name: string): number {
  const keys = Object.keys(item);
  for (const key of keys) {
    if (forbiddenKeys.has(key)) refuse('forbidden-key', `${name}: key ${key}`);
  }
  return keys.length;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Counts the strings that stand before a colon in text that is known to be JSON. */
function countWrittenKeys(text: string): number {
  let count = 0;
  let open = text.indexOf('"');
  while (open !== -1) {
    let close = text.indexOf('"', open + 1);
    while (isEscaped(text, close)) close = text.indexOf('"', close + 1);
    let after = close + 1;
    while (isSpace(text.charCodeAt(after))) after += 1;
    if (text.charCodeAt(after) === 0x3a) count += 1;
    open = text.indexOf('"', after);
  }
  return count;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes += 1;
  return slashes % 2 === 1;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}
