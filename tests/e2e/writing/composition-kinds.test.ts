import { join } from 'node:path';
import type { CDPSession, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FieldPlace } from '../../helpers/field-kinds';
import { focusedName, Keyboard } from '../harness/keyboard';
import { launch, makeHome, type RunningApp, type TestHome } from '../harness/launch';
import { newFromSample } from '../harness/project';

/**
 * Every kind of field with an input method: composition events are Chromium's own. In each the same
 * happens: a pause, the Enter of the candidate, Escape, a word, undo, a word within the word, leaving
 * the field in the middle.
 */
let home: TestHome;
let app: RunningApp;
let window: Page;
let keys: Keyboard;
let method: CDPSession;

interface Trial {
  /** Shows the field, puts the cursor behind its last letter and answers it. */
  readonly open: () => Promise<Locator>;
  /** Characters for a first word and for one within it; digits where only they are taken. */
  readonly words?: readonly [string, string, string];
  /** Leaves it in the middle of a composition; left out where leaving takes the field away. */
  readonly leave?: () => Promise<void>;
  /** Puts the window back. */
  readonly close?: () => Promise<void>;
}

const box = (name: string) => window.getByRole('textbox', { name, exact: true });
const combo = (name: string) => window.getByRole('combobox', { name, exact: true });
const search = (name: string) => window.getByRole('searchbox', { name, exact: true });

async function at(field: Locator): Promise<Locator> {
  await field.click();
  await window.keyboard.press('Control+End');
  return field;
}

const onCourse = (field: () => Locator) => async () => {
  await window.locator('.outline-row[data-kind=course]').first().click();
  await window
    .locator('.outline-row[data-kind=course]')
    .first()
    .and(window.locator('[aria-current]'))
    .waitFor();
  return at(field());
};
const onPart = (part: string, field: () => Locator) => async () => {
  await keys.command(`>${part}`, `到“${part}”`);
  return at(field());
};
/** A click beside all fields. */
const elsewhere = () => window.locator('.title-file').click();
const escape = async () => {
  await window.keyboard.press('Escape');
};

const trials: Readonly<Record<FieldPlace, Trial>> = {
  '一行：课程名称': { open: onCourse(() => box('课程名称')), leave: elsewhere },
  '一段：情境描述': { open: onCourse(() => box('情境描述')), leave: elsewhere },
  '清单的一条：课程目标': { open: onCourse(() => box('课程目标 1')), leave: elsewhere },
  '记录里的一条：参考资料': { open: onCourse(() => box('参考资料 1')), leave: elsewhere },
  '表格的一格：人员姓名': {
    open: onPart('人员与审批', () => box('人员 1 姓名')),
    leave: elsewhere,
  },
  '三栏：条件': {
    open: async () => {
      const sentence = await onCourse(() => box('课程目标 2'))();
      await sentence.press('F4');
      return at(box('课程目标 2 条件'));
    },
    leave: elsewhere,
  },
  '数：基准学时': {
    open: onCourse(() => box('基准学时')),
    words: ['1', '5', '0'],
    leave: elsewhere,
  },
  课程表的一格: {
    open: async () => {
      await keys.command('初中起点三年', '初中起点三年');
      const cell = window.getByRole('textbox', { name: /第1学期学时$/u });
      await window.locator('td[role=gridcell]').first().click();
      await window.keyboard.press('Control+Home');
      await window.keyboard.press('F2');
      await window.keyboard.press('End');
      return cell;
    },
    words: ['1', '5', '0'],
    leave: elsewhere,
  },
  课程表里添一门课: {
    open: async () => {
      await keys.command('初中起点三年', '初中起点三年');
      return at(box('添加公共基础课程'));
    },
    close: escape,
  },
  命令面板: {
    open: async () => {
      await window.keyboard.press('Control+k');
      return at(combo('查命令、课程、任务'));
    },
    close: escape,
  },
  查找: {
    open: async () => {
      await window.keyboard.press('Control+h');
      return at(box('查找'));
    },
    leave: elsewhere,
  },
  替换为: { open: () => at(box('替换为')), leave: elsewhere },
  筛选大纲: {
    open: () => at(search('筛选大纲')),
    leave: elsewhere,
    close: () => search('筛选大纲').fill(''),
  },
  大纲里改名: {
    open: async () => {
      await window.locator('.outline-row[data-kind=course]').first().click();
      await window.keyboard.press('Control+1');
      await keys.arrives(/^课 /);
      await window.keyboard.press('F2');
      return at(window.locator('.outline-rename'));
    },
    close: escape,
  },
  新建专业的名称: {
    open: async () => {
      await window.keyboard.press('Control+n');
      return at(box('专业名称'));
    },
    close: escape,
  },
  定稿的名称: {
    open: async () => {
      await keys.command('>dinggao', '存为讨论稿');
      return at(window.getByRole('dialog').getByRole('textbox', { name: '名称' }));
    },
    close: escape,
  },
  设置里的姓名: {
    open: async () => {
      await keys.command('>shezhi', '设置…');
      return at(window.getByRole('textbox', { name: /姓名/ }));
    },
    leave: elsewhere,
    close: () => window.keyboard.press('Alt+ArrowLeft'),
  },
  保留的理由: {
    open: async () => {
      await keys.command('>看检查', '看检查');
      await window
        .locator('#region-side')
        .getByRole('listitem')
        .getByRole('button')
        .first()
        .click();
      await window.getByRole('button', { name: /^保留/ }).first().click();
      return at(box('保留的理由'));
    },
    close: escape,
  },
  查找职业: {
    open: onPart('专业信息', () => combo('查找职业')),
    leave: elsewhere,
    close: () => combo('查找职业').fill(''),
  },
  筛选用语: {
    open: onPart('学校用语', () => search('筛选用语')),
    leave: elsewhere,
    close: () => search('筛选用语').fill(''),
  },
};

