import { expect } from 'vitest';
import { apply, type Change, fits } from '@shared/core/changes/change';
import { type Entry, type EntryContent, follows, nextEntry } from '@shared/core/changes/entry';
import {
  emptyHistory,
  type History,
  recordEntry,
  redoable,
  undoable,
} from '@shared/core/changes/history';
import { type Head, originHash } from '@shared/core/changes/lineage';
import type { Command } from '@shared/core/commands/command';
import { editField } from '@shared/core/commands/edit-field';
import { commands } from '@shared/core/commands/index';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { Project } from '@shared/core/model/project';
import { inputMakers } from '../shared/core/commands/inputs';
import { pick } from './random-project';

/** A project with its journal, as the window holds them. */
export class Session {
  project: Project;
  history: History = emptyHistory;
  readonly entries: Entry[] = [];
  #head: Head = { copyId: 'cp1', seq: 0, changeHash: originHash('pj1') };
  #now = Date.parse('2026-11-21T08:00:00.000Z');

  constructor(project: Project) {
    this.project = project;
  }

  wait(milliseconds: number): void {
    this.#now += milliseconds;
  }

  do(label: string, group: string | null, change: Change): void {
    this.#write({ action: 'do', of: null, command: 'test', label, group, change });
  }

  undo(): boolean {
    return this.#step('undo', undoable(this.history));
  }

  redo(): boolean {
    return this.#step('redo', redoable(this.history));
  }

  labels(): readonly string[] {
    return this.history.past.toArray().map(({ label }) => label);
  }

  #step(action: 'undo' | 'redo', found: ReturnType<typeof undoable>): boolean {
    if (found === undefined) return false;
    const { of, label } = found.step;
    this.#write({ action, of, command: action, label, group: null, change: found.change });
    return true;
  }

  #write(content: Omit<EntryContent, 'at' | 'author'>): void {
    expect(fits(this.project, content.change)).toBe(true);
    const at = new Date(this.#now).toISOString();
    const entry = nextEntry(this.#head, { ...content, at, author: '' });
    expect(follows(this.#head, entry)).toBe(true);
    this.#head = { copyId: 'cp1', seq: entry.seq, changeHash: entry.changeHash };
    this.project = apply(this.project, entry.change);
    this.history = recordEntry(this.history, entry);
    this.entries.push(entry);
  }
}

/** Any command that is accepted. */
export function doSomething(session: Session, random: Random): void {
  const command = pick(random, commands) as Command<unknown> | undefined;
  const input = command && inputMakers[command.id]?.(session.project, random);
  const result = input === undefined ? undefined : command?.run(session.project, input, { random });
  if (!result?.ok || result.value.change.length === 0) return;
  session.do(result.value.label, result.value.group, result.value.change);
}

/** A name typed over. */
export function typed(session: Session, id: string, value: string): void {
  const input = { id, field: 'name', value };
  const result = editField.run(session.project, input, { random: seededRandom(1) });
  if (!result.ok) throw new Error(result.failure.message);
  session.do(result.value.label, result.value.group, result.value.change);
}
