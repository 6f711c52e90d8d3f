import { Combobox, ComboboxOption, Flex, IconButton, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { useLinksQuery } from '../requests/api';
import type { LinkChoice } from '../requests/answers';
import { FieldFrame } from './field-frame';
import type { FieldProps } from './field-props';

const TYPING_MS = 300;

/** What was typed, once the typing pauses: one request a word, not one a key. */
const usePaused = (typed: string): string => {
  const [paused, setPaused] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), TYPING_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return paused;
};

const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];

const describe = ({ title, indexNumber }: LinkChoice): string => (indexNumber ? `${title}（${indexNumber}）` : title);

const Chosen = ({ id, known, disabled, onRemove }: { id: string; known?: LinkChoice; disabled?: boolean; onRemove(): void }) => (
  <Flex
    tag="li"
    justifyContent="space-between"
    gap={2}
    paddingTop={1}
    paddingBottom={1}
    paddingLeft={3}
    paddingRight={1}
    hasRadius
    background="neutral100"
  >
    <Typography textColor={known ? 'neutral800' : 'warning700'}>{known ? describe(known) : `${id}（已不公开）`}</Typography>
    <IconButton size="S" variant="ghost" label={`移除「${known?.title ?? id}」`} disabled={disabled} onClick={onRemove}>
      <Cross />
    </IconButton>
  </Flex>
);

/** 关联的公开信息: found by title among what is public, kept as public ids; printed by title. */
const DocumentLinksInput = (field: FieldProps<string[]>) => {
  const { name, disabled, onChange } = field;
  const chosen = ids(field.value);
  const [typed, setTyped] = useState('');
  const [opened, setOpened] = useState(false);
  const { data: found = [], isFetching } = useLinksQuery({ q: usePaused(typed) }, { skip: !opened });
  const { data: known = [], isFetching: naming } = useLinksQuery({ ids: chosen.join(',') }, { skip: chosen.length === 0 });
  const offered = found.filter(({ id }) => !chosen.includes(id));
  const titles = new Map([...known, ...found].map((document) => [document.id, document]));

  const add = (id?: string) => {
    if (!id) return;
    onChange(name, [...chosen, id]);
    setTyped('');
  };
  const remove = (id: string) =>
    onChange(
      name,
      chosen.filter((other) => other !== id),
    );

  return (
    <FieldFrame field={field}>
      {chosen.length > 0 && (
        <Flex tag="ul" direction="column" alignItems="stretch" gap={1} paddingBottom={1}>
          {chosen.map((id) => (
            <Chosen
              key={id}
              id={id}
              known={titles.get(id) ?? (naming ? { id, title: '正在读取…', column: '', indexNumber: null } : undefined)}
              disabled={disabled}
              onRemove={() => remove(id)}
            />
          ))}
        </Flex>
      )}
      <Combobox
        // Emptied after every choice: the list above holds what was chosen.
        key={chosen.length}
        autocomplete={{ type: 'list', filter: 'contains' }}
        placeholder="输入标题查找已公开的信息"
        disabled={disabled}
        loading={isFetching}
        loadingMessage="正在查找…"
        noOptionsMessage={() => '没有找到已公开的信息'}
        value=""
        onOpenChange={(open?: boolean) => setOpened((before) => before || Boolean(open))}
        onInputChange={(event) => setTyped(event.currentTarget.value)}
        onChange={add}
      >
        {offered.map((document) => (
          <ComboboxOption key={document.id} value={document.id} textValue={describe(document)}>
            {describe(document)}
          </ComboboxOption>
        ))}
      </Combobox>
    </FieldFrame>
  );
};

export default DocumentLinksInput;
