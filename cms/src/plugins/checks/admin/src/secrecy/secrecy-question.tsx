import { Field, Flex, Radio, Textarea, TextButton, TextInput, Typography } from '@strapi/design-system';
import type { SecrecyInput } from '../requests/answers';

export const EMPTY_SECRECY: SecrecyInput = { result: 'publishable', basis: '', note: '' };

const SHORTEST_BASIS = 2;

/** What is to be sent; null while the basis is missing. */
export const secrecyOf = (value: SecrecyInput): SecrecyInput | null =>
  value.basis.trim().length < SHORTEST_BASIS ? null : { result: value.result, basis: value.basis.trim(), note: value.note.trim() };

const COMMON_BASES = ['不涉及国家秘密、工作秘密、商业秘密和个人隐私', '起草单位已作保密审查，本站复核同意', '上级机关已公开的文件'];

interface Props {
  value: SecrecyInput;
  onChange(value: SecrecyInput): void;
  /** With an approval only one result makes sense; the other is recorded by itself. */
  onlyPublishable?: boolean;
}

/** 保密审查: result and basis, as 条例 第十七条 and 保守国家秘密法 第三十五条 ask for them. */
export const SecrecyQuestion = ({ value, onChange, onlyPublishable = false }: Props) => (
  <Flex direction="column" alignItems="stretch" gap={3}>
    <Typography variant="pi" textColor="neutral700">
      保密审查针对送审的这一版内容和附件；内容改动后须重新审查。审查人、时间、依据和结果记入审计记录。
    </Typography>
    {!onlyPublishable && (
      <Field.Root name="secrecy-result" id="secrecy-result" required>
        <Field.Label>审查结果</Field.Label>
        <Radio.Group value={value.result} onValueChange={(result: string) => onChange({ ...value, result: result === 'not-publishable' ? 'not-publishable' : 'publishable' })}>
          <Radio.Item value="publishable">可以公开</Radio.Item>
          <Radio.Item value="not-publishable">不予公开（不能发布，须退回）</Radio.Item>
        </Radio.Group>
      </Field.Root>
    )}
    <Field.Root name="secrecy-basis" id="secrecy-basis" required hint="写明为什么可以公开或不予公开。">
      <Field.Label>{onlyPublishable ? '保密审查：可以公开的依据' : '审查依据'}</Field.Label>
      <TextInput value={value.basis} onChange={(event: { currentTarget: { value: string } }) => onChange({ ...value, basis: event.currentTarget.value })} />
      <Field.Hint />
    </Field.Root>
    <Flex gap={3} wrap="wrap">
      {COMMON_BASES.map((basis) => (
        <TextButton key={basis} onClick={() => onChange({ ...value, basis })}>
          {basis}
        </TextButton>
      ))}
    </Flex>
    <Field.Root name="secrecy-note" id="secrecy-note">
      <Field.Label>备注（选填）</Field.Label>
      <Textarea value={value.note} onChange={(event: { currentTarget: { value: string } }) => onChange({ ...value, note: event.currentTarget.value })} />
    </Field.Root>
  </Flex>
);
