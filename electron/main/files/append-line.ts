import { appendFileSync } from 'node:fs';

/** Adds a line to a protocol of a fault trial, at once and in order. */
export function appendLine(path: string, line: string): void {
  appendFileSync(path, `${line}\n`);
}
