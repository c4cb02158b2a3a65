/**
 * The bill of materials of what is shipped, in CycloneDX 1.6: `node scripts/sbom.mjs` prints it. It is made
 * of the lockfile alone and holds no clock, so the same lockfile gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { inCheckout, isStarted } from './checkout.mjs';
import { lockedPackages } from './locked-packages.mjs';

const electronNotes = 'with Chromium and Node.js; the test runtime is never shipped';

/** The whole bill as text. */
export async function billOfMaterials() {
  const app = JSON.parse(await readFile(inCheckout('package.json'), 'utf8'));
  const packages = await lockedPackages();
  const electron = packages.find(({ path }) => path === 'node_modules/electron');
  const shipped = [...packages.filter((one) => one.shipped), electron];
  const ref = `pkg:npm/${app.name}@${app.version}`;
  const direct = [...Object.keys(app.dependencies), 'electron'];
  const bill = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        'bom-ref': ref,
        type: 'application',
        name: app.name,
        version: app.version,
        licenses: [{ license: { id: app.license } }],
        purl: ref,
      },
    },
    components: shipped.map(component),
    dependencies: [
      { ref, dependsOn: refsOf(direct, '', shipped) },
      ...shipped.map((one) => ({ ref: refOf(one), dependsOn: needsOf(one, shipped) })),
    ],
  };
  const text = JSON.stringify(bill);
  return `${JSON.stringify({ ...bill, serialNumber: serialOf(text) }, null, 2)}\n`;
}

function component(one) {
  return {
    'bom-ref': refOf(one),
    type: one.name === 'electron' ? 'framework' : 'library',
    name: one.name,
    version: one.version,
    ...(one.name === 'electron' ? { description: electronNotes } : {}),
    hashes: [{ alg: 'SHA-512', content: hashOf(one) }],
    licenses: [{ license: { id: one.licence } }],
    purl: purlOf(one),
  };
}

const purlOf = ({ name, version }) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
/** A package that is there twice lies in two places. */
const refOf = (one) => `${purlOf(one)}#${one.path}`;

function hashOf({ name, integrity }) {
  const [kind, sum] = integrity.split('-');
  if (kind !== 'sha512' || sum === undefined) throw new Error(`no SHA-512 of ${name}`);
  return Buffer.from(sum, 'base64').toString('hex');
}

/** What Electron's package needs only fetches it; the program needs none of it. */
const needsOf = (one, shipped) =>
  one.name === 'electron' ? [] : refsOf(one.needs, `${one.path}/`, shipped);

/** Where packages of these names lie for one that lies in `from`: with it, or further out. */
function refsOf(names, from, shipped) {
  return names.flatMap((name) => {
    const found = placesOf(name, from).map((path) => shipped.find((one) => one.path === path));
    const nearest = found.find((one) => one !== undefined);
    return nearest === undefined ? [] : [refOf(nearest)];
  });
}

function placesOf(name, from) {
  const places = [`${from}node_modules/${name}`];
  for (let folder = from; folder.includes('node_modules/');) {
    folder = folder.slice(0, folder.lastIndexOf('node_modules/'));
    places.push(`${folder}node_modules/${name}`);
  }
  return places;
}

/** A serial number that is the same for the same content. */
function serialOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = (parseInt(hex[16], 16) & 3) | 8;
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant.toString(16)}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

if (isStarted(import.meta)) process.stdout.write(await billOfMaterials());
