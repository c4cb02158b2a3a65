import type { Kind } from '../../model/record';
import type { Computed } from './computed';
import {
  courseAssessmentComputed,
  courseComputed,
  courseObjectiveComputed,
  taskShareComputed,
} from './course';
import { learningTaskComputed } from './learning-task';
import { majorComputed } from './major';
import { majorLevelComputed, startPointComputed } from './major-level';

/** What is computed for a kind; a kind with nothing here is read as it is written. */
const registered = new Map(
  [
    majorComputed,
    majorLevelComputed,
    startPointComputed,
    courseComputed,
    courseObjectiveComputed,
    learningTaskComputed,
    courseAssessmentComputed,
    taskShareComputed,
  ].map(({ kind, values }): [Kind, Readonly<Record<string, Computed>>] => [kind, values]),
);

/** What is computed for a kind, by name. */
export function computedFor(kind: Kind): Readonly<Record<string, Computed>> {
  return registered.get(kind) ?? {};
}
