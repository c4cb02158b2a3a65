import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { courseTables } from '@shared/core/hours/course-table';
import { seededRandom } from '@shared/core/kernel/random';
import { linkFindings } from '@shared/core/model/link-findings';
import { projectOf } from '@shared/core/model/project';
import { isJudged } from '@shared/core/model/family';
import { isSuspect } from '@shared/core/model/stamp';
import { checkProject } from '@shared/core/rules/check-project';
import { completeness } from '@shared/core/rules/count-completeness';
import { buildMajor } from '@shared/core/samples/build-major';
import { samples } from '@shared/core/samples/index';
import { sampleList } from '@shared/core/samples/sample-list';
import { type SamplePart, samplePartSchema } from '@shared/core/samples/major-source';

/**
 * Every sample that is a whole major, straight from its folder: what a department head would check by
 * hand. The sums of the parts are made here again; the tables' are asked of the hours engine.
 */
const home = 'templates/samples';
const folders = readdirSync(home, { withFileTypes: true }).filter((entry) => entry.isDirectory());

const json = (...names: readonly string[]): unknown =>
  JSON.parse(readFileSync(join(home, ...names), 'utf8'));
const partNames = (folder: string) =>
  readdirSync(join(home, folder))
    .filter((name) => /^\d{2}-[a-z0-9-]+\.json$/.test(name))
    .sort();
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
const hanIn = (text: string) => [...text.matchAll(/\p{Script=Han}/gu)].length;

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** Sentences of at least 15 Han characters with the files they stand in. */
function longSentences(files: ReadonlyMap<string, unknown>): ReadonlyMap<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [name, content] of files) {
    for (const sentence of textsIn(content).flatMap((text) => text.split(/[。；！？\n]/u))) {
      const words = sentence.trim();
      if (hanIn(words) < 15) continue;
      found.set(words, (found.get(words) ?? new Set()).add(name));
    }
  }
  return found;
}

function objectivesWithoutLinks({ course }: SamplePart): readonly string[] {
  return course.objectives
    .filter(({ tasks, requirements, finalPoints }) => {
      const points = [...tasks.flatMap((task) => task.points), ...finalPoints];
      return tasks.length === 0 || Object.keys(requirements).length === 0 || points.length === 0;
    })
    .map(({ text }) => text);
}

describe.each(folders.map(({ name }) => name))('the sample %s', (folder) => {
  const files = new Map(partNames(folder).map((name) => [name, json(folder, name)]));

  it.each([...files])('%s is whole: hours, shares, weights and mappings', (_, content) => {
    const part = samplePartSchema.parse(content);
    const { course } = part;
    expect(sum(course.learningTasks.map((task) => task.standardHours))).toBe(course.standardHours);
    expect(sum(course.learningTasks.map(({ share }) => share))).toBe(100);
    expect(course.assessment.processWeight + course.assessment.finalWeight).toBe(100);
    expect(objectivesWithoutLinks(part)).toEqual([]);
    for (const task of course.learningTasks) {
      const spent = course.objectives.flatMap(({ tasks }) =>
        tasks.filter((link) => link.task === task.key).map(({ hours }) => hours),
      );
      expect(sum(spent), task.name).toBe(task.standardHours);
    }
  });

  it('says no sentence of 15 characters in more than three courses', () => {
    const often = [...longSentences(files)].filter(([, courses]) => courses.size > 3);
    expect(often.map(([sentence, courses]) => [sentence, [...courses]])).toEqual([]);
  });

  it('is long enough to be worth showing', () => {
    const all = [...files.values(), ...outlineOf(folder)];
    const count = sum(all.flatMap(textsIn).map(hanIn));
    console.info(`${folder}: ${files.size} courses, ${count} Han characters`);
    expect(count).toBeGreaterThan(1_000 * files.size);
  });

  it('is shipped whole: named in the list, and made of every file of its folder', () => {
    const [outline, generalCourses] = outlineOf(folder);
    const { title, description } = outline as { readonly title: string; description: string };
    expect(sampleList).toContainEqual({ id: folder, title, description });
    const shipped = samples.find(({ id }) => id === folder)?.records(seededRandom(1));
    const source = { outline, parts: [...files.values()], generalCourses };
    expect(shipped).toEqual(buildMajor(source, seededRandom(1)));
  });

  it('makes a major that is written to the last place, whose links hold and whose course tables balance', () => {
    const [outline, generalCourses] = outlineOf(folder);
    const source = { outline, parts: [...files.values()], generalCourses };
    const records = buildMajor(source, seededRandom(1));
    const project = projectOf(records);
    expect(linkFindings(project)).toEqual([]);
    expect(records.filter((one) => isJudged(one) && isSuspect(project, one))).toEqual([]);
    expect(completeness(checkProject(project)).unfinished).toEqual([]);
    const tables = courseTables(project);
    expect(tables.flatMap(({ imbalances }) => imbalances)).toEqual([]);
    expect(tables.filter((table) => table.sum !== table.standard)).toEqual([]);
    expect(tables.length).toBeGreaterThan(0);
  });
});

function outlineOf(folder: string): readonly unknown[] {
  return ['sample.json', 'general-courses.json'].map((name) => json(folder, name));
}
