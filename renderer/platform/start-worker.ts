interface TrustedTypesScope {
  readonly trustedTypes?: {
    readonly createPolicy: (
      name: string,
      rules: { readonly createScriptURL: (url: string) => string },
    ) => { readonly createScriptURL: (url: string) => unknown };
  };
}

/** The workers of the app as the build names them. */
const ownWorker = /\/assets\/(drafts|paper|checks)-worker-[\w-]+\.js$/;

/** Makes the address of a worker trusted; the policy lets through the workers of the app only. */
function trustedWorkerUrls(): (url: string) => URL {
  const { trustedTypes } = globalThis as TrustedTypesScope;
  const policy = trustedTypes?.createPolicy('gongxue-worker', {
    createScriptURL(url) {
      const { origin, pathname } = new URL(url, globalThis.location.href);
      if (origin !== globalThis.location.origin || !ownWorker.test(pathname)) {
        throw new TypeError('Only the workers of the app may be started.');
      }
      return url;
    },
  });
  return (url) => (policy === undefined ? url : policy.createScriptURL(url)) as URL;
}

let trusted: ((url: string) => URL) | undefined;

/** Starts one of the app's own workers. */
export function startWorker(url: string): Worker {
  // A policy of one name can be made only once per window.
  trusted ??= trustedWorkerUrls();
  return new Worker(trusted(url), { type: 'module' });
}
