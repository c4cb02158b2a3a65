import { pointsAt } from '../../coverage/coverage';
import { childrenOf } from '../../model/project';
import type { RecordOf } from '../../model/record';
import { type Bound, boundField, boundNumber, words } from '../bound';
import { computed } from './computed';
import { assessmentFigures, courseFigures } from './course-figures';
import { contentsByStage, pointsByTask, shares } from './course-groups';
import { objectivesByStage, pointRows } from './point-rows';
import { numberOf } from './values-of';

export const courseComputed = computed('course', {
  standardHours: {
    label: '基准学时',
    type: 'number',
    reads: ['course.standardHours', 'learningTask.standardHours'],
    of: (project, course) =>
      numberOf(course, 'standardHours', courseFigures(project, course.id).standardHours),
  },
  contentsByStage: {
    label: '各工作环节的学习内容',
    type: 'groups',
    reads: ['learningContent.text', 'learningContent.contentKind', 'learningContent.stageId'],
    of: contentsByStage,
  },
  pointsByTask: {
    label: '各学习任务的考核要点',
    type: 'groups',
    reads: ['assessmentPoint.text', 'assessmentPoint.learningTaskId'],
    of: pointsByTask,
  },
  shares: {
    label: '各学习任务在过程性考核中的占比',
    type: 'groups',
    reads: ['taskShare.percent', 'taskShare.learningTaskId'],
    of: shares,
  },
  pointRows: {
    label: '考核要点对应表',
    type: 'rows',
    columns: { stage: '工作环节', objective: '课程目标', where: '考核任务', points: '考核要点' },
    reads: [
      'courseObjective.text',
      'courseObjective.stageId',
      'assessmentPoint.text',
      'assessmentPoint.learningTaskId',
    ],
    of: pointRows,
  },
  objectivesByStage: {
    label: '各工作环节的课程目标',
    type: 'records',
    kind: 'courseObjective',
    reads: ['courseObjective.stageId'],
    of: (project, course) => objectivesByStage(project, course).map(({ objective }) => objective),
  },
});

export const courseObjectiveComputed = computed('courseObjective', {
  number: {
    label: '课程目标的编号',
    type: 'number',
    reads: [],
    of: (project, { id, parentId }) => {
      const all = childrenOf(project, parentId, 'courseObjective');
      const at = all.findIndex((one) => one.id === id);
      return { values: [words(String(at + 1))], missing: null };
    },
  },
  finalPoints: {
    label: '终结性考核的考核要点',
    type: 'words',
    reads: ['assessmentPoint.text', 'assessmentPoint.learningTaskId'],
    of: (project, { id }) => ({ values: written(pointsAt(project, id, null)), missing: null }),
  },
});

function written(points: readonly RecordOf<'assessmentPoint'>[]): readonly Bound[] {
  return points.map((point) => boundField(point, 'text')).filter(({ text }) => text !== '');
}

export const courseAssessmentComputed = computed('courseAssessment', {
  processWeight: {
    label: '过程性考核权重',
    type: 'number',
    reads: ['courseAssessment.processWeight', 'courseAssessment.finalWeight'],
    of: (project, one) =>
      numberOf(one, 'processWeight', assessmentFigures(project, one.id).weights.process),
  },
  finalWeight: {
    label: '终结性考核权重',
    type: 'number',
    reads: ['courseAssessment.processWeight', 'courseAssessment.finalWeight'],
    of: (project, one) =>
      numberOf(one, 'finalWeight', assessmentFigures(project, one.id).weights.final),
  },
});

export const taskShareComputed = computed('taskShare', {
  percent: {
    label: '占比',
    type: 'number',
    reads: ['taskShare.percent'],
    of: (project, share) => {
      const { percents } = assessmentFigures(project, share.parentId ?? '');
      return {
        values: [boundNumber(share, 'percent', percents.get(share.id) ?? null)],
        missing: null,
      };
    },
  },
});
