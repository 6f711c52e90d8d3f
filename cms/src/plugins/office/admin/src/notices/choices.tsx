import { useNotification } from '@strapi/admin/strapi-admin';
import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import type { NoticeChoice } from '../requests/answers';
import { useChooseNoticesMutation, useNoticeChoicesQuery } from '../requests/api';

/** Which kinds a person is told of, and how; each tick is kept at once. */
export const NoticeChoices = ({ mail }: { mail: boolean }) => {
  const { data: choices = [] } = useNoticeChoicesQuery();
  const [choose, { isLoading }] = useChooseNoticesMutation();
  const { toggleNotification } = useNotification();
  const change = async (kind: NoticeChoice['kind'], part: Partial<NoticeChoice>) => {
    const answer = await choose(choices.map((choice) => (choice.kind === kind ? { ...choice, ...part } : choice)));
    if ('error' in answer) toggleNotification({ type: 'danger', message: faultOf(answer.error).message });
  };
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
      <Typography tag="h2" variant="delta">
        通知哪些事
      </Typography>
      <Flex direction="column" alignItems="stretch" gap={3} paddingTop={3}>
        {choices.map((choice) => (
          <Flex key={choice.kind} gap={4} wrap="wrap" justifyContent="space-between">
            <Typography textColor="neutral800" id={`choice-${choice.kind}`}>
              {choice.kindText}
            </Typography>
            <Flex gap={4}>
              <Checkbox
                checked={choice.onScreen}
                disabled={isLoading}
                aria-describedby={`choice-${choice.kind}`}
                onCheckedChange={(on) => void change(choice.kind, { onScreen: on === true })}
              >
                后台
              </Checkbox>
              <Checkbox
                checked={choice.byMail && mail}
                disabled={isLoading || !mail}
                aria-describedby={`choice-${choice.kind}`}
                onCheckedChange={(on) => void change(choice.kind, { byMail: on === true })}
              >
                邮件
              </Checkbox>
            </Flex>
          </Flex>
        ))}
      </Flex>
    </Box>
  );
};
