import { useId, useRef, useState } from 'react';
import type { BaselineStage } from '@shared/core/commands/make-baseline';
import { useChecks } from '../../state/use-checks';
import { useSettings, useStudio } from '../../state/studio';
import { useHeldText } from '../../state/writing/use-held-text';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { Icon } from '../../ui/icon';
import { type BaselineWords, keepBaseline } from './keep-baseline';

interface Progress {
  readonly step: 'asking' | 'making';
  readonly made: number;
  readonly of: number;
  readonly failure: string;
}

const stages: readonly { readonly id: BaselineStage; readonly word: string }[] = [
  { id: 'discussion', word: '讨论稿' },
  { id: 'submitted', word: '送审稿' },
  { id: 'final', word: '定稿' },
];

/** Asks what the frozen state is called and by whom it was made, and freezes it. */
export function BaselineDialog({
  onClose,
  onKept,
}: {
  readonly onClose: () => void;
  /** Shows what is kept, once something is. */
  readonly onKept: () => void;
}) {
  const author = useSettings((state) => state.settings.author);
  const [words, setWords] = useState<BaselineWords>({
    ...{ stage: 'submitted', name: '', note: '' },
    by: author,
  });
  useHeldText(words.name + words.note !== '' || words.by !== author);
  const { progress, keep, cancel } = useKeeping(onKept);
  const isMaking = progress.step === 'making';
  const leave = () => {
    cancel();
    onClose();
  };
  return (
    <Dialog
      title="存为讨论稿、送审稿或定稿"
      onClose={leave}
      footer={
        <>
          <span className="meta grow" role="status" aria-label="存档进度">
            {isMaking ? `正在做 ${String(progress.made)}/${String(progress.of)} 份文件…` : ''}
          </span>
          <Button onClick={leave}>取消</Button>
          <Button
            tone="primary"
            disabled={isMaking || words.by.trim() === ''}
            onClick={() => {
              keep(words);
            }}
          >
            存档
          </Button>
        </>
      }
    >
      <p>
        把现在的稿子和全套 Word
        文件原样留在项目文件里，以后可以对照改了什么，也可以再取出同一份文件。 存下之后不能再改。
      </p>
      {progress.failure === '' ? null : (
        <p className="export-failure" role="alert">
          <Icon name="stop" size={14} />
          {progress.failure}
        </p>
      )}
      <BaselineFields words={words} onChange={setWords} />
      <OpenFindings />
    </Dialog>
  );
}

function useKeeping(onKept: () => void) {
  const studio = useStudio();
  const underWay = useRef<AbortController | null>(null);
  const [progress, setProgress] = useState<Progress>({
    ...{ step: 'asking', made: 0, of: 0, failure: '' },
  });
  const keep = async (words: BaselineWords) => {
    const controller = new AbortController();
    underWay.current = controller;
    setProgress({ step: 'making', made: 0, of: 0, failure: '' });
    const name = words.name.trim() || wordOf(words.stage);
    const kept = await keepBaseline(studio, {
      words: { ...words, name, by: words.by.trim() },
      signal: controller.signal,
      onMade: (made, of) => {
        setProgress({ step: 'making', made, of, failure: '' });
      },
    });
    if (kept === null) return;
    if (!kept.ok) {
      setProgress({ step: 'asking', made: 0, of: 0, failure: kept.failure });
      return;
    }
    const text = `已存为“${name}”，连同 ${String(kept.value)} 份文件`;
    studio.messages.getState().say({ tone: 'receipt', text, at: null, action: null });
    await studio.opener.writeNow();
    onKept();
  };
  return {
    progress,
    keep: (words: BaselineWords) => void keep(words),
    cancel: () => {
      underWay.current?.abort();
    },
  };
}

function wordOf(stage: BaselineStage): string {
  return stages.find(({ id }) => id === stage)?.word ?? '';
}

function BaselineFields({
  words,
  onChange,
}: {
  readonly words: BaselineWords;
  readonly onChange: (words: BaselineWords) => void;
}) {
  const id = useId();
  return (
    <div className="baseline-fields">
      <fieldset className="export-group">
        <legend>这是</legend>
        {stages.map((stage) => (
          <label key={stage.id} className="check">
            <input
              type="radio"
              name={id}
              checked={words.stage === stage.id}
              onChange={() => {
                onChange({ ...words, stage: stage.id });
              }}
            />
            <span>{stage.word}</span>
          </label>
        ))}
      </fieldset>
      <label className="baseline-field">
        <span>名称</span>
        <input
          className="input"
          maxLength={100}
          placeholder={`例：${wordOf(words.stage)}，报教务处`}
          value={words.name}
          onChange={({ target }) => {
            onChange({ ...words, name: target.value });
          }}
        />
      </label>
      <label className="baseline-field">
        <span>经手人</span>
        <input
          className="input"
          maxLength={100}
          required
          value={words.by}
          onChange={({ target }) => {
            onChange({ ...words, by: target.value });
          }}
        />
      </label>
      <label className="baseline-field">
        <span>说明</span>
        <textarea
          className="input"
          rows={3}
          maxLength={2_000}
          value={words.note}
          onChange={({ target }) => {
            onChange({ ...words, note: target.value });
          }}
        />
      </label>
    </div>
  );
}

/** What the rules still say; nothing keeps a draft from being frozen, but nobody should overlook it. */
function OpenFindings() {
  const open = useChecks(({ report }) => report?.open.length ?? 0);
  if (open === 0) return null;
  return <p className="export-fonts">检查里还有 {open} 处，存档时照现在的样子留下。</p>;
}
