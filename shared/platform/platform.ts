/** The bridge object the preload puts on `window`; see `shared/ipc/contract.ts`. */
export const bridgeName = 'gongxue';
/** What the shell says of itself, without being asked, comes over this channel. */
export const shellEventChannel = 'shell:event';
/** Scheme and origin the window is served from. */
export const appScheme = 'app';
export const appOrigin = 'app://studio';
/** Extension of project files, without the dot. */
export const projectExtension = 'gxk';
