import { Button, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import { FaultNotice } from '../panel/fault-notice';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import { useAddNoteMutation, useColleaguesQuery, useNotesQuery } from '../requests/reviewing';
import { shownMinute } from '../times';

const List = styled.ol`
  display: grid;
  gap: 1rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.6;

  header {
    display: flex;
    justify-content: space-between;
    gap: 0.8rem;
  }

  time {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
  }

  p {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
`;

/** The name being written behind an `@` at the end of what was typed. */
const callIn = (text: string): string | null => /@([^\s@]{0,20})$/.exec(text)?.[1] ?? null;

const MOST_OFFERED = 5;

const Offers = ({ text, onChoose }: { text: string; onChoose(text: string): void }) => {
  const call = callIn(text);
  const { data = [] } = useColleaguesQuery(undefined, { skip: call === null });
  const offered = call === null ? [] : data.filter(({ name }) => name.includes(call) && name !== call).slice(0, MOST_OFFERED);
  if (offered.length === 0) return null;
  return (
    <Flex gap={1} wrap="wrap" role="group" aria-label="提醒同事">
      {offered.map(({ id, name, role }) => (
        <Button key={id} size="S" variant="tertiary" onClick={() => onChoose(`${text.slice(0, text.length - (call?.length ?? 0))}${name} `)}>
          {name}（{role}）
        </Button>
      ))}
    </Flex>
  );
};

/** 内部意见: what colleagues tell each other; never public, only added to. */
export const Notes = ({ documentId }: { documentId: string }) => {
  const { data } = useNotesQuery(documentId, { refetchOnMountOrArgChange: true });
  const [add, { isLoading }] = useAddNoteMutation();
  const [text, setText] = useState('');
  const [fault, setFault] = useState<Fault | null>(null);
  if (!data) return null;
  const send = async () => {
    if (text.trim() === '') return;
    setFault(null);
    const answer = await add({ documentId, text: text.trim() });
    if ('error' in answer) setFault(faultOf(answer.error));
    else setText('');
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {data.notes.length > 0 ? (
        <List>
          {data.notes.map((note) => (
            <li key={note.seq}>
              <header>
                <strong>{note.author}</strong>
                <time dateTime={note.at}>{shownMinute(note.at)}</time>
              </header>
              <p>{note.text}</p>
            </li>
          ))}
        </List>
      ) : (
        <Typography variant="pi" textColor="neutral600">
          还没有。写在这里的只有参与审核的同事看得到，不会公开，也不能修改或删除。
        </Typography>
      )}
      {data.mayWrite && (
        <>
          <Textarea
            id="review-note"
            aria-label="写内部意见"
            value={text}
            maxLength={2000}
            placeholder="写给同事的话；用 @ 提醒某人，Ctrl+Enter 发送"
            onChange={(event) => setText(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
              if (event.key === 'Escape') event.currentTarget.blur();
            }}
          />
          <Offers text={text} onChoose={setText} />
          {fault && <FaultNotice fault={fault} onRefresh={() => setFault(null)} />}
          <Flex justifyContent="flex-end">
            <Button size="S" variant="secondary" loading={isLoading} disabled={text.trim() === ''} onClick={() => void send()}>
              发送
            </Button>
          </Flex>
        </>
      )}
    </Flex>
  );
};
