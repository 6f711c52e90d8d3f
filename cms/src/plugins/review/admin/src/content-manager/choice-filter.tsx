import { useField } from '@strapi/admin/strapi-admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useColumnsQuery, useDepartmentsQuery } from '../requests/api';

interface Props {
  name: string;
  label?: string;
}

const ChoiceFilter = ({ name, label, choices }: Props & { choices: { code: string; name: string }[] }) => {
  const { value, onChange } = useField<string>(name);
  return (
    <SingleSelect
      aria-label={label ?? name}
      placeholder="请选择"
      value={value ?? ''}
      onChange={(code) => onChange(name, String(code))}
    >
      {choices.map((choice) => (
        <SingleSelectOption key={choice.code} value={choice.code}>
          {choice.name}
        </SingleSelectOption>
      ))}
    </SingleSelect>
  );
};

/** Values of the list's filters for 栏目 and 部门: chosen by name, asked for by code. */
export const ColumnFilter = (props: Props) => <ChoiceFilter {...props} choices={useColumnsQuery().data ?? []} />;
export const DepartmentFilter = (props: Props) => <ChoiceFilter {...props} choices={useDepartmentsQuery().data ?? []} />;
