import { useEffect, useState } from 'react';
import { type Studio, useStudio } from '../../state/studio';

export interface FileDrop {
  /** A file is held over the window. */
  readonly over: boolean;
  /** Why what was dropped could not be opened, '' when it could. */
  readonly failure: string;
}

/** Opens a project file that is dropped anywhere on the window. */
export function useFileDrop(): FileDrop {
  const studio = useStudio();
  const [over, setOver] = useState(false);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    const held = (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    };
    const left = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const dropped = (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      void openDropped(studio, event.dataTransfer?.files[0]).then(setFailure);
    };
    window.addEventListener('dragover', held);
    window.addEventListener('dragleave', left);
    window.addEventListener('drop', dropped);
    return () => {
      window.removeEventListener('dragover', held);
      window.removeEventListener('dragleave', left);
      window.removeEventListener('drop', dropped);
    };
  }, [studio]);
  return { over, failure };
}

async function openDropped({ platform, opener }: Studio, file: File | undefined): Promise<string> {
  if (file === undefined) return '';
  const reply = await platform.dropFile(file);
  if (!reply.ok) return reply.failure.message;
  if (reply.value === null) return '这不是工学课坊的文件（.gxk）。';
  await opener.open(reply.value);
  return '';
}
