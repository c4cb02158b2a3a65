import '@shared/core/kernel/jitless';

// A file of its own in the worker: what records are checked and hashed with takes longer to begin with than all else there.
export { createDexieDrafts } from './dexie-drafts';
