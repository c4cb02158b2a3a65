import { itemCode, newId } from '@shared/core/kernel/id';
import { keyBetween } from '@shared/core/kernel/order-key';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { AnyFieldValue, FieldSpec } from '@shared/core/model/field';
import { type Project, projectOf } from '@shared/core/model/project';
import {
  type AnyRecord,
  type ForeignRecord,
  type Kind,
  kindSpec,
  type KnownRecord,
  newRecord,
} from '@shared/core/model/record';

/** One of a list; undefined when it is empty. */
export function pick<Item>(random: Random, list: readonly Item[]): Item | undefined {
  return list[random.below(Math.max(1, list.length))];
}

const words = [
  '接车',
  '检查',
  '能按照维修手册，独立完成检修',
  '更换机油（0.5 L）',
  'PLC',
  '𠮷林',
  '“安全”与5S',
  '第一段\n第二段',
  '',
];

/** A few Han words, now and then empty, with a rare character or Latin ones. */
function randomText(random: Random): string {
  const count = random.below(4);
  return Array.from({ length: count }, () => pick(random, words) ?? '').join('，');
}

/** A line as a teacher could type it. */
export function randomLine(random: Random): string {
  return randomText(random).replaceAll('\n', ' ');
}

/**
 * A whole project out of a number: levels, tasks, courses with every kind below them, mappings,
 * locks, lists, equal order keys as after a merge, and records of a kind we do not know.
 */
export function randomProject(seed: number): Project {
  const random = seededRandom(seed);
  const builder = new Builder(random);
  const major = builder.add('major', null);
  const levels = (['intermediate', 'advanced', 'preTechnician'] as const).slice(
    0,
    1 + random.below(3),
  );
  for (const level of levels) {
    const { id } = builder.add('majorLevel', major.id, { level });
    builder.tasks(id);
    builder.courses(id);
  }
  builder.wholeMajor(major.id);
  builder.addForeign(major.id);
  return projectOf(builder.records);
}

type Values = Readonly<Record<string, AnyFieldValue>>;

class Builder {
  readonly records: AnyRecord[] = [];
  readonly #random: Random;
  readonly #last = new Map<string, string>();

  constructor(random: Random) {
    this.#random = random;
  }

  add(kind: Kind, parentId: string | null, given: Values = {}): KnownRecord {
    const id = newId(kindSpec(kind).code, this.#random);
    const record = {
      ...newRecord(kind, { id, parentId, order: this.#order(kind, parentId) }),
      ...this.#values(kind),
      ...given,
    };
    this.records.push(record);
    return record;
  }

  addForeign(parentId: string): void {
    const id = newId('zz', this.#random);
    const stored = { kind: 'future', id, parentId, order: 'a0', shade: { deep: [1, '二'] } };
    const record: ForeignRecord = { kind: '?future', id, parentId, order: 'a0', stored };
    this.records.push(record);
  }

  tasks(levelId: string): void {
    this.#some(1, 3, () => {
      const { id } = this.add('typicalWorkTask', levelId);
      this.#some(0, 4, () => this.add('workObject', id));
      this.#some(0, 4, () => this.add('workRequirement', id));
      this.#some(1, 3, () => this.add('competenceRequirement', id));
    });
  }

  courses(levelId: string): void {
    this.#some(1, 2, () => {
      const { id } = this.add('course', levelId);
      this.#some(0, 3, () => this.add('courseStage', id));
      this.#some(1, 4, () => this.add('courseObjective', id));
      this.#some(0, 5, () => this.add('learningContent', id, { stageId: this.#stageOf(id) }));
      this.#some(1, 4, () => this.add('learningTask', id));
      this.add('teachingAdvice', id);
      this.#assessment(id);
      this.#mappings(id);
    });
  }

