import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { occupationCatalogue } from '@shared/core/occupations/catalogue';
import { findOccupations } from '@shared/core/occupations/search';

/**
 * The sample major 互联网营销 against what a committee would check by hand, straight from its files:
 * nothing of the hours engine, the rules or the builder is used.
 */
const folder = path.resolve('templates/samples/hulianwang-yingxiao');

interface Part {
  readonly level: string;
  readonly typicalWorkTask: {
    readonly name: string;
    readonly taskNature: string;
    readonly description: readonly string[];
    readonly competenceRequirements: readonly { readonly key: string }[];
  };
  readonly course: {
    readonly name: string;
    readonly standardHours: number;
    readonly learningTasks: readonly {
      readonly key: string;
      readonly standardHours: number;
      readonly share: number;
    }[];
    readonly objectives: readonly {
      readonly text: string;
      readonly requirements: Readonly<Record<string, string>>;
      readonly finalPoints: readonly string[];
      readonly tasks: readonly {
        readonly task: string;
        readonly strength: string;
        readonly hours: number;
        readonly points: readonly string[];
      }[];
    }[];
    readonly assessment: { readonly processWeight: number; readonly finalWeight: number };
  };
}

interface Outline {
  readonly occupations: readonly { readonly code: string; readonly name: string }[];
  readonly persons: readonly { readonly teaches?: readonly string[] }[];
  readonly levels: readonly {
    readonly level: string;
    readonly startPoints: readonly {
      readonly years: number;
      readonly courseTable: Readonly<Record<string, readonly number[]>>;
    }[];
  }[];
}

interface GeneralCourse {
  readonly level: string;
  readonly name: string;
  readonly standardHours: number;
}

const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
const partNames = readdirSync(folder).filter((name) => /^\d\d-/u.test(name));
const parts = partNames.map((name) => read(name) as Part);
const outline = read('sample.json') as Outline;
const general = read('general-courses.json') as readonly GeneralCourse[];
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
const han = (value: unknown): string =>
  (JSON.stringify(value).match(/\p{Script=Han}/gu) ?? []).join('');
const tables = outline.levels.flatMap(({ level, startPoints }) =>
  startPoints.map(({ years, courseTable }) => ({ level, years, hours: courseTable })),
);

describe('the sample major 互联网营销', () => {
  it('has four procedural tasks of 中级 and four process tasks of 高级, each with its course', () => {
    expect(
      parts.map(({ level, typicalWorkTask }) => `${level} ${typicalWorkTask.taskNature}`),
    ).toEqual([
      ...Array.from({ length: 4 }, () => 'intermediate procedural'),
      ...Array.from({ length: 4 }, () => 'advanced process'),
    ]);
    for (const { typicalWorkTask, course } of parts) expect(course.name).toBe(typicalWorkTask.name);
  });

  it('is linked to the digital occupation 互联网营销师 of the catalogue', () => {
    expect(outline.occupations).toMatchObject([{ code: '4-01-06-02', name: '互联网营销师' }]);
    const [found] = findOccupations(occupationCatalogue, { text: '4-01-06-02' });
    expect(found).toMatchObject({ name: '互联网营销师', marks: ['new', 'digital'] });
  });

  it('has a teacher for every course', () => {
    const taught = outline.persons.flatMap(({ teaches = [] }) => teaches);
    expect([...taught].sort()).toEqual(parts.map(({ course }) => course.name).sort());
  });

  it('writes no sentence of 15 characters or more in over three courses', () => {
    const courses = new Map<string, Set<string>>();
    for (const part of parts) {
      for (const sentence of JSON.stringify(part).split(/[。；？！"\n]/u)) {
        if (han(sentence).length < 15) continue;
        courses.set(sentence, (courses.get(sentence) ?? new Set()).add(part.course.name));
      }
    }
    expect([...courses].filter(([, where]) => where.size > 3)).toEqual([]);
  });
});

describe.each(parts.map((part) => [part.course.name, part] as const))('%s', (_name, part) => {
  const { course, typicalWorkTask } = part;

  it('is 4,000 to 7,000 characters long, the description 150 to 800', () => {
    expect(han(part).length).toBeGreaterThan(4000);
    expect(han(part).length).toBeLessThan(7000);
    const { length } = typicalWorkTask.description.join('');
    expect(length).toBeGreaterThanOrEqual(150);
    expect(length).toBeLessThanOrEqual(800);
  });

  it('adds up: hours of tasks and objectives, shares, weights', () => {
    const { learningTasks, objectives, assessment } = course;
    expect(sum(learningTasks.map(({ standardHours }) => standardHours))).toBe(course.standardHours);
    expect(sum(learningTasks.map(({ share }) => share))).toBe(100);
    expect(assessment.processWeight + assessment.finalWeight).toBe(100);
    for (const { key, standardHours } of learningTasks) {
      const own = objectives.flatMap(({ tasks }) => tasks.filter(({ task }) => task === key));
      expect(sum(own.map(({ hours }) => hours))).toBe(standardHours);
    }
  });

  it('teaches, achieves and assesses every objective, and serves every 职业能力要求', () => {
    for (const { text, tasks, finalPoints } of course.objectives) {
      expect(text).toMatch(/^能.{14,119}$/u);
      expect(tasks.map(({ strength }) => strength)).toContain('achieve');
      expect(tasks.every(({ points }) => points.length > 0)).toBe(true);
      expect(finalPoints).not.toEqual([]);
    }
    for (const { key } of typicalWorkTask.competenceRequirements) {
      expect(course.objectives.map(({ requirements }) => requirements[key])).toContain('full');
    }
  });
});

describe.each(tables.map((table) => [`${table.level} ${table.years}`, table] as const))(
  'the 课程表 of %s years',
  (_name, { level, years, hours }) => {
    const known = new Map([
      ...general.map((course) => [course.name, course.standardHours] as const),
      ...parts.map(({ course }) => [course.name, course.standardHours] as const),
    ]);

    it('gives each course exactly its 基准学时, in no more terms than there are', () => {
      for (const [name, terms] of Object.entries(hours)) {
        expect([name, sum(terms)]).toEqual([name, known.get(name)]);
        expect(terms).toHaveLength(years * 2);
      }
    });

    it('fills no term over 600 hours and leaves the last one to 岗位实习', () => {
      const terms = Array.from({ length: years * 2 }, (_, term) =>
        sum(Object.values(hours).map((row) => row[term] ?? 0)),
      );
      expect(Math.max(...terms)).toBeLessThanOrEqual(600);
      expect(terms.at(-1)).toBe(0);
    });

    it('holds every 工学一体化 course of its level and below, lower ones not after higher ones', () => {
      const own = parts.filter((part) => level === 'advanced' || part.level === level);
      for (const { course } of own) expect(Object.keys(hours)).toContain(course.name);
      const last = (wanted: string): number[] =>
        parts
          .filter((part) => part.level === wanted)
          .map(({ course }) => hours[course.name]?.findLastIndex((one) => one > 0) ?? -1);
      if (level === 'advanced') {
        expect(Math.max(...last('intermediate'))).toBeLessThan(Math.min(...last('advanced')));
      }
    });
  },
);
