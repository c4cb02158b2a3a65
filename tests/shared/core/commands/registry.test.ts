import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Command } from '@shared/core/commands/command';
import { commands } from '@shared/core/commands/index';
import { seededRandom } from '@shared/core/kernel/random';
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

    it('refuses what is not there in a Chinese sentence and throws nothing', () => {
      const project = randomProject(5);
      const nowhere = 'ob0000000000000000';
      const input = {
        id: nowhere,
        ids: [nowhere],
        parentId: nowhere,
        courseId: nowhere,
        levelId: nowhere,
        objectiveId: nowhere,
        mappingId: nowhere,
        fromId: nowhere,
        toId: nowhere,
        thereId: nowhere,
        there: 'from',
        assessmentId: nowhere,
        typicalWorkTaskId: nowhere,
        competenceRequirementId: nowhere,
        learningTaskId: nowhere,
        startPointId: nowhere,
        place: { record: nowhere, field: 'text' },
        waiverId: nowhere,
        termId: 'nowhere',
        terms: [{ termId: 'nowhere', label: '' }],
        cells: [{ courseId: nowhere, term: 1, hours: 20 }],
        term: 1,
        hours: 20,
        way: 'share',
        entry: 'juniorHigh',
        ruleId: 'CMP-03',
        reason: '一',
        fingerprint: 'a',
        label: '一',
        afterId: nowhere,
        kind: 'courseObjective',
        field: 'text',
        text: '',
        name: '',
        texts: ['一'],
        hits: [],
        replacement: '',
        processWeight: 70,
        level: 'intermediate',
      };
      const result = command.run(project, input, { random: seededRandom(1) });
      expect(result.ok).toBe(false);
      if (!result.ok) expect(result.failure.message).toMatch(/^\P{Script=Latin}+$/u);
    });
  },
);
