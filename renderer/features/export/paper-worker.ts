import '../../jitless';
import { fail, ok } from '@shared/core/kernel/result';
import { type Project, projectOf } from '@shared/core/model/project';
import { buildPaper, type PaperRequest } from '@shared/core/papers/build-paper';
import { writeDocx } from '@shared/formats/docx/write-docx';
import type { PaperAnswer, PaperJob } from './paper-job';

/** Makes Word files off the typing path. One job per worker; the window ends it afterwards. */
globalThis.addEventListener('message', ({ data }: MessageEvent<PaperJob>) => {
  void run(data);
});

async function run(job: PaperJob): Promise<void> {
  const project = projectOf(job.records);
  for (const [index, request] of job.requests.entries()) {
    const made = await make(project, job, request);
    const answer: PaperAnswer = { index, made };
    globalThis.postMessage(answer);
  }
}

async function make(
  project: Project,
  { projectId, standingHash }: PaperJob,
  request: PaperRequest,
): Promise<PaperAnswer['made']> {
  try {
    const paper = buildPaper(project, request);
    if (!paper.ok) return paper;
    const bytes = await writeDocx(paper.value, { projectId, standingHash });
    const { fileName, unfinished } = paper.value;
    return ok({ name: `${fileName}.docx`, bytes: new Uint8Array(bytes), unfinished });
  } catch (error) {
    // A worker that dies says nothing; the window must hear why there is no file.
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ reason: 'unexpected', message: `这份文件没有做成（${detail}）。` });
  }
}
