import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '@shared/core/commands/command';
import { commands } from '@shared/core/commands/index';
import { idPattern } from '@shared/core/kernel/id';
import { seededRandom } from '@shared/core/kernel/random';
import type { Project } from '@shared/core/model/project';
import { expectLaws } from '../../../helpers/laws';
import { randomProject } from '../../../helpers/random-project';
import { inputMakers } from './inputs';

const files = readdirSync('shared/core/commands')
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace(/\.ts$/, ''))
  .filter((name) => name !== 'index' && name !== 'command');

/** Accepted inputs each command is tried with. */
const wanted = 50;
const mostTries = 2_000;

describe('the command registry', () => {
  it('lists every command file, each under its own id and a title of its own', () => {
    expect(commands.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(new Set(commands.map(({ title }) => title)).size).toBe(commands.length);
    for (const { title } of commands) expect(title).toMatch(/^\p{Script=Han}+$/u);
  });

  it('has a maker of inputs for every command and none for others', () => {
    expect(Object.keys(inputMakers).sort()).toEqual(commands.map(({ id }) => id).sort());
  });
});

describe.each(commands.map((command) => [command.id, command as Command<unknown>] as const))(
  '%s',
  (id, command) => {
    it(`keeps every law of a change on ${wanted} accepted inputs`, () => {
      let accepted = 0;
      let changed = 0;
      for (let seed = 1; seed <= mostTries && accepted < wanted; seed += 1) {
        const project = randomProject(seed);
        const input = inputMakers[id]?.(project, seededRandom(seed + 77));
        if (input === undefined) continue;
        const result = command.run(project, input, { random: seededRandom(seed + 1_000_003) });
        if (!result.ok) {
          expect(result.failure.message, `seed ${seed}`).toMatch(/[。；！]$/);
          continue;
        }
        accepted += 1;
        const { change, label, group, focus } = result.value;
        if (change.length > 0) changed += 1;
        const after = expectLaws(project, change);
        expect(label, `seed ${seed}`).toMatch(/\p{Script=Han}/u);
        expect(label).not.toMatch(/undefined|null|\n/);
        expect(label.length).toBeLessThan(200);
        expect(group?.length ?? 0).toBeLessThanOrEqual(200);
        if (focus !== null) expect(after.records.has(focus)).toBe(true);
        const again = command.run(project, input, { random: seededRandom(seed + 1_000_003) });
        expect(again).toEqual(result);
      }
      expect(accepted).toBe(wanted);
      expect(changed).toBeGreaterThan(wanted / 5);
    });

    it('refuses, in a Chinese sentence, each thing that it is told of and that is not there', () => {
      for (const { project, input } of acceptedInputs(id, command, 5)) {
        for (const path of idsIn(input).slice(0, mostIds)) {
          const result = command.run(project, withoutIt(input, path), { random: seededRandom(1) });
          const name = path.replaceAll(/\.\d+/g, '');
          expect([name, result.ok]).toEqual([name, mayBeGone[id]?.includes(name) === true]);
          if (!result.ok) expect(result.failure.message, path).toMatch(/^\P{Script=Latin}+$/u);
        }
      }
    });
  },
);

/** Most ids of one input that are tried. */
const mostIds = 20;

/** What a command does without: a place in a list that is gone is its end, a hit that is gone is passed over, the ids of what is frozen are new. */
const mayBeGone: Readonly<Record<string, readonly string[]>> = {
  'edit-list-item': ['after'],
  'move-list-item': ['after'],
  'make-baseline': ['id', 'papers.id'],
  'paste-list-items': ['insteadOf'],
  'replace-text': ['hits.record', 'hits.item'],
};

/** Inputs that the command accepts, each with the project it was made for. */
function acceptedInputs(id: string, command: Command<unknown>, count: number) {
  const made: { readonly project: Project; readonly input: unknown }[] = [];
  for (let seed = 1; seed <= mostTries && made.length < count; seed += 1) {
    const project = randomProject(seed);
    const input = inputMakers[id]?.(project, seededRandom(seed + 77));
    const isAccepted =
      input !== undefined && command.run(project, input, { random: seededRandom(seed) }).ok;
    if (isAccepted) made.push({ project, input });
  }
  return made;
}

/** Where in an input the id of a record stands: `fromId`, `place.record`, `ids.0`. */
function idsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return idPattern.test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    idsIn(one, path === '' ? key : `${path}.${key}`),
  );
}

/** The same input with the id of nothing at one place. */
function withoutIt(input: unknown, path: string): unknown {
  const copy = structuredClone(input) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((one, key) => one[key] as Record<string, unknown>, copy);
  holder[last] = `${String(holder[last]).slice(0, -16)}0000000000000000`;
  return copy;
}
