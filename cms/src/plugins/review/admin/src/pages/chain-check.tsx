import { Box, ProgressBar, Typography } from '@strapi/design-system';
import { useEffect } from 'react';
import { FaultNotice } from '../panel/fault-notice';
import { Notice } from '../panel/notice';
import { useVerificationQuery } from '../requests/api';
import { faultOf } from '../requests/fault';
import { ChainVerification } from './chain-verification';

const LOOK_EVERY_MS = 500;

/** A check of the chain from its start to its result; how far it is while it runs. */
export const ChainCheck = ({ id, onDone }: { id: string; onDone(): void }) => {
  const { data: job, error, refetch } = useVerificationQuery(id);
  const over = Boolean(job?.verification || job?.error || error);
  useEffect(() => {
    if (over) {
      onDone();
      return undefined;
    }
    const timer = setInterval(() => void refetch(), LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [over, refetch, onDone]);
  if (error) return <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />;
  if (job?.error) return <Notice tone="danger" title="核对没有完成">{`${job.error}。请稍后再试，或查看 log/cms.log。`}</Notice>;
  if (job?.verification) return <ChainVerification verification={job.verification} />;
  const share = job && job.total > 0 ? Math.min(100, Math.floor((job.checked / job.total) * 100)) : 0;
  return (
    <Box background="neutral0" hasRadius shadow="tableShadow" padding={4} role="status">
      <Typography textColor="neutral800">
        正在核对审计链：{job?.checked ?? 0} / {job?.total ?? '…'}
      </Typography>
      <Box paddingTop={2}>
        <ProgressBar value={share} size="M" aria-label="核对进度" />
      </Box>
    </Box>
  );
};
