import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import type { Fault } from '../../../../server/src/decisions/particulars/faults';
import type { ListField } from '../../../../server/src/decisions/particulars/form';
import { WordsInput } from './words-input';

type Item = Record<string, string>;

interface Props {
  /** `particulars.leaders` */
  at: string;
  field: ListField;
  value: Item[];
  disabled: boolean;
  /** Faults that may be shown now. */
  faults: Fault[];
  onChange(value: Item[]): void;
}

const moved = (items: Item[], from: number, to: number): Item[] => {
  const others = items.filter((_, index) => index !== from);
  return [...others.slice(0, to), items[from] as Item, ...others.slice(to)];
};

/** A list of equal things: leaders, units, sections of a topic. */
export const ListEditor = ({ at, field, value, disabled, faults, onChange }: Props) => {
  const empty = Object.fromEntries(Object.keys(field.fields).map((name) => [name, '']));
  const own = faults.find((fault) => fault.field === at)?.message;
  return (
    <Box tag="fieldset" style={{ flex: '1 1 100%', minWidth: 0, border: 0, margin: 0, padding: 0 }}>
      <Typography tag="legend" variant="pi" fontWeight="bold" textColor="neutral800">
        {field.label}（{value.length}）
      </Typography>
      {field.hint && (
        <Typography tag="p" variant="pi" textColor="neutral600">
          {field.hint}
        </Typography>
      )}
      <Flex tag="ol" direction="column" alignItems="stretch" gap={2} paddingTop={2} style={{ listStyle: 'none' }}>
        {value.map((item, index) => (
          <Box tag="li" key={index} padding={3} hasRadius background="neutral0" borderColor="neutral200">
            <Flex justifyContent="space-between" gap={2} paddingBottom={2}>
              <Typography variant="pi" fontWeight="bold" textColor="neutral700">
                第 {index + 1} 个{field.one}
              </Typography>
              {!disabled && (
                <Flex gap={1}>
                  <IconButton size="S" variant="ghost" label={`第 ${index + 1} 个${field.one}上移`} disabled={index === 0} onClick={() => onChange(moved(value, index, index - 1))}>
                    <ArrowUp />
                  </IconButton>
                  <IconButton size="S" variant="ghost" label={`第 ${index + 1} 个${field.one}下移`} disabled={index === value.length - 1} onClick={() => onChange(moved(value, index, index + 1))}>
                    <ArrowDown />
                  </IconButton>
                  <IconButton size="S" variant="ghost" label={`删除第 ${index + 1} 个${field.one}`} onClick={() => onChange(value.filter((_, place) => place !== index))}>
                    <Trash />
                  </IconButton>
                </Flex>
              )}
            </Flex>
            <Flex gap={3} wrap="wrap" alignItems="flex-start">
              {Object.entries(field.fields).map(([name, inner]) => (
                <WordsInput
                  key={name}
                  at={`${at}.${index}.${name}`}
                  field={inner}
                  value={item[name] ?? ''}
                  disabled={disabled}
                  faults={faults}
                  onChange={(words) => onChange(value.map((other, place) => (place === index ? { ...other, [name]: words } : other)))}
                />
              ))}
            </Flex>
          </Box>
        ))}
      </Flex>
      {!disabled && (
        <Box paddingTop={2}>
          <Button variant="tertiary" size="S" startIcon={<Plus />} disabled={value.length >= field.most} onClick={() => onChange([...value, empty])}>
            加一个{field.one}
          </Button>
        </Box>
      )}
      {own && (
        <Typography variant="pi" textColor="danger600" tag="p" role="alert">
          {own}
        </Typography>
      )}
    </Box>
  );
};
