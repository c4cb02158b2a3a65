import * as z from 'zod';

// Imported before everything else, in the window and in each worker: schemas made without it would
// try to make code of text, which the content security policy refuses and reports.
z.config({ jitless: true });
