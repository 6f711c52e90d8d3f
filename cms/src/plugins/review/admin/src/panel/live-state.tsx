import { Flex, Link, Loader, Typography } from '@strapi/design-system';
import { ExternalLink } from '@strapi/icons';
import type { Live, Panel } from '../requests/answers';
import { shownSecond } from '../times';
import { Notice } from './notice';

const Online = ({ live, again }: { live: Live & { liveAt: string }; again: boolean }) => (
  <Notice tone="success" title="已上线">
    {shownSecond(live.liveAt)}
    {again && '\n公开的是上一版；这一轮发布后才会更新。'}
    {live.url && (
      <>
        <br />
        <Link href={live.url} isExternal endIcon={<ExternalLink />}>
          打开公开页面
        </Link>
      </>
    )}
  </Notice>
);

const GoingOnline = () => (
  <Flex gap={2} role="status" aria-live="polite">
    <Loader small>正在上线</Loader>
    <Typography fontWeight="bold">已发布，正在上线</Typography>
  </Flex>
);

/** Whether the public sees it: 「已上线」 with its moment and address, on its way, or set aside by the publisher. */
export const LiveState = ({ panel, onRefresh }: { panel: Panel; onRefresh(): void }) => {
  const { live, setAsideReason, state } = panel;
  if (setAsideReason) {
    return (
      <Notice tone="danger" title="没有上线：页面生成失败" action={{ label: '刷新', onClick: onRefresh }}>
        {setAsideReason}
      </Notice>
    );
  }
  if (!live) return null;
  if (live.liveAt === null) return <GoingOnline />;
  return <Online live={{ ...live, liveAt: live.liveAt }} again={state !== 'released'} />;
};
