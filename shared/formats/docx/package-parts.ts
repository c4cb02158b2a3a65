import { type Document, Packer } from 'docx';

/** The parts of a Word package by path, not packed yet. */
export type PackageParts = ReadonlyMap<string, string | Uint8Array>;

interface Compiler {
  readonly compile: (document: Document) => PackageParts;
}

/**
 * The parts of a document. The docx package has this step but keeps it private; going through its
 * zip would deflate and inflate every part once for nothing (a third of an export's time). The
 * version is pinned, and a version without the step is told by name.
 */
export function packageParts(document: Document): PackageParts {
  const { compiler } = Packer as unknown as { readonly compiler: Compiler | undefined };
  if (compiler === undefined) throw new Error('docx has no compiler any more');
  return compiler.compile(document);
}
