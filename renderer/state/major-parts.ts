import type { RecordId } from '@shared/core/kernel/id';
import type { Place } from '@shared/core/model/place';
import { find, type Project } from '@shared/core/model/project';
import {
  type AnyRecord,
  type FieldName,
  isKnown,
  type Kind,
  kindSpec,
} from '@shared/core/model/record';

interface Part {
  readonly id: string;
  readonly title: string;
  /** One character for the outline. */
  readonly tag: string;
  /** Fields of the major that are written there. */
  readonly fields: readonly FieldName<'major'>[];
}

/**
 * A major is too much for one page: these parts of it have pages of their own. What is in none of
 * them stands on the page of the major itself. In the order of the 专业课程标准.
 */
export const majorParts = [
  {
    id: 'goals',
    title: '培养目标与体制',
    tag: '标',
    fields: ['overallGoal', 'trainingSystem'],
  },
  {
    id: 'offering',
    title: '课程设置说明',
    tag: '设',
    fields: ['offeringScope', 'offeringCategories', 'offeringHours'],
  },
  {
    id: 'advice',
    title: '实施建议',
    tag: '施',
    fields: ['staffAdvice', 'venueAdvice', 'resourceAdvice', 'managementAdvice'],
  },
  {
    id: 'evaluation',
    title: '考核与评价',
    tag: '评',
    fields: ['comprehensiveEvaluation', 'skillEvaluation', 'graduateEvaluation'],
  },
  {
    id: 'people',
    title: '人员与审批',
    tag: '人',
    fields: [],
  },
  { id: 'terms', title: '学校用语', tag: '词', fields: [] },
] as const satisfies readonly Part[];

export type MajorPartId = (typeof majorParts)[number]['id'];

const parts: readonly (Part & { readonly id: MajorPartId })[] = majorParts;

/** The part that a place is written in; undefined for the page of the record itself. */
export function partOfPlace({ field, missing }: Place): MajorPartId | undefined {
  if (missing !== undefined) return partOfKind(missing);
  return parts.find(({ fields }) => fields.some((name) => name === field))?.id;
}

/** The part that shows a record below a major; undefined when the page of its owner does. */
function partOfRecord(record: AnyRecord | undefined): MajorPartId | undefined {
  return record !== undefined && isKnown(record) ? partOfKind(record.kind) : undefined;
}

function partOfKind(kind: Kind): MajorPartId | undefined {
  return parts.find(({ id }) => id === kindSpec(kind).part)?.id;
}

/** What a page of the major is called. */
export function partTitle(id: MajorPartId): string {
  return parts.find((part) => part.id === id)?.title ?? '';
}

/** The part shown for a page that names a record and perhaps a part of it. */
export function partShown(
  project: Project,
  page: { readonly id: RecordId; readonly part?: MajorPartId | undefined },
): MajorPartId | undefined {
  const record = find(project, page.id);
  return record?.kind === 'major' ? page.part : partOfRecord(record);
}
