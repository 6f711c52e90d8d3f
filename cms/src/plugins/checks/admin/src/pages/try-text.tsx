import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { FindingsList } from '../findings/findings-list';
import { useTryTextMutation } from '../requests/api';

/** A text put through the checks without a document: to see what an entry hits before people do. */
export const TryText = () => {
  const [text, setText] = useState('');
  const [run, { data, error, isLoading }] = useTryTextMutation();
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={5}>
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Field.Root name="trial" id="trial" hint="贴一段文字，看现在的词表和个人信息检查会提示什么。文字不保存。">
          <Field.Label>试查</Field.Label>
          <Textarea value={text} onChange={(event: { currentTarget: { value: string } }) => setText(event.currentTarget.value)} />
          <Field.Hint />
        </Field.Root>
        <Flex justifyContent="flex-end">
          <Button variant="secondary" disabled={text.trim() === ''} loading={isLoading} onClick={() => void run(text)}>
            试查
          </Button>
        </Flex>
        {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
        {data && data.findings.length === 0 && <Notice tone="success" title="没有发现问题" />}
        {data && <FindingsList findings={data.findings} />}
        {data && <Typography variant="pi" textColor="neutral600">词表第 {data.listVersion} 版</Typography>}
      </Flex>
    </Box>
  );
};
