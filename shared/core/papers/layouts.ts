import national from '../../../templates/papers/course-standard.national.json';
import tili2 from '../../../templates/papers/course-standard.tili2.json';
import assessmentMatrix from '../../../templates/papers/assessment-matrix.national.json';
import courseOffering from '../../../templates/papers/course-offering.national.json';
import majorStandard from '../../../templates/papers/major-standard.national.json';
import styleSets from '../../../templates/papers/style-sets.json';
import workTaskSummary from '../../../templates/papers/work-task-summary.national.json';
import { courseKindOrder } from '../hours/course-table';
import { type Layout, layoutSchema } from './layout';
import { type LayoutDifference, resolveLayout } from './layout-difference';
import { terms } from '../words/terms';

/** Layouts without page and styles of their own name the set they are printed in. */
const inSets: readonly { readonly layout: object; readonly styleSet: keyof typeof styleSets }[] = [
  { layout: majorStandard, styleSet: 'official' },
  { layout: courseOffering, styleSet: 'official' },
  { layout: workTaskSummary, styleSet: 'official' },
  { layout: assessmentMatrix, styleSet: 'school' },
];

/** 专业课程标准 as schools print it: another set of styles, and 课程表 of all four kinds of courses. */
const schoolStandard: LayoutDifference = {
  id: 'major-standard.school',
  version: 1,
  base: 'major-standard.national',
  title: '学校样式',
  fileNote: '学校样式',
  terms: {
    courseTableHead: terms.courseTableHead ?? '',
    'courseTable.caption': terms['courseTable.caption'] ?? '',
  },
  changes: {
    courseTable: {
      set: {
        only: { bind: 'course.courseKind', oneOf: [...courseKindOrder] },
        group: {
          bind: 'course.courseKind',
          widthMm: 25,
          labelTerm: 'courseCategory',
          sumTerm: 'subtotal',
        },
      },
    },
  },
};

const stored: readonly unknown[] = [
  national,
  tili2,
  ...inSets.map(({ layout, styleSet }) => ({ ...styleSets[styleSet], ...layout })),
];

/** Layouts are read when first asked for: reading them has to wait until the app has set zod up. */
const read = new Map<string, Layout>();

/** A shipped layout by id, or undefined. */
export function findLayout(id: string): Layout | undefined {
  if (read.size === 0) {
    for (const layout of stored.map((one) => layoutSchema.parse(one))) read.set(layout.id, layout);
    read.set(schoolStandard.id, inSchoolStyle(schoolStandard));
  }
  return read.get(id);
}

function inSchoolStyle(difference: LayoutDifference): Layout {
  const base = layoutSchema.parse({ ...styleSets.school, ...majorStandard });
  const found = resolveLayout(base, difference);
  if (!found.ok) throw new Error(found.failure.message);
  return found.value;
}
