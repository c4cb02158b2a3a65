import { spawn } from 'node:child_process';
import { buildApp } from './build.mjs';
import { checkout } from './checkout.mjs';
import { electronPath, sandboxArguments } from './electron-path.mjs';

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error(
    '没有显示器：npm start 要打开窗口。不看窗口请用 npm run demo。\n' +
      'No display: npm start opens a window. Use npm run demo to run without one.',
  );
  process.exit(2);
}
await buildApp();
const electron = spawn(
  await electronPath(),
  [...sandboxArguments(), checkout, ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
electron.on('exit', (code) => process.exit(code ?? 1));
