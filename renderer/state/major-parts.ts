import type { RecordId } from '@shared/core/kernel/id';
import { find, type Project } from '@shared/core/model/project';
import type { AnyRecord, FieldName, Kind } from '@shared/core/model/record';

interface Part {
  readonly id: string;
  readonly title: string;
  /** One character for the outline. */
  readonly tag: string;
  /** Fields of the major that are written there. */
  readonly fields: readonly FieldName<'major'>[];
  /** Children of the major that are written there. */
  readonly kinds: readonly Kind[];
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
    kinds: [],
  },
  {
    id: 'offering',
    title: '课程设置说明',
    tag: '设',
    fields: ['offeringScope', 'offeringCategories', 'offeringHours'],
    kinds: [],
  },
  {
    id: 'advice',
    title: '实施建议',
    tag: '施',
    fields: ['staffAdvice', 'venueAdvice', 'resourceAdvice', 'managementAdvice'],
    kinds: [],
  },
  {
    id: 'evaluation',
    title: '考核与评价',
    tag: '评',
    fields: ['comprehensiveEvaluation', 'skillEvaluation', 'graduateEvaluation'],
    kinds: [],
  },
  {
    id: 'people',
    title: '人员与审批',
    tag: '人',
    fields: [],
    kinds: ['person', 'approvalLine', 'revisionLine'],
  },
  { id: 'terms', title: '学校用语', tag: '词', fields: [], kinds: ['glossaryTerm'] },
] as const satisfies readonly Part[];

export type MajorPartId = (typeof majorParts)[number]['id'];

const parts: readonly (Part & { readonly id: MajorPartId })[] = majorParts;

/** The part that a field, or a kind of children, is written in; undefined for the page of the record itself. */
export function partOfField(field: string | null): MajorPartId | undefined {
  return parts.find(({ fields, kinds }) => [...fields, ...kinds].some((name) => name === field))
    ?.id;
}

/** The part that shows a record below a major; undefined when the page of its owner does. */
function partOfRecord(record: AnyRecord | undefined): MajorPartId | undefined {
  return parts.find(({ kinds }) => kinds.some((kind) => kind === record?.kind))?.id;
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
