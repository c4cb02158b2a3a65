import { semestersOf, startPointName } from '../../model/start-point';
import { childrenOf } from '../../model/project';
import { boundField, words } from '../bound';
import type { ComputedFor } from './computed';
import { bracketed, joined, listed } from './values-of';

export const majorLevelComputed: ComputedFor<'majorLevel'> = {
  /** 「初中起点三年」, joined by 、 */
  years: {
    label: '各起点的学制',
    type: 'words',
    reads: ['startPoint.entry', 'startPoint.years'],
    of: (project, { id }) => listed(childrenOf(project, id, 'startPoint').map(startPointName)),
  },
  /** 「汽车维修工（四级/中级工）」, joined by 、 */
  qualifications: {
    label: '职业资格或职业技能等级',
    type: 'words',
    reads: ['qualification.name', 'qualification.skillLevel'],
    of: (project, { id }) =>
      joined(
        childrenOf(project, id, 'qualification').map((one) => [
          boundField(one, 'name'),
          ...(one.skillLevel === 'none' ? [] : bracketed(boundField(one, 'skillLevel'))),
        ]),
        '、',
      ),
  },
};

export const startPointComputed: ComputedFor<'startPoint'> = {
  name: {
    label: '起点名称',
    type: 'words',
    reads: ['startPoint.entry', 'startPoint.years'],
    of: (_project, start) => ({ values: [words(startPointName(start))], missing: null }),
  },
  terms: {
    label: '学期数',
    type: 'number',
    reads: ['startPoint.years'],
    of: (_project, start) => ({ values: [words(String(semestersOf(start)))], missing: null }),
  },
};
