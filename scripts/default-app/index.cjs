// Stand-in for Electron's own default app, which the test runtime does not carry:
// `electron <folder>` loads the package in that folder.
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { app } = require('electron');

const place = process.argv.findIndex((argument, at) => at > 0 && !argument.startsWith('-'));
if (place < 1) {
  process.stderr.write('usage: electron <app folder> [arguments]\n');
  process.exit(2);
}
const folder = path.resolve(process.argv[place]);
const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setAppPath(folder);
Module._load(path.join(folder, manifest.main), null, true);
