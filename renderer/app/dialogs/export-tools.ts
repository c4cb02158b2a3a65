import type { ExportTools } from '../../features/export/export-tools';
import { makeSheet } from '../../features/preview/make-sheet';
import { canvasWidths, hasFont } from '../../features/settings/paper-fonts';
import type { Studio } from '../../state/studio';

/** What an export takes from preview and settings. */
export function exportTools({ settings }: Studio): ExportTools {
  return {
    makeSheet: (paper) =>
      makeSheet(paper, { fonts: settings.getState().settings.fonts, turned: false }),
    missingFonts(fonts) {
      const widthOf = canvasWidths();
      return fonts.filter((font) => !hasFont(font, widthOf));
    },
  };
}
