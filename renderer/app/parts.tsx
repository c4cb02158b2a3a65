import { later } from '../ui/later';
import { regionIds } from './regions';

/*
 * What the window can do without until it is asked for: each is read on its own, so that the first page
 * has the program of nothing else before it.
 */

const page = <main className="start" id={regionIds.page} aria-busy="true" />;

export const BackupsPage = later(
  async () => (await import('../features/backups/backups-page')).BackupsPage,
  page,
);
export const HelpPage = later(
  async () => (await import('../features/help/help-page')).HelpPage,
  page,
);
export const KeptPage = later(
  async () => (await import('../features/kept/kept-page')).KeptPage,
  page,
);
export const SettingsPage = later(
  async () => (await import('../features/settings/settings-page')).SettingsPage,
  page,
);
export const StartScreen = later(
  async () => (await import('../features/start/start-screen')).StartScreen,
  page,
);
export const SidePanel = later(async () => (await import('./side-panel')).SidePanel);
export const AboutDialog = later(async () => (await import('./dialogs/about-dialog')).AboutDialog);
export const AppExportDialog = later(
  async () => (await import('./dialogs/app-export-dialog')).AppExportDialog,
);
export const AppPalette = later(async () => (await import('./dialogs/app-palette')).AppPalette);
export const BaselineDialog = later(
  async () => (await import('../features/export/baseline-dialog')).BaselineDialog,
);
export const CreateDialog = later(
  async () => (await import('../features/start/create-dialog')).CreateDialog,
);
export const DeleteDialog = later(
  async () => (await import('./dialogs/delete-dialog')).DeleteDialog,
);
export const KeysDialog = later(
  async () => (await import('../features/help/keys-dialog')).KeysDialog,
);

/** What floats above the page takes keys at once: it is read before anybody can ask for it. */
const keyed = [AppPalette, DeleteDialog, CreateDialog, AppExportDialog, BaselineDialog, KeysDialog];

/** Reads, one after the other, what may be asked for by a key. */
export async function readAhead(): Promise<void> {
  for (const part of keyed) await part.ahead();
}
