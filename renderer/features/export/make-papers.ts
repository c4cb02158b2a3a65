import { fail } from '@shared/core/kernel/result';
import { startWorker } from '../../platform/start-worker';
import workerUrl from './paper-worker?worker&url';
import type { PaperAnswer, PaperJob } from './paper-job';

export interface PapersUnderWay {
  /** Resolves with one answer per request; rejects never. */
  readonly answers: Promise<readonly PaperAnswer[]>;
  /** Stops the work; `answers` then never resolves. */
  readonly cancel: () => void;
}

/** Makes papers in a worker; `onAnswer` hears each as it is done. */
export function makePapers(job: PaperJob, onAnswer: (answer: PaperAnswer) => void): PapersUnderWay {
  const worker = startWorker(workerUrl);
  const answers: PaperAnswer[] = [];
  const done = new Promise<readonly PaperAnswer[]>((resolve) => {
    const finish = () => {
      worker.terminate();
      resolve(answers);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<PaperAnswer>) => {
      answers.push(data);
      onAnswer(data);
      if (answers.length === job.requests.length) finish();
    });
    worker.addEventListener('error', ({ message }) => {
      const made = fail({ reason: 'unexpected', message: `制作文件的程序停了（${message}）。` });
      for (let index = answers.length; index < job.requests.length; index += 1) {
        answers.push({ index, made });
      }
      finish();
    });
  });
  worker.postMessage(job);
  return {
    answers: done,
    cancel: () => {
      worker.terminate();
    },
  };
}
