import { clipboardForms } from '@shared/core/clipboard/clipboard-forms';
import { copyFragment } from '@shared/core/fragments/copy-fragment';
import { fragmentType } from '@shared/core/fragments/fragment';
import { readFragment } from '@shared/core/fragments/read-fragment';
import { pasteFragment } from '@shared/core/commands/paste-fragment';
import type { RecordId } from '@shared/core/kernel/id';
import { find, type Project } from '@shared/core/model/project';
import { type Kind, kindSpec } from '@shared/core/model/record';
import { offerUndo } from './offer-undo';
import type { Studio } from './studio';

type Needed = Pick<Studio, 'document' | 'messages' | 'pending' | 'platform'>;

interface CopyInput {
  readonly ids: readonly RecordId[];
  /** Pasted in the same project they are moved. */
  readonly isCut: boolean;
}

/** Puts records on the clipboard of the machine, for this app and for others; false when refused in words. */
export async function copyRecords(studio: Needed, { ids, isCut }: CopyInput): Promise<boolean> {
  studio.pending.commitAll();
  const { project, standing } = studio.document.getState();
  const origin = standing?.head.copyId ?? null;
  const copied = copyFragment(project, ids, { origin, isCut });
  if (!copied.ok) return refused(studio, copied.failure.message);
  const forms = clipboardForms(copied.value);
  const written = await studio.platform['clipboard:write']({
    text: forms['text/plain'] ?? '',
    html: forms['text/html'] ?? '',
    fragment: forms[fragmentType] ?? null,
  });
  return written.ok || refused(studio, written.failure.message);
}

/** Pastes what was copied at, beside or below a record; answers the first pasted, null when refused in words. */
export async function pasteRecords(studio: Needed, at: RecordId): Promise<RecordId | null> {
  studio.pending.commitAll();
  const { session } = studio.document.getState();
  const read = await studio.platform['clipboard:read']();
  const { project, standing, execute, session: now } = studio.document.getState();
  // Another project was opened while the clipboard answered: nothing was asked of that one.
  if (now !== session) return null;
  if (!read.ok) return refusedPaste(studio, read.failure.message);
  const { fragment: text } = read.value;
  if (text === null) return refusedPaste(studio, nothingOurs);
  const fragment = readFragment(text);
  if (!fragment.ok) return refusedPaste(studio, fragment.failure.message);
  const { roots, records } = fragment.value;
  const root = records.find(({ id }) => id === roots[0]);
  const origin = standing?.head.copyId ?? null;
  const place = placeAt(project, root?.kind ?? 'course', at);
  const result = execute(pasteFragment, { fragment: text, ...place, origin });
  if (!result.ok) return refusedPaste(studio, result.failure.message);
  offerUndo(studio, `已${result.value.label}`);
  return result.value.focus;
}

const nothingOurs =
  '剪贴板里没有从大纲复制的内容。请先在大纲里复制课程、任务等，再粘贴；文字和表格请贴到正文里。';

/** Behind a record of the kind at or above `at`, else at the end of the nearest that can hold it. */
export function placeAt(
  project: Project,
  kind: Kind,
  at: RecordId,
): { readonly parentId: RecordId | null; readonly afterId?: RecordId } {
  const seen = new Set<RecordId>();
  const { parents } = kindSpec(kind);
  let record = find(project, at);
  while (record !== undefined && !seen.has(record.id)) {
    if (record.kind === kind) return { parentId: record.parentId, afterId: record.id };
    if (parents.some((parent) => parent === record?.kind)) return { parentId: record.id };
    seen.add(record.id);
    record = find(project, record.parentId);
  }
  return { parentId: at };
}

function refused({ messages }: Needed, text: string): false {
  messages.getState().say({ tone: 'refusal', text, at: null, action: null });
  return false;
}

function refusedPaste(studio: Needed, text: string): null {
  refused(studio, text);
  return null;
}
