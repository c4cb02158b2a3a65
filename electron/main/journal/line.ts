import { crc32 } from '@shared/core/kernel/crc32';
import { JsonScan, outsideJson } from '@shared/core/kernel/json-scan';

/**
 * A line of the journal: byte length and CRC-32 of the JSON, both as 8 hex digits, then the JSON.
 * `0000002a 1c291ca3 {"seq":1,…}\n`. A line counts only when all of it is there and the sum is right.
 */
const prefixLength = 18;
const newline = 0x0a;

export function encodeLine(value: unknown): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify(value));
  const prefix = new TextEncoder().encode(`${hex(json.length)} ${hex(crc32(json))} `);
  const line = new Uint8Array(prefix.length + json.length + 1);
  line.set(prefix);
  line.set(json, prefix.length);
  line[line.length - 1] = newline;
  return line;
}

export interface ScannedLines {
  readonly values: readonly unknown[];
  /** Where each line ends, in bytes. */
  readonly ends: readonly number[];
  /** Whole lines that follow after a broken one: damage in the middle, not a torn tail. */
  readonly beyond: readonly unknown[];
}

/** Reads lines up to the first that is not whole. */
export function scanLines(bytes: Uint8Array): ScannedLines {
  const values: unknown[] = [];
  const ends: number[] = [];
  let at = 0;
  for (let line = lineAt(bytes, at); line !== undefined; line = lineAt(bytes, at)) {
    values.push(line.value);
    ends.push(line.end);
    at = line.end;
  }
  return { values, ends, beyond: linesAfter(bytes, at) };
}

function lineAt(bytes: Uint8Array, start: number): { value: unknown; end: number } | undefined {
  const prefix = text(bytes, start, start + prefixLength);
  const parts = /^([0-9a-f]{8}) ([0-9a-f]{8}) $/.exec(prefix);
  if (parts?.[1] === undefined || parts[2] === undefined) return undefined;
  const from = start + prefixLength;
  const to = from + Number.parseInt(parts[1], 16);
  if (bytes[to] !== newline) return undefined;
  const json = bytes.subarray(from, to);
  if (hex(crc32(json)) !== parts[2]) return undefined;
  if (new JsonScan(outsideJson).advance(json, 0, json.length) !== null) return undefined;
  try {
    return { value: JSON.parse(text(bytes, from, to)) as unknown, end: to + 1 };
  } catch {
    return undefined;
  }
}

function linesAfter(bytes: Uint8Array, start: number): readonly unknown[] {
  const values: unknown[] = [];
  let at = bytes.indexOf(newline, start);
  while (at !== -1) {
    const line = lineAt(bytes, at + 1);
    if (line !== undefined) values.push(line.value);
    at = line === undefined ? bytes.indexOf(newline, at + 1) : line.end - 1;
  }
  return values;
}

function text(bytes: Uint8Array, from: number, to: number): string {
  return new TextDecoder().decode(bytes.subarray(from, to));
}

function hex(value: number): string {
  return value.toString(16).padStart(8, '0');
}
