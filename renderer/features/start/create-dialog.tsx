import { useRef, useState } from 'react';
import { starterRecords } from '@shared/core/model/starter';
import { useSettings, useStudio } from '../../state/studio';
import { Button } from '../../ui/button';
import { isComposing } from '../../ui/composition';
import { Dialog } from '../../ui/dialog';
import { useFirstField } from '../../ui/use-first-field';

/** Asks for the name of a new major; everything else is written on its pages. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }) {
  const { opener, random } = useStudio();
  const school = useSettings((state) => state.settings.school);
  const [name, setName] = useState('');
  const { field, takeFocus, before } = useFirstField<HTMLInputElement>();
  // The new major puts the focus where it is written in.
  const created = useRef(false);
  const title = name.trim();
  const create = () => {
    if (title === '') {
      field.current?.focus();
      return;
    }
    created.current = true;
    onClose();
    void opener.create(title, starterRecords(title, random, school));
  };
  return (
    <Dialog
      title="新建专业"
      onClose={onClose}
      initialFocus={field}
      finalFocus={() => !created.current && before()}
      footer={
        <>
          <span className="meta grow">存到 文档/工学课坊，以后可以另存到别处</span>
          <Button onClick={onClose}>取消</Button>
          <Button tone="primary" disabled={title === ''} onClick={create}>
            新建
          </Button>
        </>
      }
    >
      <label className="text-field">
        <span>专业名称</span>
        <input
          ref={takeFocus}
          value={name}
          maxLength={60}
          placeholder="例：汽车维修"
          onChange={(event) => {
            setName(event.target.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || isComposing(event)) return;
            // Else the press goes on to what has the focus after the dialog.
            event.preventDefault();
            create();
          }}
        />
      </label>
      <p className="meta">
        {school === ''
          ? '学校可以以后写；在设置里填一次，以后新建都先填上。'
          : `学校先填“${school}”`}
      </p>
    </Dialog>
  );
}
