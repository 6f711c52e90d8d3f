import { useForm } from '@strapi/admin/strapi-admin';
import { Button, Flex, SingleSelect, SingleSelectOption, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useTemplatesQuery } from '../requests/api';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** 用模板: puts a template's title and body into the form; what somebody wrote already is replaced only on a second press. */
export const TemplatePicker = () => {
  const values = useForm('TemplatePicker', (form) => form.values as Record<string, unknown>);
  const onChange = useForm('TemplatePicker', (form) => form.onChange);
  const column = text(values.columnCode);
  const { data } = useTemplatesQuery(column || undefined);
  const [chosen, setChosen] = useState('');
  const [asked, setAsked] = useState(false);
  const template = data?.templates.find(({ id }) => id === chosen);
  const written = text(values.body).trim() !== '' || (text(values.title).trim() !== '' && Boolean(template?.titlePattern));
  const use = () => {
    if (!template) return;
    if (written && !asked) return setAsked(true);
    if (template.titlePattern) onChange('title', template.titlePattern);
    if (template.body) onChange('body', template.body);
    setAsked(false);
    setChosen('');
  };
  if (!data || data.templates.length === 0) return <Typography textColor="neutral600">这个栏目还没有模板。</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} width="100%">
      <SingleSelect
        aria-label="文稿模板"
        placeholder="请选择模板"
        value={chosen}
        onChange={(id) => {
          setChosen(String(id));
          setAsked(false);
        }}
      >
        {data.templates.map(({ id, name }) => (
          <SingleSelectOption key={id} value={id}>
            {name}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      {asked && <Typography textColor="warning700">已经写了标题或正文，再按一次会换成模板的。</Typography>}
      <Button variant={asked ? 'danger-light' : 'secondary'} disabled={!template} onClick={use}>
        {asked ? '换成模板' : '用模板'}
      </Button>
    </Flex>
  );
};
