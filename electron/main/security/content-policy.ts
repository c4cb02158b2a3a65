/** Name of the one Trusted Types policy the window may make, for the addresses of its own workers. */
const workerPolicy = 'gongxue-worker';

/** What the window may load and do: its own files, nothing else. Sent as a header with every answer. */
export const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self'",
  "connect-src 'none'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  `trusted-types ${workerPolicy}`,
].join('; ');
