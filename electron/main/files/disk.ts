/**
 * Every file system call the shell makes, as a port: tests make the n-th call fail, record the order
 * of calls, or hold a file open. All failures are thrown with a Node error code (`codeOf`).
 */
export interface Disk {
  /** 'new' fails with EEXIST when the file is there; 'existing' fails with ENOENT when it is not. */
  readonly open: (path: string, mode: 'new' | 'existing') => Promise<DiskFile>;
  /** Fails with EFBIG when the file is larger than anything of ours can be: nothing is read without a bound. */
  readonly readFile: (path: string) => Promise<Uint8Array>;
  /** The bytes from `at` on; fewer than `length` only when the file ends before. */
  readonly readAt: (path: string, at: number, length: number) => Promise<Uint8Array>;
  /** What lies at a path, links not followed; null when nothing does. */
  readonly stat: (path: string) => Promise<DiskStat | null>;
  /** What tells this very file from every copy of it, as far as the file system knows. */
  readonly identity: (path: string) => Promise<string>;
  /** The path with every link followed. */
  readonly realPath: (path: string) => Promise<string>;
  readonly list: (path: string) => Promise<readonly string[]>;
  /** Makes a folder and those above it; no error when it is there. */
  readonly makeFolder: (path: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly removeFolder: (path: string) => Promise<void>;
  /** Makes names in a folder durable (fsync of the directory; nothing to do on Windows). */
  readonly syncFolder: (path: string) => Promise<void>;
  /** Fails when this user may not write the file. */
  readonly checkWritable: (path: string) => Promise<void>;
}

/** An open file; `position` counts bytes from its start. */
export interface DiskFile {
  readonly write: (bytes: Uint8Array, position: number) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly truncate: (size: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface DiskStat {
  readonly type: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

/** The Node error code of a failed call, '' when it has none. */
export function codeOf(error: unknown): string {
  const code: unknown =
    typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}
