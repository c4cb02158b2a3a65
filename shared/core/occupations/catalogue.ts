import data from '../../../templates/occupations.json';
import { readOccupationCatalogue } from './occupation';

/**
 * The shipped catalogue. It is large and rarely wanted: the window loads this file with `import()`
 * when a teacher looks for an occupation, so that it costs nothing at start.
 */
export const occupationCatalogue = readOccupationCatalogue(data);
