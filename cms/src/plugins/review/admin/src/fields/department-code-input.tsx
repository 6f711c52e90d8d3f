import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useEffect } from 'react';
import { useDepartmentsQuery } from '../requests/api';
import type { DepartmentChoice } from '../requests/answers';
import { FieldFrame } from './field-frame';
import type { FieldProps } from './field-props';

/** An uploader is offered the own departments only; what the document already has stays readable. */
const choices = (departments: DepartmentChoice[], value: string | null | undefined): DepartmentChoice[] => {
  const own = departments.filter((department) => department.own);
  return own.length === 0 ? departments : departments.filter(({ own: mine, code }) => mine || code === value);
};

/** 发布部门: chosen by name, kept by code; whoever uploads for departments starts with the first of them. */
const DepartmentCodeInput = (field: FieldProps<string>) => {
  const { data: departments = [], isLoading, isError } = useDepartmentsQuery();
  const { name, value, disabled, onChange } = field;
  const first = departments.find((department) => department.own)?.code;
  useEffect(() => {
    if (!value && !disabled && first) onChange(name, first);
  }, [name, value, disabled, first, onChange]);
  const shown = isError ? { ...field, error: '部门读取失败，请刷新页面。' } : field;
  return (
    <FieldFrame field={shown}>
      <SingleSelect
        value={value ?? ''}
        disabled={disabled || isLoading}
        placeholder={isLoading ? '正在读取…' : '请选择部门'}
        onChange={(code) => onChange(name, String(code))}
      >
        {choices(departments, value).map(({ code, name: departmentName }) => (
          <SingleSelectOption key={code} value={code}>
            {departmentName}
          </SingleSelectOption>
        ))}
      </SingleSelect>
    </FieldFrame>
  );
};

export default DepartmentCodeInput;
