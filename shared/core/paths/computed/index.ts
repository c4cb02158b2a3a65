import type { Kind } from '../../model/record';
import type { Computed, ComputedFor } from './computed';
import {
  courseAssessmentComputed,
  courseComputed,
  courseObjectiveComputed,
  taskShareComputed,
} from './course';
import { learningTaskComputed } from './learning-task';
import { majorComputed } from './major';
import { majorLevelComputed, startPointComputed } from './major-level';

/** What is computed for each kind; what has nothing here is read as it is written. */
const registered: { readonly [K in Kind]?: ComputedFor<K> } = {
  major: majorComputed,
  majorLevel: majorLevelComputed,
  startPoint: startPointComputed,
  course: courseComputed,
  courseObjective: courseObjectiveComputed,
  learningTask: learningTaskComputed,
  courseAssessment: courseAssessmentComputed,
  taskShare: taskShareComputed,
};

/** What is computed for a kind, by name. */
export function computedFor(kind: Kind): Readonly<Record<string, Computed>> {
  return registered[kind] ?? {};
}
