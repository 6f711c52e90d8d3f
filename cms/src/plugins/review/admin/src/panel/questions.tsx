import { Field, Radio, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { PROPOSED_KINDS, type ProposedKind } from '../../../server/src/decisions/states';
import { REVIEW_RESULTS, type ReviewResult } from '../../../server/src/decisions/transitions';
import { useColumnsQuery } from '../requests/api';

interface Question<Value> {
  value: Value;
  onChange(value: Value): void;
}

export const ReasonQuestion = ({ value, onChange, optional = false }: Question<string> & { optional?: boolean }) => (
  <Field.Root name="reason" id="review-reason" required={!optional} hint="写明具体原因，至少两个字。只在内部记录。按 Ctrl+Enter 提交。">
    <Field.Label>理由</Field.Label>
    <Textarea value={value} onChange={(event) => onChange(event.currentTarget.value)} placeholder="请写明理由" autoFocus />
    <Field.Hint />
  </Field.Root>
);

const KINDS: Record<ProposedKind, string> = {
  invalid: '失效（页面保留，注明失效）',
  repealed: '废止（页面保留，注明废止）',
  error: '发布错误（页面撤下，留有撤回说明）',
  leak: '泄密（清除全部痕迹）',
};

export const WithdrawalQuestion = ({ value, onChange }: Question<ProposedKind>) => (
  <Field.Root name="withdrawal-kind" id="review-withdrawal-kind" required>
    <Field.Label>撤回原因</Field.Label>
    <Radio.Group value={value} onValueChange={(kind) => onChange(PROPOSED_KINDS.find((each) => each === kind) ?? 'error')}>
      {PROPOSED_KINDS.map((kind) => (
        <Radio.Item key={kind} value={kind}>
          {KINDS[kind]}
        </Radio.Item>
      ))}
    </Radio.Group>
  </Field.Root>
);

/** 更正说明: the one text of a correction that everybody will read. */
export const NoteQuestion = ({ value, onChange }: Question<string>) => (
  <Field.Root name="note" id="review-note" required hint="写更正了什么，随新版本公开在页面下方。不写内部原因和个人信息。">
    <Field.Label>更正说明（公开）</Field.Label>
    <Textarea value={value} onChange={(event) => onChange(event.currentTarget.value)} placeholder="例如：更正了办理地点" />
    <Field.Hint />
  </Field.Root>
);

export const ResultQuestion = ({ value, onChange }: Question<ReviewResult>) => (
  <Field.Root name="result" id="review-result" required>
    <Field.Label>补审结论</Field.Label>
    <Radio.Group value={value} onValueChange={(result) => onChange(result === 'correct' || result === 'withdraw' ? result : 'ok')}>
      <Radio.Item value="ok">{REVIEW_RESULTS.ok}</Radio.Item>
      <Radio.Item value="correct">{REVIEW_RESULTS.correct}（开始新一轮审核，公开的版本暂时照旧）</Radio.Item>
      <Radio.Item value="withdraw">{REVIEW_RESULTS.withdraw}（立即撤下页面）</Radio.Item>
    </Radio.Group>
  </Field.Root>
);

interface ColumnProps extends Question<string> {
  label?: string;
  /** Codes to choose from; absent: all columns. */
  among?: string[];
}

export const ColumnQuestion = ({ value, onChange, label = '移到栏目', among }: ColumnProps) => {
  const { data: all = [] } = useColumnsQuery();
  const columns = all.filter(({ code }) => !among || among.includes(code));
  return (
    <Field.Root name="column" id="review-column" required>
      <Field.Label>{label}</Field.Label>
      <SingleSelect value={value} placeholder="请选择栏目" onChange={(code) => onChange(String(code))}>
        {columns.map(({ code, name }) => (
          <SingleSelectOption key={code} value={code}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </Field.Root>
  );
};

interface MomentProps extends Question<string> {
  name: string;
  label: string;
  hint?: string;
  optional?: boolean;
}

/** A plain date-time input: the admin's own picker reads the browser's time zone, this one is always Beijing time. */
export const MomentQuestion = ({ name, label, hint = '北京时间', optional = false, value, onChange }: MomentProps) => (
  <Field.Root name={name} id={`review-${name}`} required={!optional} hint={hint}>
    <Field.Label>{label}</Field.Label>
    <TextInput type="datetime-local" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    <Field.Hint />
  </Field.Root>
);
