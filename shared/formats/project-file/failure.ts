import type { ProjectSummary } from './summary';

/**
 * Why a project file cannot be read or written. `message` is for the teacher; `detail` is English,
 * for a log or a bug report, and may quote the file.
 */
export interface ProjectFileFailure {
  readonly reason:
    'not-ours' | 'damaged' | 'too-new' | 'too-large' | 'too-many' | 'forbidden-key' | 'cannot-hold';
  readonly message: string;
  readonly detail: string;
  /** With 'too-new': what the file says about itself, for a look without opening; else null. */
  readonly summary: ProjectSummary | null;
}

const messages: Readonly<Record<ProjectFileFailure['reason'], string>> = {
  'not-ours': '这不是工学课坊的项目文件（.gxk）。',
  damaged: '这个项目文件已损坏，没有打开。请改用备份，或向发给您文件的人再要一份。',
  'too-new': '这个项目文件是用更新版本的工学课坊写的。请先升级本软件，再打开它。',
  'too-large': '这个项目文件太大：解开后超过 200 MB，或压缩得不合常理，没有打开。',
  'too-many': '这个项目文件里的内容太多：最多 5,000 个部分、200,000 条记录，没有打开。',
  'forbidden-key': '这个项目文件里有不允许的内容，可能被人动过手脚，没有打开。',
  'cannot-hold': '项目里有文件放不下的内容，没有写入。',
};

/** Makes a failure with the usual words for its reason, or others when given. */
export function fileFailure(
  reason: ProjectFileFailure['reason'],
  detail: string,
  message: string = messages[reason],
): ProjectFileFailure {
  return { reason, message, detail, summary: null };
}

/**
 * Carries a failure out of nested reading code. Never leaves this folder: the public functions turn
 * it into a value with `guarded`.
 */
export class FileProblem extends Error {
  readonly failure: ProjectFileFailure;

  constructor(failure: ProjectFileFailure) {
    super(failure.detail);
    this.failure = failure;
  }
}

/** Stops reading with a named failure. */
export function giveUp(
  reason: ProjectFileFailure['reason'],
  detail: string,
  message?: string,
): never {
  throw new FileProblem(fileFailure(reason, detail, message));
}
