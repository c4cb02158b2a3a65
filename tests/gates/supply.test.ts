import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { trace } from '@electron/main/files/log';
import { plant, type Plants } from './planting';

const text = (path: string) => readFileSync(path, 'utf8');

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly integrity: string;
  readonly dev?: boolean;
}
interface Lock {
  packages: Record<string, Locked>;
}
const lock = () => JSON.parse(text('package-lock.json')) as Lock;

/** The members of CycloneDX 1.6 that ours has, as its schema has them. */
const hash = z.strictObject({
  alg: z.literal('SHA-512'),
  content: z.string().regex(/^[0-9a-f]{128}$/),
});
const licence = z.strictObject({ license: z.strictObject({ id: z.string().regex(/^[\w.+-]+$/) }) });
const component = z.strictObject({
  'bom-ref': z.string().min(1),
  type: z.enum(['application', 'framework', 'library']),
  name: z.string().min(1),
  version: z.string().regex(/^\d+\.\d+\.\d+/),
  description: z.string().optional(),
  hashes: z.array(hash).length(1),
  licenses: z.array(licence).length(1),
  purl: z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@[\w.-]+$/),
});
const billSchema = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  version: z.literal(1),
  serialNumber: z
    .string()
    .regex(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/),
  metadata: z.strictObject({ component: component.omit({ hashes: true }) }),
  components: z.array(component),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
});

const printed = () => execFileSync(process.execPath, ['scripts/sbom.mjs'], { encoding: 'utf8' });

