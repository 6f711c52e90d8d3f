import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useColumnsQuery } from '../requests/api';
import { FieldFrame } from './field-frame';
import type { FieldProps } from './field-props';

/** 栏目: chosen by name, kept by code. */
const ColumnCodeInput = (field: FieldProps<string>) => {
  const { data: columns = [], isLoading, isError } = useColumnsQuery();
  const shown = isError ? { ...field, error: '栏目读取失败，请刷新页面。' } : field;
  return (
    <FieldFrame field={shown}>
      <SingleSelect
        value={field.value ?? ''}
        disabled={field.disabled || isLoading}
        placeholder={isLoading ? '正在读取…' : '请选择栏目'}
        onChange={(code) => field.onChange(field.name, String(code))}
      >
        {columns.map(({ code, name }) => (
          <SingleSelectOption key={code} value={code}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FieldFrame>
  );
};

export default ColumnCodeInput;
