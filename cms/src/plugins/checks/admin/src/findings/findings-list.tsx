import { Badge, Box, Field, Flex, TextButton, TextInput, Typography } from '@strapi/design-system';
import type { Finding } from '../requests/answers';
import type { Reasons } from './refused-findings';

/** Reasons that come again and again; a click fills the field, which may then be changed. */
const COMMON_REASONS: Record<string, string[]> = {
  mobile: ['单位对外公布的办公号码'],
  landline: ['单位对外公布的办公电话'],
  'e-mail': ['单位对外公布的邮箱'],
  plate: ['公务车辆，依法公开'],
  'home-address': ['依法应当公开'],
  'title-in-use': ['定期发布，标题相同'],
  link: ['已点开核对，内容无误'],
  'unreadable-attachment': ['已打开附件逐页核对，没有个人信息'],
  'table-header': ['仅用于排版'],
  'named-attachment': ['附件内容已写在正文里'],
  'future-date': ['预告将来的事项'],
  'wrong-character': ['引用原文，不能改'],
  'forbidden-word': ['引用法规原文'],
};
const FOR_ALL = ['已核对，情况属实'];

const Excerpt = ({ excerpt }: { excerpt: NonNullable<Finding['excerpt']> }) => (
  <Typography variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
    {excerpt.before}
    <mark style={{ background: '#ffe08a', color: 'inherit', fontWeight: 600, padding: '0 2px' }}>{excerpt.match}</mark>
    {excerpt.after}
  </Typography>
);

const ReasonField = ({ finding, value, onChange }: { finding: Finding; value: string; onChange(reason: string): void }) => (
  <Box paddingTop={2}>
    <Field.Root name={`reason-${finding.key}`} id={`reason-${finding.key}`} required>
      <Field.Label>保留的理由</Field.Label>
      <TextInput value={value} placeholder="写明为什么可以保留" onChange={(event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value)} />
    </Field.Root>
    <Flex gap={3} paddingTop={1} wrap="wrap">
      {[...(COMMON_REASONS[finding.check] ?? []), ...FOR_ALL].map((reason) => (
        <TextButton key={reason} onClick={() => onChange(reason)}>
          {reason}
        </TextButton>
      ))}
    </Flex>
  </Box>
);

interface Props {
  findings: Finding[];
  /** Reasons by the finding's key; without `onReason` they are only shown. */
  reasons?: Reasons;
  onReason?(key: string, reason: string): void;
}

/** What the checks found: where, what, why, and what to do; warnings with the reason for letting them pass. */
export const FindingsList = ({ findings, reasons = {}, onReason }: Props) => (
  <Flex tag="ol" direction="column" alignItems="stretch" gap={3} aria-label="检查结果">
    {findings.map((finding) => {
      const stops = finding.severity === 'stop';
      const given = reasons[finding.key] ?? '';
      return (
        <Box
          tag="li"
          key={finding.key}
          padding={3}
          hasRadius
          background={stops ? 'danger100' : 'warning100'}
          borderColor={stops ? 'danger200' : 'warning200'}
        >
          <Flex gap={2} wrap="wrap" paddingBottom={1}>
            <Badge backgroundColor={stops ? 'danger600' : 'warning200'} textColor={stops ? 'neutral0' : 'neutral800'}>
              {stops ? '必须修改' : '提醒'}
            </Badge>
            <Typography fontWeight="bold">{finding.title}</Typography>
            <Typography variant="pi" textColor="neutral700" style={{ overflowWrap: 'anywhere' }}>
              {finding.place.label}
            </Typography>
          </Flex>
          {finding.excerpt && <Excerpt excerpt={finding.excerpt} />}
          <Typography tag="p" variant="pi" textColor="neutral800" style={{ overflowWrap: 'anywhere' }}>
            {finding.message}
            {finding.hint}
          </Typography>
          {!stops && onReason && <ReasonField finding={finding} value={given} onChange={(reason) => onReason(finding.key, reason)} />}
          {!stops && !onReason && given && (
            <Typography tag="p" variant="pi" fontWeight="semiBold">
              已写明理由：{given}
            </Typography>
          )}
        </Box>
      );
    })}
  </Flex>
);
