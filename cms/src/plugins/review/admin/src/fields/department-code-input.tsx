import { useForm } from '@strapi/admin/strapi-admin';
import { SingleSelect, SingleSelectOption } from '@strapi/design-system';
import { useEffect } from 'react';
import { useParams } from 'react-router-dom';
import { useDepartmentsQuery } from '../requests/api';
import type { DepartmentChoice } from '../requests/answers';
import { FieldFrame } from './field-frame';
import type { FieldProps } from './field-props';

/** An uploader is offered the own departments only; what the document already has stays readable. */
const choices = (departments: DepartmentChoice[], value: string | null | undefined): DepartmentChoice[] => {
  const own = departments.filter((department) => department.own);
  return own.length === 0 ? departments : departments.filter(({ own: mine, code }) => mine || code === value);
};

/**
 * 发布部门: chosen by name, kept by code; whoever uploads for departments starts with the first of them. It goes into the form with the
 * first change to it: a form nobody wrote in is left without being asked about changes.
 */
const DepartmentCodeInput = (field: FieldProps<string>) => {
  const { data: departments = [], isLoading, isError } = useDepartmentsQuery();
  const { name, value, disabled, onChange } = field;
  const isNew = useParams().id === 'create';
  const isModified = useForm('DepartmentCodeInput', (form) => form.modified);
  const first = isNew && !value && !disabled ? departments.find((department) => department.own)?.code : undefined;
  useEffect(() => {
    if (first && isModified) onChange(name, first);
  }, [name, first, isModified, onChange]);
  const shown = isError ? { ...field, error: '部门读取失败，请刷新页面。' } : field;
  return (
    <FieldFrame field={shown}>
      <SingleSelect
        value={value || first || ''}
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
