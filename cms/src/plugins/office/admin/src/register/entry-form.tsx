import { Flex } from '@strapi/design-system';
import { useDepartmentsQuery } from '../../../../review/admin/src/requests/api';
import type { Kind } from '../../../server/src/decisions/register';
import { ChoiceField, LongField, TextField } from '../form-fields';
import type { Form } from './words';
import { DISCLOSURE, RELAY, SECRECY, URGENCY } from './words';

interface Props {
  kind: Kind;
  form: Form;
  onChange(part: Partial<Form>): void;
  disabled?: boolean;
}

/** Fields of an entry, in the order of the paper register. */
export const EntryForm = ({ kind, form, onChange, disabled }: Props) => {
  const { data: departments = [] } = useDepartmentsQuery();
  const own = departments.filter((department) => department.own);
  const offered = own.length > 0 ? own : departments;
  const incoming = kind === 'in';
  const text = (name: keyof Form) => ({ name, value: form[name], disabled, onChange: (value: string) => onChange({ [name]: value }) });
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start">
      <TextField label={incoming ? '收文日期' : '发文日期'} type="date" required {...text('day')} />
      {incoming && <TextField label="收到时间（北京时间）" type="datetime-local" hint="24 小时转载时限从这时算起" {...text('receivedAt')} />}
      <ChoiceField
        label="登记部门"
        required
        words={Object.fromEntries(offered.map(({ code, name }) => [code, name]))}
        {...text('department')}
      />
      <TextField label="来文机关" required={incoming} basis="28rem" {...text('fromOrgan')} />
      <TextField label="主送机关" required={!incoming} basis="28rem" {...text('toOrgan')} />
      <TextField label="标题" required basis="100%" {...text('title')} />
      <TextField label="发文字号" placeholder="例如 国办发〔2026〕1号" {...text('documentNumber')} />
      <TextField label="成文日期" type="date" {...text('writtenOn')} />
      <TextField label="份数" type="number" required basis="10rem" {...text('copies')} />
      <ChoiceField label="密级" words={SECRECY} basis="16rem" {...text('secrecy')} {...(form.secrecy === 'none' ? {} : { hint: '涉密文件的标题、文号和办理情况不得录入本系统' })} />
      <ChoiceField label="紧急程度" words={URGENCY} basis="12rem" {...text('urgency')} />
      {incoming && <ChoiceField label="转载" none="不需转载" words={RELAY} basis="16rem" {...text('relay')} />}
      <ChoiceField label="公开属性" none="未定" words={DISCLOSURE} basis="16rem" {...text('disclosure')} />
      <TextField label="办理期限" type="date" {...text('dueOn')} />
      <LongField label="办理情况" {...text('notes')} />
    </Flex>
  );
};
