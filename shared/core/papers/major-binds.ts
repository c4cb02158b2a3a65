import { childrenOf } from '../model/project';
import type { KnownRecord } from '../model/record';
import { startPointName } from '../model/start-point';
import { boundField, type Bound, type BoundValues, missingField } from './bound';
import { integratedCourses, levelScopes, type MajorScope, startScopes } from './major-scope';

type MajorBind = (scope: MajorScope) => BoundValues;

/** Every text of a major, level or start point that a layout may name. */
export const majorBinds: ReadonlyMap<string, MajorBind> = new Map<string, MajorBind>([
  ...ofMajor([
    'name',
    'baseCode',
    'category',
    'school',
    'issuer',
    'issueDate',
    'foreword',
    'overallGoal',
    'trainingSystem',
    'staffAdvice',
    'venueAdvice',
    'resourceAdvice',
    'managementAdvice',
    'comprehensiveEvaluation',
    'skillEvaluation',
    'graduateEvaluation',
    'offeringScope',
    'offeringCategories',
    'offeringHours',
  ]),
  ...ofLevel(['level', 'majorCode', 'employmentDirection', 'goal', 'operationMode']),
  ['level.years', yearsOfLevel],
  ['level.qualifications', qualifications],
  ['start.name', startName],
  ['major.codes', codes],
  ['major.startPoints', (scope) => listed(startNames(scope))],
  ['major.severalStartPoints', (scope) => listed(several(startNames(scope)))],
  ['major.integratedCourses', (scope) => listed(courseNames(scope))],
  ['major.severalCourses', (scope) => listed(several(courseNames(scope)))],
  ['major.higherLevels', higherLevels],
  ['major.drafters', (scope) => people(scope, ['drafter'])],
  ['major.reviewers', (scope) => people(scope, ['reviewer'])],
  ['major.developers', (scope) => people(scope, ['developer'])],
]);

function ofMajor(fields: readonly string[]): readonly [string, MajorBind][] {
  return fields.map((field) => [`major.${field}`, ({ major }) => one(major, field)]);
}

function ofLevel(fields: readonly string[]): readonly [string, MajorBind][] {
  return fields.map((field) => [`level.${field}`, ({ level }) => one(level, field)]);
}

function one(record: KnownRecord | undefined, field: string): BoundValues {
  if (record === undefined) return { values: [], missing: null };
  const value = boundField(record, field);
  return { values: [value], missing: value.text === '' ? missingField(record, field) : null };
}

/** 「中级：0403-4；高级：0403-3」 */
function codes({ levels }: MajorScope): BoundValues {
  const written = levels.filter(({ majorCode }) => majorCode !== '');
  const values = written.flatMap((level, index) => [
    ...(index === 0 ? [] : [words('；')]),
    boundField(level, 'level'),
    words('：'),
    boundField(level, 'majorCode'),
  ]);
  return { values, missing: null };
}

/** 「初中起点三年」, joined by 、 */
function yearsOfLevel(scope: MajorScope): BoundValues {
  const starts = levelScopes(scope)
    .filter(({ level }) => level?.id === scope.level?.id)
    .flatMap((one) => startScopes({ ...one, levels: one.level ? [one.level] : [] }));
  const names = starts.flatMap(({ start }) => (start ? [startPointName(start)] : []));
  return { values: names.length === 0 ? [] : [words(names.join('、'))], missing: null };
}

function startName({ start }: MajorScope): BoundValues {
  return { values: start === undefined ? [] : [words(startPointName(start))], missing: null };
}

/** The start points of the major by name, level by level. */
function startNames(scope: MajorScope): readonly string[] {
  return startScopes(scope).flatMap(({ start }) => (start ? [startPointName(start)] : []));
}

function courseNames(scope: MajorScope): readonly string[] {
  return integratedCourses(scope).map(({ name }) => name);
}

/** For words that are true of several only: nothing where there is one. */
function several(names: readonly string[]): readonly string[] {
  return names.length > 1 ? names : [];
}

function listed(names: readonly string[]): BoundValues {
  const text = names.join('、');
  // A record without a name counts all the same.
  return { values: names.length === 0 ? [] : [words(text === '' ? '　' : text)], missing: null };
}

/** Levels whose 课程表 hold the courses of a lower one as well: 「高级、预备技师（技师）」 */
function higherLevels({ levels }: MajorScope): BoundValues {
  const values = levels
    .slice(1)
    .flatMap((level, index) => [...(index === 0 ? [] : [words('、')]), boundField(level, 'level')]);
  return { values, missing: null };
}

/** 「汽车维修工（四级/中级工）」, joined by 、 */
function qualifications({ project, level }: MajorScope): BoundValues {
  const found = level === undefined ? [] : childrenOf(project, level.id, 'qualification');
  const values = found.flatMap((one, index) => [
    ...(index === 0 ? [] : [words('、')]),
    boundField(one, 'name'),
    ...(one.skillLevel === 'none' ? [] : bracketed(boundField(one, 'skillLevel'))),
  ]);
  return { values, missing: null };
}

function bracketed(value: Bound): readonly Bound[] {
  return [words('（'), value, words('）')];
}

/** 「周明远（示范技师学院汽车工程系）、…」 */
function people({ project, major }: MajorScope, roles: readonly string[]): BoundValues {
  const all = major === undefined ? [] : childrenOf(project, major.id, 'person');
  const values = all
    .filter(({ role }) => roles.includes(role))
    .flatMap((person, index) => [
      ...(index === 0 ? [] : [words('、')]),
      boundField(person, 'name'),
      ...(person.unit === '' ? [] : bracketed(boundField(person, 'unit'))),
    ]);
  return { values, missing: null };
}

function words(text: string): Bound {
  return { text, source: null };
}
