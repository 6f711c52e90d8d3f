import { Box, Flex, Link, Status, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { editAddress } from '../content-manager/document-type';
import type { PublisherState } from '../requests/desk-answers';
import { shownSecond, waited } from '../times';
import { Card, Line } from './card';

const HEALTH = {
  good: { variant: 'success', label: '正常' },
  busy: { variant: 'primary', label: '正在发布' },
  behind: { variant: 'danger', label: '有问题' },
  idle: { variant: 'secondary', label: '还没有发布过' },
} as const;

const Fact = ({ label, children, red = false }: { label: string; children: string; red?: boolean }) => (
  <Flex justifyContent="space-between" gap={4} paddingBottom={2} alignItems="flex-start">
    <Typography tag="dt" textColor="neutral600" style={{ whiteSpace: 'nowrap' }}>
      {label}
    </Typography>
    <Typography tag="dd" textColor={red ? 'danger700' : 'neutral800'} style={{ textAlign: 'end', overflowWrap: 'anywhere' }}>
      {children}
    </Typography>
  </Flex>
);

/** 网站发布: whether what was released is live. */
export const PublisherCard = ({ publisher, now }: { publisher: PublisherState; now: number }) => {
  const { health, release, waiting, since, webhookError, setAside, setAsideDocuments } = publisher;
  const { variant, label } = HEALTH[health];
  const late = health === 'behind' && waiting > 0;
  return (
    <Card id="publisher" title="网站发布">
      <Box paddingLeft={4} paddingRight={4} paddingBottom={3}>
        <Box paddingBottom={3} role={health === 'behind' ? 'alert' : undefined}>
          <Status variant={variant} size="S" width="min-content">
            <Typography tag="span" variant="omega" fontWeight="bold" style={{ whiteSpace: 'nowrap' }}>
              {label}
            </Typography>
          </Status>
        </Box>
        <dl>
          <Fact label="最近一次上线">{release ? `第 ${release.number} 版，${shownSecond(release.liveAt)}` : '没有'}</Fact>
          <Fact label="等待上线的变更" red={late}>
            {waiting === 0 ? '没有' : `${waiting} 项${since ? `，最早的已等 ${waited(since, now)}` : ''}`}
          </Fact>
          <Fact label="没有上线的稿件" red={setAside > 0}>
            {setAside === 0 ? '没有' : `${setAside} 件`}
          </Fact>
        </dl>
        {late && (
          <Typography tag="p" variant="pi" textColor="danger700">
            {webhookError ? '发布机没有应答，请系统管理员检查它是否在运行。' : '发布机收到了通知，但还没有做完，请系统管理员查看它的日志。'}
          </Typography>
        )}
      </Box>
      {setAsideDocuments.length > 0 && (
        <Box tag="ul">
          {setAsideDocuments.map((document) => (
            <Line key={document.documentId}>
              <Box minWidth={0}>
                <Link tag={NavLink} to={editAddress(document.documentId)}>
                  {document.title}
                </Link>
                <Typography tag="p" variant="pi" textColor="danger700" style={{ overflowWrap: 'anywhere' }}>
                  {document.reason}
                </Typography>
              </Box>
            </Line>
          ))}
        </Box>
      )}
    </Card>
  );
};
