import type { RecordId } from '../kernel/id';
import type { Random } from '../kernel/random';
import type { AnyRecord, RecordOf } from '../model/record';
import { addCourse } from './build-course';
import { addTypicalWorkTask, judged } from './build-sample';
import {
  type GeneralCourse,
  generalCoursesSchema,
  type OutlineLevel,
  type SampleFiles,
  type SampleOutline,
  sampleOutlineSchema,
  type SamplePart,
  samplePartSchema,
} from './major-source';
import { joined, type Named } from './named';
import { collectRecords, type RecordCollector } from './record-collector';

/** What the levels are made of. */
interface Contents {
  readonly outline: SampleOutline;
  readonly parts: readonly SamplePart[];
  readonly general: readonly GeneralCourse[];
  /** Ids of the persons who teach, by the name of the course. */
  readonly teachers: ReadonlyMap<string, RecordId>;
}

/**
 * The records of a sample that is a whole major, from the files of its folder. The same files and the
 * same randomness give the same records.
 * @throws when a file has another shape or names something that is not there: a fault of the sample.
 */
export function buildMajor(files: SampleFiles, random: Random): readonly AnyRecord[] {
  const into = collectRecords(random);
  const outline = sampleOutlineSchema.parse(files.outline);
  const major = addMajor(into, outline);
  const contents: Contents = {
    outline,
    parts: files.parts.map((part) => samplePartSchema.parse(part)),
    general: generalCoursesSchema.parse(files.generalCourses),
    teachers: addPeople(into, major.id, outline),
  };
  const levels = outline.levels.map((level) => addLevel(into, major.id, { level, contents }));
  for (const [index, { startPoints }] of outline.levels.entries()) {
    for (const start of startPoints) {
      addStartPoint(into, {
        levelId: levels[index] ?? '',
        start,
        reach: levels.slice(0, index + 1),
      });
    }
  }
  return judged(into.records.map((record) => owned(finished(record), contents.teachers)));
}

function addMajor(into: RecordCollector, source: SampleOutline): RecordOf<'major'> {
  const { name, baseCode, category, school, issuer, issueDate, ...texts } = source.major;
  const { advice, evaluation } = source;
  return into.add('major', null, {
    name,
    baseCode,
    category,
    school,
    issuer,
    issueDate,
    foreword: joined(texts.foreword),
    overallGoal: joined(texts.overallGoal),
    trainingSystem: joined(texts.trainingSystem),
    offeringScope: joined(texts.offering.scope),
    offeringCategories: joined(texts.offering.categories),
    offeringHours: joined(texts.offering.hours),
    staffAdvice: joined(advice.staff),
    venueAdvice: joined(advice.venue),
    resourceAdvice: joined(advice.resources),
    managementAdvice: joined(advice.management),
    comprehensiveEvaluation: joined(evaluation.comprehensive),
    skillEvaluation: joined(evaluation.skillLevel),
    graduateEvaluation: joined(evaluation.graduates),
  });
}

function addPeople(
  into: RecordCollector,
  majorId: RecordId,
  { occupations, persons, approvals, revisions }: SampleOutline,
): ReadonlyMap<string, RecordId> {
  for (const occupation of occupations) into.add('occupationLink', majorId, occupation);
  const teachers = new Map<string, RecordId>();
  for (const { teaches, ...person } of persons) {
    const { id } = into.add('person', majorId, person);
    for (const course of teaches) teachers.set(course, id);
  }
  for (const approval of approvals) into.add('approvalLine', majorId, approval);
  for (const revision of revisions) into.add('revisionLine', majorId, revision);
  return teachers;
}

function addLevel(
  into: RecordCollector,
  majorId: RecordId,
  { level, contents }: { readonly level: OutlineLevel; readonly contents: Contents },
): RecordId {
  const { id: levelId } = into.add('majorLevel', majorId, {
    level: level.level,
    majorCode: level.majorCode,
    employmentDirection: joined(level.employmentDirection),
    goal: joined(level.goal),
    operationMode: joined(level.operationMode),
  });
  for (const qualification of level.qualifications) {
    into.add('qualification', levelId, qualification);
  }
  const parts = contents.parts.filter((part) => part.level === level.level);
  // Short names are unique within one file: each part has its own.
  const named = parts.map(({ typicalWorkTask: task }) => {
    const own: Named = new Map();
    addTypicalWorkTask(into, levelId, { task, named: own });
    return own;
  });
  for (const [index, { course }] of parts.entries()) {
    addCourse(into, levelId, { course, named: named[index] ?? (new Map() as Named) });
  }
  for (const course of contents.general.filter((one) => one.level === level.level)) {
    addGeneralCourse(into, levelId, course);
  }
  return levelId;
}

/** A course that is named in tables only; it has the parts every course has. */
function addGeneralCourse(
  into: RecordCollector,
  levelId: RecordId,
  { name, courseKind, standardHours }: GeneralCourse,
): void {
  const { id } = into.add('course', levelId, { name, courseKind, standardHours });
  into.add('teachingAdvice', id, {});
  into.add('finalAssessment', into.add('courseAssessment', id, {}).id, {});
}

interface NewStart {
  readonly levelId: RecordId;
  readonly start: OutlineLevel['startPoints'][number];
  /** The levels whose courses its table may hold. */
  readonly reach: readonly RecordId[];
}

function addStartPoint(into: RecordCollector, { levelId, start, reach }: NewStart): void {
  const { courseTable, ...given } = start;
  const { id: startPointId } = into.add('startPoint', levelId, given);
  for (const [name, terms] of Object.entries(courseTable)) {
    const courses = into.records.filter(
      (record) =>
        record.kind === 'course' && record.name === name && reach.includes(record.parentId ?? ''),
    );
    const [course] = courses;
    if (course === undefined || courses.length > 1) {
      throw new Error(
        `A course table names ${name}, of which there are ${courses.length} courses.`,
      );
    }
    if (terms.length > start.years * 2) {
      throw new Error(`${name} has hours in ${terms.length} of ${start.years * 2} terms.`);
    }
    terms.forEach((hours, index) => {
      if (hours > 0) {
        into.add('courseTermHours', course.id, { startPointId, term: index + 1, hours });
      }
    });
  }
}

/** A sample is finished work. */
function finished(record: AnyRecord): AnyRecord {
  return 'finished' in record ? { ...record, finished: true } : record;
}

function owned(record: AnyRecord, teachers: ReadonlyMap<string, RecordId>): AnyRecord {
  return record.kind === 'course'
    ? { ...record, ownerId: teachers.get(record.name) ?? null }
    : record;
}
