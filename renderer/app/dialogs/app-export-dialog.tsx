import { ExportDialog } from '../../features/export/export-dialog';
import { useStudio } from '../../state/studio';
import { exportTools } from './export-tools';

/** The export, with what it takes from preview and settings. */
export function AppExportDialog({ onClose }: { readonly onClose: () => void }) {
  const studio = useStudio();
  return <ExportDialog tools={exportTools(studio)} onClose={onClose} />;
}
