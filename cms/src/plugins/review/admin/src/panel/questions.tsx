import { Field, Radio, SingleSelect, SingleSelectOption, Textarea, TextInput } from '@strapi/design-system';
import { useColumnsQuery } from '../requests/api';

interface Question<Value> {
  value: Value;
  onChange(value: Value): void;
}

export const ReasonQuestion = ({ value, onChange }: Question<string>) => (
  <Field.Root name="reason" id="review-reason" required hint="写明具体原因，至少两个字。按 Ctrl+Enter 提交。">
    <Field.Label>理由</Field.Label>
    <Textarea value={value} onChange={(event) => onChange(event.currentTarget.value)} placeholder="请写明理由" autoFocus />
    <Field.Hint />
  </Field.Root>
);

export const WithdrawalQuestion = ({ value, onChange }: Question<'error' | 'leak'>) => (
  <Field.Root name="withdrawal-kind" id="review-withdrawal-kind" required>
    <Field.Label>撤回原因</Field.Label>
    <Radio.Group value={value} onValueChange={(kind) => onChange(kind === 'leak' ? 'leak' : 'error')}>
      <Radio.Item value="error">发布错误（页面撤下，留有撤回说明）</Radio.Item>
      <Radio.Item value="leak">泄密（清除全部痕迹）</Radio.Item>
    </Radio.Group>
  </Field.Root>
);

export const ColumnQuestion = ({ value, onChange }: Question<string>) => {
  const { data: columns = [] } = useColumnsQuery();
  return (
    <Field.Root name="column" id="review-column" required>
      <Field.Label>移到栏目</Field.Label>
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

/** A plain date-time input: the admin's own picker reads the browser's time zone, this one is always Beijing time. */
export const UntilQuestion = ({ value, onChange }: Question<string>) => (
  <Field.Root name="until" id="review-until" required hint="北京时间">
    <Field.Label>置顶至</Field.Label>
    <TextInput type="datetime-local" value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    <Field.Hint />
  </Field.Root>
);
