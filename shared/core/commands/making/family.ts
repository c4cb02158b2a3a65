import { find, type Project, titleFields } from '../../model/project';
import { isKnown, type Kind, kindSpec, type KnownRecord } from '../../model/record';

/** Kinds of which a parent has exactly one; they come and go with it. */
const singletonKinds = new Set<Kind>(['teachingAdvice', 'courseAssessment', 'finalAssessment']);
/** Kinds that say that two things belong together; commands of their own make and end them. */
const mappingKinds = new Set<Kind>([
  'courseTask',
  'objectiveTask',
  'objectiveRequirement',
  'taskShare',
  'courseTermHours',
]);
/** Kinds that commands of their own make, for they go by what they are about. */
const ownCommandKinds = new Set<Kind>(['glossaryTerm', 'waiver', 'baseline', 'keptExport']);
/** Kinds that are one line of a list and are written like lines: Enter splits, Backspace joins. */
const lineFields: Readonly<Partial<Record<Kind, string>>> = {
  workObject: 'text',
  workRequirement: 'text',
  competenceRequirement: 'text',
  courseStage: 'name',
  courseObjective: 'text',
  learningContent: 'text',
  taskRequirement: 'text',
  assessmentPoint: 'text',
};
/** Fields that part one list into several on the page. */
const listFields: Readonly<Partial<Record<Kind, readonly string[]>>> = {
  learningContent: ['contentKind', 'stageId'],
  assessmentPoint: ['learningTaskId', 'stageId'],
};

export function isSingleton(kind: Kind): boolean {
  return singletonKinds.has(kind);
}

/** True for kinds that are not simply added to a list. */
export function hasOwnCommand(kind: Kind): boolean {
  return ownCommandKinds.has(kind);
}

export function isMapping(kind: Kind): boolean {
  return mappingKinds.has(kind);
}

/** The field that is the line, or undefined when the kind is no line of a list. */
export function lineFieldOf(kind: Kind): string | undefined {
  return lineFields[kind];
}

/** The field a kind is known by: name, text or the title of the case. */
export function titleFieldOf(kind: Kind): string | undefined {
  const { fields } = kindSpec(kind);
  return titleFields.find((field) => Object.hasOwn(fields, field));
}

/** The fields by which a list of this kind is parted on the page. */
export function listFieldsOf(kind: Kind): readonly string[] {
  return listFields[kind] ?? [];
}

/** What a mapping points at besides its parent; undefined for records that are no mapping. */
export function mappedTo(project: Project, record: KnownRecord): KnownRecord | undefined {
  const target = find(project, targetId(record));
  return target !== undefined && isKnown(target) ? target : undefined;
}

function targetId(record: KnownRecord): string | null {
  switch (record.kind) {
    case 'courseTask':
      return record.typicalWorkTaskId;
    case 'objectiveRequirement':
      return record.competenceRequirementId;
    case 'courseTermHours':
      return record.startPointId;
    case 'objectiveTask':
    case 'taskShare':
    case 'assessmentPoint':
      return record.learningTaskId;
    default:
      return null;
  }
}
