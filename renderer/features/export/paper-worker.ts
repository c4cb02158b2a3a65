import '@shared/core/kernel/jitless';
import { fail, ok } from '@shared/core/kernel/result';
import { type Project, projectOf } from '@shared/core/model/project';
import type { Block, Paper } from '@shared/core/papers/block';
import { buildPaper } from '@shared/core/papers/build-paper';
import { writeDocx } from '@shared/formats/docx/write-docx';
import type { FileRequest, MadePaper, PaperAnswer, PaperJob } from './paper-job';

/** Makes Word files off the typing path. One job per worker; the window ends it afterwards. */
globalThis.addEventListener('message', ({ data }: MessageEvent<PaperJob>) => {
  void run(data);
});

async function run(job: PaperJob): Promise<void> {
  const build = builder(projectOf(job.records));
  for (const [index, request] of job.requests.entries()) {
    const made = await make(build, job, request);
    const answer: PaperAnswer = { index, made };
    globalThis.postMessage(answer);
  }
}

type Build = (request: FileRequest) => ReturnType<typeof buildPaper>;

/** Word and PDF of one paper follow each other and are made from one building of it. */
function builder(project: Project): Build {
  let last: { readonly of: string; readonly built: ReturnType<typeof buildPaper> } | null = null;
  return (request) => {
    const of = `${request.layoutId} ${request.subjectId ?? ''}`;
    if (last?.of !== of) last = { of, built: buildPaper(project, request) };
    return last.built;
  };
}

async function make(
  build: Build,
  job: PaperJob,
  request: FileRequest,
): Promise<PaperAnswer['made']> {
  try {
    const paper = build(request);
    if (!paper.ok) return paper;
    const extension = request.format === 'word' ? 'docx' : 'pdf';
    const { fileName, unfinished } = paper.value;
    const name = `${fileName}.${extension}`;
    const content = job.purpose === 'survey' ? nothing : await contentOf(paper.value, job, request);
    return ok({ name, unfinished, fonts: fontsOf(paper.value), ...content });
  } catch (error) {
    // A worker that dies says nothing; the window must hear why there is no file.
    const detail = error instanceof Error ? error.message : String(error);
    return fail({ reason: 'unexpected', message: `这份文件没有做成（${detail}）。` });
  }
}

type Content = Pick<MadePaper, 'bytes' | 'paper'>;
const nothing: Content = { bytes: null, paper: null };

async function contentOf(paper: Paper, job: PaperJob, request: FileRequest): Promise<Content> {
  if (request.format === 'pdf') return { bytes: null, paper };
  const { projectId, standingHash, baselineId } = job;
  const origin = { projectId, standingHash, ...(baselineId === undefined ? {} : { baselineId }) };
  return { bytes: new Uint8Array(await writeDocx(paper, origin)), paper: null };
}

/** The fonts of styles that the paper really uses. */
function fontsOf({ styles, blocks }: Paper): readonly string[] {
  const used = new Set(blocks.flatMap(stylesOf));
  const found = [...used].flatMap((name) => styles[name] ?? []);
  return [...new Set(found.flatMap(({ eastAsia, latin }) => [eastAsia, latin]))];
}

function stylesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'table':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap((cell) => cell.blocks.map(({ style }) => style)),
      );
    case 'paragraph':
    case 'heading':
      return [block.style];
    case 'pageBreak':
    case 'section':
      return [];
  }
}
