import { IDBFactory } from 'fake-indexeddb';
import { Dexie } from 'dexie';
import { expect, it } from 'vitest';
import { DraftsDatabase } from '@renderer/storage/drafts-database';
import { memoryDrafts } from '../../helpers/studio';

it('drafts go on by themselves when the disk is free again', async () => {
  memoryDrafts();
  let isFull = true;
  const factory = new IDBFactory();
  const open = factory.open.bind(factory);
  factory.open = (name, version) => {
    if (isFull) throw new DOMException('no room', 'QuotaExceededError');
    return open(name, version);
  };
  Dexie.dependencies.indexedDB = factory;
  const database = new DraftsDatabase('drafts-on-a-full-disk');
  const put = () => database.windowState.put({ key: 'columns', value: 1 });
  await expect(put()).rejects.toThrow();
  isFull = false;
  await expect(put(), 'a connection that failed stays so by itself').rejects.toThrow();
  database.reopen();
  await put();
  expect(await database.windowState.get('columns')).toEqual({ key: 'columns', value: 1 });
});
