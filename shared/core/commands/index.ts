import { addAssessmentPoint } from './add-assessment-point';
import { addCourse } from './add-course';
import { addLearningTask } from './add-learning-task';
import { addLevel } from './add-level';
import { addListItem } from './add-list-item';
import { addRecord } from './add-record';
import { addStartPoint } from './add-start-point';
import { addTypicalWorkTask } from './add-typical-work-task';
import { buildObjectiveText } from './build-objective-text';
import { distributeHours } from './distribute-hours';
import { distributeShares } from './distribute-shares';
import { distributeTermHours } from './distribute-term-hours';
import { duplicateRecords } from './duplicate-records';
import { editField } from './edit-field';
import { editListItem } from './edit-list-item';
import { fillTermHours } from './fill-term-hours';
import { joinRecords } from './join-records';
import { judgeMapping } from './judge-mapping';
import { link } from './link';
import { linkNew } from './link-new';
import { makeBaseline } from './make-baseline';
import { markFinished } from './mark-finished';
import { moveListItem } from './move-list-item';
import { moveRecord } from './move-record';
import { moveRecords } from './move-records';
import { pasteFragment } from './paste-fragment';
import { pasteGlossaryTerms } from './paste-glossary-terms';
import { pasteListItems } from './paste-list-items';
import { pasteRows } from './paste-rows';
import { pasteStartPoints } from './paste-start-points';
import { removeListItems } from './remove-list-items';
import { removeRecords } from './remove-records';
import { replaceText } from './replace-text';
import { setGlossaryTerm } from './set-glossary-term';
import { setTermHours } from './set-term-hours';
import { setWeights } from './set-weights';
import { splitRecord } from './split-record';
import { unlink } from './unlink';
import { unwaiveFinding } from './unwaive-finding';
import { waiveFinding } from './waive-finding';
import type { Command } from './command';

/** Every command there is; menus, palette and tests read this list. A command runs only with its own kind of input. */
export const commands: readonly Command<never>[] = [
  addAssessmentPoint,
  addCourse,
  addLearningTask,
  addLevel,
  addListItem,
  addRecord,
  addStartPoint,
  addTypicalWorkTask,
  buildObjectiveText,
  distributeHours,
  distributeShares,
  distributeTermHours,
  duplicateRecords,
  editField,
  editListItem,
  fillTermHours,
  joinRecords,
  judgeMapping,
  link,
  linkNew,
  makeBaseline,
  markFinished,
  moveListItem,
  moveRecord,
  moveRecords,
  pasteFragment,
  pasteGlossaryTerms,
  pasteListItems,
  pasteRows,
  pasteStartPoints,
  removeListItems,
  removeRecords,
  replaceText,
  setGlossaryTerm,
  setTermHours,
  setWeights,
  splitRecord,
  unlink,
  unwaiveFinding,
  waiveFinding,
];
