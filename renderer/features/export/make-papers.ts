import { fail } from '@shared/core/kernel/result';
import workerUrl from './paper-worker?worker&url';
import type { PaperAnswer, PaperJob } from './paper-job';

interface TrustedTypesScope {
  readonly trustedTypes?: {
    readonly createPolicy: (
      name: string,
      rules: { readonly createScriptURL: (url: string) => string },
    ) => { readonly createScriptURL: (url: string) => unknown };
  };
}

/** Makes the worker's address trusted; the policy lets through this one address only. */
function trustedWorkerUrls(): (url: string) => URL {
  const { trustedTypes } = globalThis as TrustedTypesScope;
  const policy = trustedTypes?.createPolicy('gongxue-worker', {
    createScriptURL(url) {
      if (url !== workerUrl)
        throw new TypeError('Only the paper worker of the app may be started.');
      return url;
    },
  });
  return (url) => (policy === undefined ? url : policy.createScriptURL(url)) as URL;
}

let trusted: ((url: string) => URL) | undefined;

export interface PapersUnderWay {
  /** Resolves with one answer per request; rejects never. */
  readonly answers: Promise<readonly PaperAnswer[]>;
  /** Stops the work; `answers` then never resolves. */
  readonly cancel: () => void;
}

/** Makes papers in a worker; `onAnswer` hears each as it is done. */
export function makePapers(job: PaperJob, onAnswer: (answer: PaperAnswer) => void): PapersUnderWay {
  // A policy of one name can be made only once per window.
  trusted ??= trustedWorkerUrls();
  const worker = new Worker(trusted(workerUrl), { type: 'module' });
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
