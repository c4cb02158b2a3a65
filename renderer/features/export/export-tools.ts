import type { Paper } from '@shared/core/papers/block';
import type { Sheet } from '@shared/ipc/sheet';

/** What an export needs of other parts of the window; handed in where they are put together. */
export interface ExportTools {
  /** The pages of a paper as they are previewed, for a PDF. */
  readonly makeSheet: (paper: Paper) => Sheet;
  /** Those of some fonts that this machine does not have. */
  readonly missingFonts: (fonts: readonly string[]) => readonly string[];
}
