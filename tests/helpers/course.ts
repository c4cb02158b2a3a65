import { apply } from '@shared/core/changes/change';
import { addCourse } from '@shared/core/commands/add-course';
import { addLearningTask } from '@shared/core/commands/add-learning-task';
import { addRecord } from '@shared/core/commands/add-record';
import { addTypicalWorkTask } from '@shared/core/commands/add-typical-work-task';
import type { Command } from '@shared/core/commands/command';
import type { Intent } from '@shared/core/making/draft';
import type { Refusal } from '@shared/core/words/refusal';
import { type Random, seededRandom } from '@shared/core/kernel/random';
import type { Kind } from '@shared/core/model/record';
import { type Project, projectOf } from '@shared/core/model/project';
import { starterRecords } from '@shared/core/model/starter';

/** A project that is written by commands, one after another, as in the window. */
export class Desk {
  project: Project;
  readonly intents: Intent[] = [];
  readonly #random: Random;

  constructor(project: Project, seed = 1) {
    this.project = project;
    this.#random = seededRandom(seed);
  }

  /** Runs a command that must be accepted; answers what it did. */
  do<Input>(command: Command<Input>, input: Input): Intent {
    const result = command.run(this.project, input, { random: this.#random });
    if (!result.ok) throw new Error(`refused: ${result.failure.message}`);
    this.project = apply(this.project, result.value.change);
    this.intents.push(result.value);
    return result.value;
  }

  /** Runs a command that must be accepted; answers the id it wants to show. */
  made<Input>(command: Command<Input>, input: Input): string {
    const { focus } = this.do(command, input);
    if (focus === null) throw new Error('the command shows nothing');
    return focus;
  }

  /** Runs a command that must be refused; answers why. */
  refused<Input>(command: Command<Input>, input: Input): Refusal {
    const result = command.run(this.project, input, { random: this.#random });
    if (result.ok) throw new Error(`accepted: ${result.value.label}`);
    return result.failure;
  }

  /** Adds a record with a text or name. */
  add(kind: Kind, parentId: string, text: string): string {
    const field = kind === 'courseStage' ? 'name' : 'text';
    return this.made(addRecord, { kind, parentId, fields: { [field]: text } });
  }
}

/** 汽车维修 / 中级 with the task and course 汽车维护: three learning tasks, two objectives, two stages. */
export function courseDesk() {
  const random = seededRandom(7);
  const records = starterRecords('汽车维修', random);
  const desk = new Desk(projectOf(records));
  const levelId = records[1]?.id ?? '';
  const workTaskId = desk.made(addTypicalWorkTask, { levelId, name: '汽车维护' });
  const courseId = desk.made(addCourse, { levelId, name: '', typicalWorkTaskId: workTaskId });
  const taskIds = ['更换机油', '更换制动片', '检修空调'].map((name) =>
    desk.made(addLearningTask, { courseId, name }),
  ) as [string, string, string];
  const objectiveIds = ['能读懂任务单', '能更换机油'].map((text) =>
    desk.add('courseObjective', courseId, text),
  ) as [string, string];
  const stageIds = ['接车', '维护'].map((name) => desk.add('courseStage', courseId, name)) as [
    string,
    string,
  ];
  return { desk, levelId, workTaskId, courseId, taskIds, objectiveIds, stageIds };
}