  /** What a 专业课程标准 has besides tasks and courses: start points, hours by term, people, waivers. */
  wholeMajor(majorId: string): void {
    const persons = this.#some(0, 3, () => this.add('person', majorId));
    for (const kind of ['approvalLine', 'revisionLine', 'occupationLink'] as const) {
      this.#some(0, 2, () => this.add(kind, majorId));
    }
    this.#some(0, 2, () => this.add('glossaryTerm', majorId, { termId: 'workOrganization' }));
    this.#some(0, 2, () => {
      const recordId = pick(this.#random, this.#all('course'))?.id ?? null;
      this.add('waiver', majorId, { recordId });
    });
    this.#some(0, 1, () => this.add('keptExport', this.add('baseline', majorId).id));
    for (const { id } of this.#all('majorLevel')) {
      this.#some(0, 2, () => this.add('qualification', id));
      this.#some(0, 2, () => this.add('startPoint', id, { years: 1 + this.#random.below(6) }));
    }
    for (const course of this.#all('course')) this.#terms(course);
    for (const course of this.#all('course')) {
      const ownerId = pick(this.#random, [null, ...persons])?.id ?? null;
      this.records[this.records.indexOf(course)] = { ...course, ownerId } as AnyRecord;
    }
  }

  /** Hours in the tables that hold the course: those of its level and of the levels above. */
  #terms(course: AnyRecord): void {
    const levels = this.#all('majorLevel').map(({ id }) => id);
    const rank = levels.indexOf(course.parentId ?? '');
    for (const start of this.#all('startPoint')) {
      if (levels.indexOf(start.parentId ?? '') < rank) continue;
      for (const term of [1, 2, 3]) {
        if (this.#once(3)) {
          this.add('courseTermHours', course.id, { startPointId: start.id, term });
        }
      }
    }
  }

  #all(kind: Kind): readonly AnyRecord[] {
    return this.records.filter((record) => record.kind === kind);
  }

  #assessment(courseId: string): void {
    const { id } = this.add('courseAssessment', courseId);
    const final = this.add('finalAssessment', id);
    this.#some(0, 4, () => this.add('taskRequirement', final.id));
    for (const task of this.#below(courseId, 'learningTask')) {
      this.add('taskShare', id, { learningTaskId: task.id });
    }
  }

  #mappings(courseId: string): void {
    const tasks = this.#below(courseId, 'learningTask');
    const requirements = this.records.filter(({ kind }) => kind === 'competenceRequirement');
    for (const task of this.records.filter(({ kind }) => kind === 'typicalWorkTask')) {
      if (this.#once(3)) this.add('courseTask', courseId, { typicalWorkTaskId: task.id });
    }
    for (const objective of this.#below(courseId, 'courseObjective')) {
      for (const task of tasks) {
        const learningTaskId = this.#once(5) ? null : task.id;
        if (this.#once(2)) this.add('objectiveTask', objective.id, { learningTaskId: task.id });
        if (this.#once(2)) {
          const stageId = this.#stageOf(courseId);
          this.add('assessmentPoint', objective.id, { learningTaskId, stageId });
        }
      }
      for (const { id } of requirements) {
        if (this.#once(4)) {
          this.add('objectiveRequirement', objective.id, { competenceRequirementId: id });
        }
      }
    }
  }

  #below(parentId: string, kind: Kind): readonly AnyRecord[] {
    return this.records.filter((record) => record.parentId === parentId && record.kind === kind);
  }

  #stageOf(courseId: string): string | null {
    return this.#once(3)
      ? null
      : (pick(this.#random, this.#below(courseId, 'courseStage'))?.id ?? null);
  }

  /** True once in so many times. */
  #once(times: number): boolean {
    return this.#random.below(times) === 0;
  }

  #some<Made>(least: number, most: number, make: () => Made): readonly Made[] {
    const count = least + this.#random.below(most - least + 1);
    return Array.from({ length: count }, make);
  }

  #order(kind: Kind, parentId: string | null): string {
    const place = `${parentId ?? ''} ${kind}`;
    const last = this.#last.get(place) ?? null;
    const order = last !== null && this.#once(8) ? last : keyBetween(last, null, this.#random);
    this.#last.set(place, order);
    return order;
  }

  #values(kind: Kind): Values {
    const values: Record<string, AnyFieldValue> = {};
    for (const [field, spec] of Object.entries(kindSpec(kind).fields)) {
      const value = randomValue(this.#random, spec);
      if (value !== undefined) values[field] = value;
    }
    return values;
  }
}

/** A valid value of a field; undefined for refs and stamps, which need a project. */
export function randomValue(random: Random, spec: FieldSpec): AnyFieldValue | undefined {
  switch (spec.type) {
    case 'line':
      return randomLine(random);
    case 'text':
      return randomText(random);
    case 'items':
      return Array.from({ length: random.below(4) }, () => ({
        id: newId(itemCode, random),
        text: randomLine(random),
      }));
    case 'hours':
      return random.below(4) === 0 ? null : random.below(240) / 2;
    case 'percent':
      return random.below(4) === 0 ? null : random.below(101);
    case 'count':
      return random.below(4) === 0 ? null : random.below(300);
    case 'flag':
      return random.below(4) === 0;
    case 'choice':
      return pick(random, spec.options) ?? '';
    case 'ref':
    case 'stamp':
      return undefined;
  }
}
