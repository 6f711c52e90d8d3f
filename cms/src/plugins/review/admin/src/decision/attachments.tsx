import { TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { Content } from '../../../server/src/content/content';
import { AsideSection } from './aside-section';
import { sizeText } from './page-document';
import { readFile } from './use-pictures';

const List = styled.ol`
  display: grid;
  gap: 0.4rem;
  font-size: 1.3rem;
  overflow-wrap: anywhere;
`;

const KEPT_MS = 60_000;

/** Hands a file to the browser under its name. */
const save = (blob: Blob, name: string): void => {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
};

/** Attachments as they were submitted: these bytes are what is approved. */
export const Attachments = ({ documentId, revision, files }: { documentId: string; revision: number; files: Content['attachments'] }) => {
  const [fault, setFault] = useState<string | null>(null);
  if (files.length === 0) return null;
  const open = (file: Content['attachments'][number]) => {
    setFault(null);
    readFile(documentId, revision, file.sha256).then(
      (blob) => save(blob, file.name),
      () => setFault(`「${file.name}」没有取到，请稍后再试。`),
    );
  };
  return (
    <AsideSection title="附件" count={files.length}>
      <List>
        {files.map((file) => (
          <li key={file.sha256}>
            <TextButton onClick={() => open(file)}>{file.name}</TextButton>（{sizeText(file.bytes)}）
          </li>
        ))}
      </List>
      {fault && (
        <Typography role="alert" variant="pi" textColor="danger700">
          {fault}
        </Typography>
      )}
    </AsideSection>
  );
};
