import * as z from 'zod';

// Imported before everything else, in the window, its workers, the shell and the command line. Schemas made without it
// make code of text when they are first used: the content security policy of the window refuses and reports that, and
// for a file that is read once it takes longer than reading.
z.config({ jitless: true });
