import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** The folder that holds package.json; every script works from here, wherever it was called. */
export const checkout = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** An absolute path inside the checkout. */
export const inCheckout = (...parts) => join(checkout, ...parts);

/** True when this file was started by node itself and not imported. */
export const isStarted = (meta) => process.argv[1] === fileURLToPath(meta.url);
