/** `node read-mammoth.mjs F.docx` prints the paragraphs of a Word file as mammoth reads them, without empty ones. */
import { pathToFileURL } from 'node:url';
import mammoth from 'mammoth';

export async function readWithMammoth(file) {
  const { value } = await mammoth.extractRawText({ path: file });
  return value.split('\n\n').filter((text) => text.trim() !== '');
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify(await readWithMammoth(process.argv[2])));
}
