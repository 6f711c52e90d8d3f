import { Button, Flex, Loader, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { DifferenceView } from '../difference/difference-view';
import { useChanges } from '../difference/use-changes';
import { Key } from '../keyboard/key';
import { FaultNotice } from '../panel/fault-notice';
import { faultOf } from '../requests/fault';
import { useCompareQuery } from '../requests/reviewing';
import type { DecisionAnswer } from '../requests/reviewing-answers';
import { shownMinute } from '../times';

interface Props {
  decision: DecisionAnswer & { revision: number };
  base: number;
  onBase(base: number): void;
  onShown(): void;
}

/** What changed since another revision; which one can be chosen. */
export const ChangesView = ({ decision: { documentId, revision, live, revisions }, base, onBase, onShown }: Props) => {
  const { data, error, isFetching, refetch } = useCompareQuery({ documentId, from: base, to: revision });
  const goToChange = useChanges();
  useEffect(() => {
    if (data) onShown();
  }, [data, onShown]);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} padding={5}>
      <Flex gap={3} wrap="wrap" justifyContent="space-between">
        <Flex gap={2} wrap="wrap">
          <Typography variant="pi" textColor="neutral600">
            相比
          </Typography>
          <SingleSelect size="S" aria-label="相比哪一版" value={String(base)} onChange={(value) => onBase(Number(value))}>
            {revisions
              .filter((one) => one.revision !== revision)
              .map((one) => (
                <SingleSelectOption key={one.revision} value={String(one.revision)}>
                  {`第 ${one.revision} 版（${shownMinute(one.madeAt)}${one.revision === live ? '，公开中' : ''}）`}
                </SingleSelectOption>
              ))}
          </SingleSelect>
        </Flex>
        {data && data.difference.changes > 0 && (
          <Flex gap={2}>
            <Typography variant="pi" textColor="neutral700">
              {data.difference.changes} 处改动
            </Typography>
            <Button size="S" variant="tertiary" onClick={() => goToChange(-1)}>
              上一处 <Key>P</Key>
            </Button>
            <Button size="S" variant="tertiary" onClick={() => goToChange(1)}>
              下一处 <Key>N</Key>
            </Button>
          </Flex>
        )}
      </Flex>
      {isFetching && !data && <Loader small>正在比较</Loader>}
      {error && !data && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
      {data && <DifferenceView difference={data.difference} />}
    </Flex>
  );
};