describe('the bill of materials', () => {
  const bill = billSchema.parse(JSON.parse(printed()));

  it('names every package that is shipped, with version, licence and checksum, and Electron', () => {
    const notices = text('THIRD-PARTY-NOTICES.md').split('## Tools')[0] ?? '';
    const listed = [...notices.matchAll(/^\| (\S+) +\| (\d\S*) +\| (\S+) +\|/gm)];
    const wanted = listed.map(
      ([, name, version, id]) => `${name ?? ''} ${version ?? ''} ${id ?? ''}`,
    );
    expect(wanted.length).toBeGreaterThan(30);
    const electron = lock().packages['node_modules/electron'];
    wanted.push(`electron ${electron?.version ?? ''} MIT`);
    const found = bill.components.map(
      ({ name, version, licenses }) => `${name} ${version} ${licenses[0]?.license.id ?? ''}`,
    );
    expect(found.sort()).toEqual(wanted.sort());
    const { packages } = lock();
    for (const { 'bom-ref': ref, hashes } of bill.components) {
      const { integrity } = packages[ref.split('#')[1] ?? ''] ?? { integrity: '' };
      const sum = Buffer.from(hashes[0]?.content ?? '', 'hex').toString('base64');
      expect(`sha512-${sum}`).toBe(integrity);
    }
  });

  it('names each once, and every need of it is there', () => {
    const refs = bill.components.map((one) => one['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    const roots = bill.metadata.component['bom-ref'];
    expect(bill.dependencies.map(({ ref }) => ref)).toEqual([roots, ...refs]);
    for (const { dependsOn } of bill.dependencies) {
      for (const ref of dependsOn) expect(refs).toContain(ref);
    }
    const reached = new Set<string>();
    const follow = (ref: string) => {
      if (reached.has(ref)) return;
      reached.add(ref);
      bill.dependencies.find((one) => one.ref === ref)?.dependsOn.forEach(follow);
    };
    follow(roots);
    // Types alone are needed by nobody that runs.
    expect(refs.filter((ref) => !reached.has(ref) && !ref.includes('/csstype@'))).toEqual([]);
  });

  it('is the same for the same lockfile', () => {
    expect(printed()).toBe(printed());
  });
});

describe('checksums of what is packed', () => {
  it('are read by sha256sum, and one changed byte is seen', () => {
    const folder = mkdtempSync(join(tmpdir(), 'gongxue-sums-'));
    cpSync('templates/samples', join(folder, '样例'), { recursive: true });
    const script = `import { writeChecksums } from './scripts/checksums.mjs'; await writeChecksums(process.argv[1]);`;
    execFileSync(process.execPath, ['--input-type=module', '-e', script, folder]);
    const check = () =>
      spawnSync('sha256sum', ['-c', '--strict', '--quiet', 'SHA256SUMS'], { cwd: folder });
    expect(check().status).toBe(0);
    const sum = createHash('sha256')
      .update(readFileSync('templates/samples/index.json'))
      .digest('hex');
    expect(text(join(folder, 'SHA256SUMS'))).toContain(`${sum}  样例/index.json\n`);
    writeFileSync(join(folder, '样例', 'index.json'), 'x');
    expect(check().status).not.toBe(0);
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the gate on what comes from others', { timeout: 60_000 }, () => {
  const house: Plants = {
    'scripts/supply.mjs': text('scripts/supply.mjs'),
    'docs/dependencies.md': text('docs/dependencies.md'),
    'THIRD-PARTY-NOTICES.md': text('THIRD-PARTY-NOTICES.md'),
  };
  const outcome = (plants: Plants) => {
    const garden = plant({ ...house, ...plants });
    try {
      return garden.gate('supply');
    } finally {
      garden.remove();
    }
  };
  const withLock = (change: (packages: Lock['packages']) => void) => {
    const changed = lock();
    change(changed.packages);
    return { 'package-lock.json': JSON.stringify(changed) };
  };
  const page = house['docs/dependencies.md'] ?? '';

  it('passes what stands on the reviewed list', () => {
    const { passed, said } = outcome({});
    expect(passed, said).toBe(true);
  });

  it.each([
    [
      'a package nobody has looked at',
      'left-pad is shipped',
      (packages: Lock['packages']) => {
        packages['node_modules/left-pad'] = {
          version: '1.3.0',
          license: 'WTFPL',
          integrity: 'sha512-x',
        };
      },
    ],
    [
      'another licence',
      'zod is GPL-3.0 now',
      (packages: Lock['packages']) => {
        const zod = packages['node_modules/zod'];
        if (zod) packages['node_modules/zod'] = { ...zod, license: 'GPL-3.0' };
      },
    ],
    [
      'one that is gone',
      'dexie is on the list and not shipped',
      (packages: Lock['packages']) => {
        delete packages['node_modules/dexie'];
      },
    ],
  ])('fails for %s', (_, words, change) => {
    const { passed, said } = outcome(withLock(change));
    expect(passed).toBe(false);
    expect(said).toContain(words);
  });

  it('fails for a package without a reason, and for one that has grown', () => {
    const bare = page.replace(/^(\| zod .*\|)[^|]*\|$/m, '$1  |');
    expect(outcome({ 'docs/dependencies.md': bare }).said).toContain(
      'zod is listed without a reason',
    );
    const small = page.replace(/^(\| docx +\| MIT +\| )\d+ KB/m, '$110 KB');
    expect(outcome({ 'docs/dependencies.md': small }).said).toContain('docx is');
  });

  it('fails for an Electron whose major is not supported any more', () => {
    const older = text('package.json').replace(/"electron": "\d+/, '"electron": "33');
    const { passed, said } = outcome({ 'package.json': older });
    expect(passed).toBe(false);
    expect(said).toContain('is not of a supported major');
  });

  it('a release asks for a fresh list of majors', () => {
    const script = `import { supplyProblems } from './scripts/supply.mjs';
      console.log(JSON.stringify(await supplyProblems({ now: Date.parse(process.argv[1]) })));`;
    const problems = (day: string) =>
      execFileSync(process.execPath, ['--input-type=module', '-e', script, day], {
        encoding: 'utf8',
      });
    const checked = /Checked on (\S+);/.exec(page)?.[1] ?? '';
    expect(JSON.parse(problems(checked))).toEqual([]);
    expect(problems('2099-01-01')).toContain('look at it again before a release');
  });
});

describe('the source of the shell', () => {
  const sources = readdirSync('electron', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => text(join('electron', name)));

  it('registers no protocol, updater, crash reporter or telemetry', () => {
    const words =
      /setAsDefaultProtocolClient|autoUpdater|crashReporter|contentTracing|netLog|telemetry|analytics/;
    expect(sources.length).toBeGreaterThan(50);
    expect(sources.filter((source) => words.test(source))).toEqual([]);
    expect(text('electron-builder.yml')).not.toMatch(/^protocols:|^publish:/m);
  });

  it('is started by no package with a switch that opens it', () => {
    expect(text('electron-builder.yml')).toContain('executableArgs: []');
    expect(text('electron-builder.yml')).not.toMatch(/^\s*[^#\s].*--no-sandbox/m);
  });

  it('logs an error by its kind and places, never by its words, which may quote the file', () => {
    const error = Object.assign(new Error('课程目标：能检查制动系统'), { code: 'EIO' });
    expect(trace(error)).toMatch(/^Error EIO/);
    expect(trace(error)).not.toContain('课程目标');
  });
});

describe('SECURITY.md', () => {
  const rows = [...text('SECURITY.md').matchAll(/^\| (\d+) +\| (.*) \|$/gm)];

  it('has every one of the 26 items of the hardening list, each with a test that exists', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 26 }, (_, at) => at + 1),
    );
    for (const [row] of rows) {
      const named = [...row.matchAll(/`(tests\/[^`:]+\.test\.tsx?): ([^`]+)`/g)];
      expect(named.length, row).toBeGreaterThan(0);
      for (const [, file, words] of named) expect(text(file ?? ''), row).toContain(words ?? '');
    }
  });
});