/** Shows pinyin under the cursor and leaves it there. */
async function compose(pinyin: string): Promise<void> {
  for (let length = 1; length <= pinyin.length; length += 1) {
    const text = pinyin.slice(0, length);
    await method.send('Input.imeSetComposition', {
      text,
      selectionStart: length,
      selectionEnd: length,
    });
  }
}

/** A key as Chromium delivers it while an input method has it. */
async function pressInMethod(key: string): Promise<void> {
  const event = { key, code: key, windowsVirtualKeyCode: 229 };
  await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event });
  await method.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
}

/** The status beside the file name says that the last change is saved; it stands behind a dialog, too. */
const isSaved = () =>
  window
    .locator('[role="status"][aria-label="保存状态"]')
    .evaluate(({ dataset }) => dataset.savedSeq === dataset.headSeq);
const choose = (text: string) => method.send('Input.insertText', { text });
const callOff = () =>
  method.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });

beforeAll(async () => {
  home = await makeHome();
  const file = join(home.documents, '汽车维修.gxk');
  newFromSample('qiche-weixiu', file);
  app = await launch({ home, files: [file] });
  window = app.window;
  keys = new Keyboard(window);
  method = await window.context().newCDPSession(window);
  await window.getByRole('tree').waitFor();
});
afterAll(async () => {
  await app.kill();
  await home.remove();
});

describe('an input method', () => {
  it.each(Object.entries(trials))('is left in peace in “%s”', async (_, trial) => {
    const field = await trial.open();
    const name = await focusedName(window);
    const before = await field.inputValue();
    const [word, within, last] = trial.words ?? ['维护', '车', '检'];

    // All that was written before is saved meanwhile; then the Enter that takes a candidate.
    await compose('weihu');
    await expect.poll(isSaved).toBe(true);
    await pressInMethod('Enter');
    expect(await field.inputValue()).toBe(`${before}weihu`);
    expect(await focusedName(window)).toBe(name);

    // Escape is the method's: it calls off the composition and nothing else.
    await pressInMethod('Escape');
    await callOff();
    expect(await field.inputValue()).toBe(before);
    expect(await focusedName(window)).toBe(name);

    // A word is one step for undo.
    await compose('weihu');
    await choose(word);
    expect(await field.inputValue()).toBe(before + word);
    await window.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue()).toBe(before);

    // A word within a word.
    await field.focus();
    await window.keyboard.press('End');
    await compose('weihu');
    await choose(word + last);
    await window.keyboard.press('ArrowLeft');
    await compose('che');
    await choose(within);
    expect(await field.inputValue()).toBe(before + word + within + last);

    if (trial.leave !== undefined) {
      await compose('jian');
      await trial.leave();
      await expect.poll(() => field.inputValue()).toBe(before + word + within + last);
    }
    await trial.close?.();
  });
});
