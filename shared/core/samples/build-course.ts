import type { RecordId } from '../kernel/id';
import { idOf, joined, type Named } from './named';
import type { RecordCollector } from './record-collector';
import type { CourseSource, ObjectiveSource } from './sample-source';

/** Adds a course with all below it; `named` knows the ids of what its level already has. */
export function addCourse(
  into: RecordCollector,
  levelId: RecordId,
  { course, named: ofLevel }: { readonly course: CourseSource; readonly named: Named },
): void {
  const named: Named = new Map(ofLevel);
  const { courseKind, name, standardHours, objectivesIntro, contentsIntro } = course;
  const { id: courseId } = into.add('course', levelId, {
    courseKind,
    name,
    standardHours,
    objectivesIntro,
    contentsIntro,
  });
  for (const key of course.typicalWorkTasks) {
    into.add('courseTask', courseId, { typicalWorkTaskId: idOf(named, key) });
  }
  addStages(into, courseId, { course, named });
  for (const {
    key,
    name: taskName,
    description,
    standardHours: taskHours,
  } of course.learningTasks) {
    const given = {
      name: taskName,
      description: joined(description),
      standardHours: taskHours,
    };
    named.set(key, into.add('learningTask', courseId, given).id);
  }
  for (const objective of course.objectives) addObjective(into, courseId, { objective, named });
  addAdvice(into, courseId, course.teachingAdvice);
  addAssessment(into, courseId, { course, named });
}

/** Stages with their contents, then the contents that belong to no stage. */
function addStages(
  into: RecordCollector,
  courseId: RecordId,
  { course, named }: { readonly course: CourseSource; readonly named: Named },
): void {
  for (const { key, name } of course.stages) {
    named.set(key, into.add('courseStage', courseId, { name }).id);
  }
  for (const { key, practical, theoretical } of course.stages) {
    const stageId = idOf(named, key);
    for (const text of practical) {
      into.add('learningContent', courseId, { text, contentKind: 'practical', stageId });
    }
    for (const text of theoretical) {
      into.add('learningContent', courseId, { text, contentKind: 'theoretical', stageId });
    }
  }
  for (const contentKind of ['general', 'quality', 'ideological'] as const) {
    for (const text of course.contents[contentKind]) {
      into.add('learningContent', courseId, { text, contentKind });
    }
  }
}

function addObjective(
  into: RecordCollector,
  courseId: RecordId,
  { objective, named }: { readonly objective: ObjectiveSource; readonly named: Named },
): void {
  const { text, isCore } = objective;
  const stageId = idOf(named, objective.stage);
  const { id } = into.add('courseObjective', courseId, { text, isCore, stageId });
  for (const [key, strength] of Object.entries(objective.requirements)) {
    const competenceRequirementId = idOf(named, key);
    into.add('objectiveRequirement', id, { competenceRequirementId, strength });
  }
  for (const { task, strength, hours } of objective.tasks) {
    into.add('objectiveTask', id, { learningTaskId: idOf(named, task), strength, hours });
  }
  for (const { task, points } of objective.tasks) {
    for (const point of points) {
      const learningTaskId = idOf(named, task);
      into.add('assessmentPoint', id, { text: point, learningTaskId, stageId });
    }
  }
  for (const point of objective.finalPoints) {
    into.add('assessmentPoint', id, { text: point, learningTaskId: null, stageId });
  }
}

function addAdvice(
  into: RecordCollector,
  courseId: RecordId,
  advice: CourseSource['teachingAdvice'],
): void {
  into.add('teachingAdvice', courseId, {
    staff: joined(advice.staff),
    organisationMethods: joined(advice.organisationMethods),
    venue: joined(advice.venue),
    toolsPerGroup: joined(advice.toolsPerGroup),
    documents: joined(advice.documents),
    management: joined(advice.management),
  });
}

function addAssessment(
  into: RecordCollector,
  courseId: RecordId,
  { course, named }: { readonly course: CourseSource; readonly named: Named },
): void {
  const { final, ...process } = course.assessment;
  const { id } = into.add('courseAssessment', courseId, {
    opening: joined(process.opening),
    processWeight: process.processWeight,
    finalWeight: process.finalWeight,
    skillAssessment: joined(process.skillAssessment),
    outcomeAssessment: joined(process.outcomeAssessment),
    competenceObservation: joined(process.competenceObservation),
  });
  for (const { key, share } of course.learningTasks) {
    into.add('taskShare', id, { learningTaskId: idOf(named, key), percent: share });
  }
  const { id: finalId } = into.add('finalAssessment', id, {
    explanation: joined(final.explanation),
    caseName: final.caseName,
    scenario: joined(final.scenario),
    references: into.items(final.references),
    minutes: final.minutes,
  });
  for (const text of final.requirements) into.add('taskRequirement', finalId, { text });
}
