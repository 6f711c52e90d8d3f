import { Flex, Typography } from '@strapi/design-system';
import type { Finding } from '../requests/answers';
import { FindingsList } from './findings-list';
import type { Reasons } from './refused-findings';

interface Props {
  findings: Finding[];
  reasons: Reasons;
  onReason(key: string, reason: string): void;
}

/** In the dialog of a command the checks have refused: what to mend, or the reasons to go on with. */
export const FindingsQuestion = ({ findings, reasons, onReason }: Props) => {
  const stops = findings.filter(({ severity }) => severity === 'stop').length;
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography fontWeight="bold" textColor={stops > 0 ? 'danger700' : 'warning700'} role="status">
        {stops > 0
          ? `检查发现 ${stops} 处必须修改${findings.length > stops ? `，另有 ${findings.length - stops} 处提醒` : ''}。请修改后再办理。`
          : `检查发现 ${findings.length} 处提醒。请返回修改，或逐处写明保留的理由；理由记入审计记录。`}
      </Typography>
      {stops > 0 ? <FindingsList findings={findings} /> : <FindingsList findings={findings} reasons={reasons} onReason={onReason} />}
    </Flex>
  );
};
