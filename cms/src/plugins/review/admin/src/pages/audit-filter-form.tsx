import { Button, Field, Flex, SingleSelect, SingleSelectOption, TextInput } from '@strapi/design-system';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { AUDITED } from './audit-words';

export interface Filter {
  action: string;
  actor: string;
}

/** Narrows the audit to one kind of act and to a name. */
export const AuditFilterForm = ({ onFilter }: { onFilter(filter: Filter): void }) => {
  const [action, setAction] = useState('');
  const [actor, setActor] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onFilter({ action, actor: actor.trim() });
  };
  const clear = () => {
    setAction('');
    setActor('');
    onFilter({ action: '', actor: '' });
  };
  return (
    <form onSubmit={submit}>
      <Flex gap={3} alignItems="flex-end" wrap="wrap">
        <Field.Root name="action" width="22rem">
          <Field.Label>操作</Field.Label>
          <SingleSelect
            value={action}
            placeholder="全部操作"
            onChange={(value) => setAction(String(value))}
            onClear={() => setAction('')}
            clearLabel="清除"
          >
            {Object.entries(AUDITED).map(([code, label]) => (
              <SingleSelectOption key={code} value={code}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <Field.Root name="actor" width="22rem">
          <Field.Label>经办人</Field.Label>
          <TextInput value={actor} placeholder="姓名的一部分" onChange={(event) => setActor(event.currentTarget.value)} />
        </Field.Root>
        <Button type="submit" size="L" variant="secondary">
          筛选
        </Button>
        <Button type="button" size="L" variant="ghost" onClick={clear}>
          清除筛选
        </Button>
      </Flex>
    </form>
  );
};
