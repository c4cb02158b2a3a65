/**
 * The gate on what comes from others: every package that is shipped stands on the reviewed list of
 * docs/dependencies.md with its licence and size, and Electron is of a supported major. Works offline;
 * `--release` asks besides that the list of majors is fresh.
 */
import { readFile } from 'node:fs/promises';
import { inCheckout, isStarted } from './checkout.mjs';
import { lockedPackages } from './locked-packages.mjs';

/** A new major comes every eight weeks; a list of majors that is older says nothing. */
const freshForDays = 60;

const rowsOf = (text, heading) => {
  const part = text.split(/^## /m).find((one) => one.startsWith(heading)) ?? '';
  return [...part.matchAll(/^\| (.*) \|$/gm)].map(([, row]) =>
    row.split('|').map((cell) => cell.trim()),
  );
};

/** What is shipped, as THIRD-PARTY-NOTICES.md lists it: name → licence and size. */
async function shippedRows() {
  const notices = await readFile(inCheckout('THIRD-PARTY-NOTICES.md'), 'utf8');
  const sizes = [
    ...notices.split('## Tools')[0].matchAll(/^\| (\S+) \| \S+ \| (\S+) \| (\d+ KB) \|$/gm),
  ];
  const packages = (await lockedPackages()).filter(({ shipped }) => shipped);
  return packages.map(({ name, licence }) => {
    const row = sizes.find((size) => size[1] === name);
    return { name, licence, size: row?.[3] ?? '?' };
  });
}

async function packageProblems(page) {
  const listed = rowsOf(page, 'Runtime packages').slice(2);
  const shipped = await shippedRows();
  const missing = shipped.flatMap(({ name, licence }) => {
    const row = listed.find(([listedName]) => listedName === name);
    if (row === undefined) return [`${name} is shipped and not on the reviewed list`];
    if (row[1] !== licence) return [`${name} is ${licence} now, reviewed as ${row[1]}`];
    return (row[3] ?? '') === '' ? [`${name} is listed without a reason`] : [];
  });
  const surplus = listed.filter(([name]) => !shipped.some((one) => one.name === name));
  return [...missing, ...surplus.map(([name]) => `${name} is on the list and not shipped`)];
}

/** Sizes are as they were reviewed; one that has doubled since is looked at again. */
async function sizeProblems(page) {
  const listed = rowsOf(page, 'Runtime packages').slice(2);
  return (await shippedRows()).flatMap(({ name, size }) => {
    const reviewed = parseInt(listed.find(([other]) => other === name)?.[2] ?? '0', 10);
    const now = parseInt(size, 10);
    return reviewed > 0 && now > reviewed * 2 + 100
      ? [`${name} is ${size} now, reviewed at ${reviewed} KB`]
      : [];
  });
}

async function electronProblems(page) {
  const { devDependencies } = JSON.parse(await readFile(inCheckout('package.json'), 'utf8'));
  const major = devDependencies.electron.split('.')[0];
  const majors = rowsOf(page, 'Electron')
    .slice(2)
    .map(([number]) => number);
  return majors.includes(major)
    ? []
    : [`Electron ${devDependencies.electron} is not of a supported major (${majors.join(', ')})`];
}

function staleness(page, now) {
  const checked = /Checked on (\d{4}-\d{2}-\d{2})/.exec(page)?.[1] ?? '1970-01-01';
  const days = (now - Date.parse(checked)) / 86_400_000;
  return days <= freshForDays
    ? []
    : [`the list of supported majors is of ${checked}; look at it again before a release`];
}

/** What keeps the app from being checked in; with `now`, from being released. */
export async function supplyProblems({ now } = {}) {
  const page = await readFile(inCheckout('docs', 'dependencies.md'), 'utf8');
  return [
    ...(await packageProblems(page)),
    ...(await sizeProblems(page)),
    ...(await electronProblems(page)),
    ...(now === undefined ? [] : staleness(page, now)),
  ];
}

if (isStarted(import.meta)) {
  const now = process.argv.includes('--release') ? Date.now() : undefined;
  const problems = await supplyProblems({ now });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
}
