import { Box, Button, Flex, Table, Tbody, Td, Th, Thead, Tr, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { StoredWord } from '../requests/answers';
import { SEVERITIES } from './words-csv';

const PAGE = 50;

/** @param least width in characters that stays on a telephone, where the table is moved sideways instead */
const Text = ({ children, least }: { children: string; least: number }) => (
  <Box minWidth={`${least}em`}>
    <Typography textColor="neutral800" style={{ whiteSpace: 'normal', overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Box>
);

interface Props {
  words: StoredWord[];
  isLeader: boolean;
  busy: boolean;
  onRemove(word: StoredWord): void;
}

/** The entries of one list, fifty at a time. */
export const WordsTable = ({ words, isLeader, busy, onRemove }: Props) => {
  const [shown, setShown] = useState(PAGE);
  if (words.length === 0) {
    return (
      <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
        <Typography textColor="neutral600">{isLeader ? '还没有领导名单。加入姓名和现任职务后，送审时会核对。' : '没有符合条件的词。'}</Typography>
      </Box>
    );
  }
  return (
    <>
      <Table colCount={6} rowCount={words.length + 1}>
        <Thead>
          <Tr>
            {[isLeader ? '姓名' : '词', isLeader ? '现任职务' : '建议写法', '级别', '说明', '自版本', '操作'].map((head) => (
              <Th key={head}>
                <Typography variant="sigma">{head}</Typography>
              </Th>
            ))}
          </Tr>
        </Thead>
        <Tbody>
          {words.slice(0, shown).map((word) => (
            <Tr key={word.id}>
              <Td>
                <Text least={6}>{word.word}</Text>
              </Td>
              <Td>
                <Text least={6}>{isLeader ? word.titles.join('、') : word.replacement || '—'}</Text>
              </Td>
              <Td>
                <Text least={4}>{SEVERITIES[word.severity]}</Text>
              </Td>
              <Td>
                <Text least={16}>{word.note || '—'}</Text>
              </Td>
              <Td>
                <Text least={5}>{`第 ${word.since} 版`}</Text>
              </Td>
              <Td>
                <Button variant="danger-light" size="S" disabled={busy} onClick={() => onRemove(word)} aria-label={`删除 ${word.word}`}>
                  删除
                </Button>
              </Td>
            </Tr>
          ))}
        </Tbody>
      </Table>
      {words.length > shown && (
        <Flex justifyContent="center" paddingTop={4}>
          <Button variant="tertiary" onClick={() => setShown(shown + PAGE)}>
            再显示 {Math.min(PAGE, words.length - shown)} 条（共 {words.length} 条）
          </Button>
        </Flex>
      )}
    </>
  );
};
