/** What a hand does in the window, for the demo and the screenshots. */

/** Says on the console what is going on. */
export const sayStep = (words) => console.log(`· ${words}`);

/** Opens a sample as a copy: the first one, or the one with a whole major in it. */
export async function openSample(window, { whole = false } = {}) {
  await window
    .getByRole('button', { name: whole ? /^打开样例.*全专业/ : /^打开样例/ })
    .first()
    .click();
  await window.getByRole('tree').waitFor();
}

/**
 * Gives the page a size, in CSS pixels; resolves when the window is drawn as it is in that size. Asked for
 * again until the page has it: a window that is busy, with an export for example, may miss it.
 */
export async function resizeTo({ electron, window }, [width, height]) {
  // A pixel may be lost to rounding.
  const isThere = (wanted) => Math.abs(innerWidth - wanted) < 3;
  for (let trial = 0; trial < 4; trial += 1) {
    await electron.evaluate(
      // The one with the app in it: while PDFs are made there are others.
      ({ BrowserWindow }, size) =>
        BrowserWindow.getAllWindows()
          .find((one) => one.webContents.getURL().startsWith('app://studio/'))
          .setContentSize(...size),
      // The size it is believed to have would not be set again.
      [width, height + (trial % 2)],
    );
    const waited = window.waitForFunction(isThere, width, { timeout: 5_000 });
    if (await waited.then(Boolean, () => false)) return untilDrawn(window);
  }
  throw new Error(`the window does not become ${width} wide`);
}

/** Resolves when what was asked of the window until now is drawn. */
export async function untilDrawn(window) {
  await window.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}

/** Shows the page of a record: the first line of the outline whose kind is `kind`. */
export async function showRecord(window, kind) {
  await window.locator(`.outline-row[data-kind=${kind}]`).first().click();
}

export const showCourse = async (window) => {
  await showRecord(window, 'course');
  await window.getByRole('textbox', { name: '课程目标 1', exact: true }).waitFor();
};

/** Waits until the status says that everything is in the project file. */
export async function waitUntilWritten(window) {
  await window.keyboard.press('Control+s');
  await window
    .getByRole('status', { name: '保存状态' })
    .filter({ hasText: '已写入' })
    .waitFor({ timeout: 30_000 });
}

/**
 * Exports every paper of the major, of all integrated courses, in every style; `look` is called when the
 * dialog is ready. Returns the file names.
 */
export async function exportPapers(window, look) {
  await window.keyboard.press('Control+e');
  const dialog = window.getByRole('dialog', { name: '导出文件' });
  await dialog.waitFor();
  const major = dialog.getByRole('group', { name: '专业', exact: true }).getByRole('checkbox');
  for (const box of await major.all()) await box.check();
  for (const style of await dialog.getByRole('combobox', { name: /的样式$/ }).all()) {
    await style.selectOption({ label: '几种样式都要' });
  }
  const go = dialog.getByRole('button', { name: /^导出 [1-9]\d* 份$/ });
  await go.and(window.locator(':enabled')).waitFor({ timeout: 120_000 });
  await look();
  await go.click();
  const written = dialog.getByRole('list', { name: '写好的文件' });
  await written.waitFor({ timeout: 180_000 });
  const names = await written.locator('.cut').allInnerTexts();
  await dialog.getByRole('button', { name: '完成' }).click();
  return names;
}
