import type { Editor } from '@tiptap/core';
import { Button, Flex, TextInput, Typography } from '@strapi/design-system';
import { type KeyboardEvent, useState } from 'react';
import { findText } from './find-text';

/** 查找和替换, under the toolbar; Enter finds the next, Escape closes. */
export const FindPanel = ({ editor, disabled, onClose }: { editor: Editor; disabled: boolean; onClose(): void }) => {
  const [wanted, setWanted] = useState('');
  const [instead, setInstead] = useState('');
  const [said, setSaid] = useState('');
  const all = () => findText(editor.state.doc, wanted);
  const next = () => {
    const found = all();
    const { from, to } = editor.state.selection;
    const place = found.find((each) => each.from >= to || (each.from > from && each.to > to)) ?? found[0];
    setSaid(found.length === 0 ? '没有找到' : `第 ${found.indexOf(place ?? { from: 0, to: 0 }) + 1} 处，共 ${found.length} 处`);
    if (place) editor.chain().setTextSelection(place).scrollIntoView().run();
  };
  const replace = () => {
    const { from, to } = editor.state.selection;
    if (all().some((place) => place.from === from && place.to === to)) editor.chain().insertContentAt({ from, to }, instead === '' ? [] : { type: 'text', text: instead }).run();
    next();
  };
  const replaceAll = () => {
    const found = all();
    editor.chain().command(({ tr }) => {
      for (const { from, to } of [...found].reverse()) tr.insertText(instead, from, to);
      return true;
    }).run();
    setSaid(`已替换 ${found.length} 处`);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      next();
    }
  };
  return (
    <Flex role="search" aria-label="查找和替换" gap={2} padding={2} wrap="wrap" onKeyDown={keys} background="neutral100">
      <TextInput aria-label="查找" placeholder="查找" name="find" size="S" value={wanted} autoFocus onChange={(event: { target: { value: string } }) => setWanted(event.target.value)} />
      <TextInput aria-label="替换为" placeholder="替换为" name="replace" size="S" value={instead} disabled={disabled} onChange={(event: { target: { value: string } }) => setInstead(event.target.value)} />
      <Button size="S" variant="secondary" onClick={next} disabled={wanted === ''}>
        查找下一处
      </Button>
      <Button size="S" variant="secondary" onClick={replace} disabled={disabled || wanted === ''}>
        替换
      </Button>
      <Button size="S" variant="secondary" onClick={replaceAll} disabled={disabled || wanted === ''}>
        全部替换
      </Button>
      <Button size="S" variant="tertiary" onClick={onClose}>
        关闭查找
      </Button>
      <Typography role="status" variant="pi">
        {said}
      </Typography>
    </Flex>
  );
};
