import { useForm } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useState, type FocusEvent } from 'react';
import type { Particulars, ParticularsOf } from '../../../../server/src/decisions/particulars/form';
import { fieldsOf, FORMS, OF_KIND } from '../../../../server/src/decisions/particulars/form';
import { blank, tidied } from '../../../../server/src/decisions/particulars/tidy';
import { Notice } from '../../panel/notice';
import { useColumnsQuery } from '../../requests/api';
import type { FieldProps } from '../field-props';
import { FieldInput } from './field-input';
import { GridEditor } from './grid-editor';
import { faultsOf, shownFaults } from './shown-faults';

/** The field a blurred input belongs to: its name, without the place in a grid. */
const placeOf = ({ target }: FocusEvent<HTMLElement>): string | null => {
  const input = target as HTMLElement & { name?: string };
  if (input.dataset.cell) return input.dataset.cell.startsWith('0.') ? 'particulars.heads' : 'particulars.rows';
  const named = input.name || input.id;
  return named?.startsWith('particulars.') ? named : null;
};

/** As it stands in the form: of the type there is, with every key, and with what was typed as it was typed. */
const asTyped = (value: unknown): Particulars | null => {
  const whole = tidied(value);
  return whole && ({ ...whole, ...(value as object) } as Particulars);
};

const Grid = ({ value, disabled, faults, onChange }: { value: ParticularsOf<'dataset'>; disabled: boolean; faults: ReturnType<typeof faultsOf>; onChange(part: object): void }) => {
  const { heads, rows } = FORMS.dataset.fields;
  return (
    <GridEditor
      heads={value.heads}
      rows={value.rows}
      disabled={disabled}
      hint={heads.hint}
      faults={faults.filter(({ field }) => /^particulars\.(heads|rows)/.test(field))}
      most={{ columns: heads.most, rows: rows.most }}
      onChange={(newHeads, newRows) => onChange({ heads: newHeads, rows: newRows })}
    />
  );
};

const Fields = ({ field, value, kind }: { field: FieldProps<Particulars>; value: Particulars; kind: string }) => {
  const { name, disabled = false, onChange } = field;
  const { data: columns } = useColumnsQuery();
  const opened = useForm('Particulars', (form) => (form.initialValues as { particulars?: unknown } | undefined)?.particulars);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const faults = faultsOf(value, { kind, columns: columns?.map(({ code }) => code) ?? null, opened });
  const shown = shownFaults(faults, left);
  const set = (part: object) => onChange(name, { ...value, ...part });
  const leave = (event: FocusEvent<HTMLElement>) => {
    const place = placeOf(event);
    if (place && !left.has(place)) setLeft((known) => new Set([...known, place]));
  };
  return (
    <Flex gap={4} wrap="wrap" alignItems="flex-start" onBlur={leave}>
      {fieldsOf(value.type).map(([key, form]) => {
        if (form.is === 'heads' && value.type === 'dataset') return <Grid key={key} value={value} disabled={disabled} faults={shown} onChange={set} />;
        const hiddenYear = value.type === 'hall' && key === 'year' && value.room !== 'report';
        if (form.is === 'rows' || hiddenYear) return null;
        return (
          <FieldInput
            key={key}
            name={key}
            field={form}
            value={(value as unknown as Record<string, unknown>)[key]}
            disabled={disabled}
            faults={shown}
            onChange={(changed) => set({ [key]: changed })}
          />
        );
      })}
      {faults.length > 0 && !disabled && (
        <Typography variant="pi" textColor="neutral600" role="status" style={{ flex: '1 1 100%' }}>
          送审前还有 {faults.length} 处要填好。
        </Typography>
      )}
    </Flex>
  );
};

/** 专项内容: what a document of this column has beside its text. Nothing is shown where the column asks for none. */
const ParticularsInput = (field: FieldProps<Particulars>) => {
  const { name, disabled, error, onChange } = field;
  const column = useForm('Particulars', (form) => (form.values as { columnCode?: string } | undefined)?.columnCode);
  const { data: columns = [] } = useColumnsQuery();
  const kind = columns.find(({ code }) => code === column)?.kind ?? '';
  const wanted = OF_KIND[kind];
  const written = asTyped(field.value);
  if (written && kind !== '' && wanted?.type !== written.type) {
    return (
      <Notice
        tone="warning"
        title={`专项内容是「${FORMS[written.type].label}」的，与现在的栏目不符`}
        {...(disabled ? {} : { action: { label: `去掉已填的「${FORMS[written.type].label}」`, onClick: () => onChange(name, null) } })}
      >
        {wanted ? `这个栏目要的是「${FORMS[wanted.type].label}」。` : '这个栏目没有专项内容。'}请换回原来的栏目，或者去掉已填的专项内容；不符的不能送审。
      </Notice>
    );
  }
  if (!wanted || (!written && disabled)) return null;
  const { label } = FORMS[wanted.type];
  const shown = written ?? (wanted.required ? blank(wanted.type) : null);
  return (
    <Box tag="fieldset" aria-label={`专项内容：${label}`} padding={4} hasRadius background="neutral100" borderColor="neutral200" style={{ minWidth: 0, margin: 0 }}>
      <Flex justifyContent="space-between" gap={2} wrap="wrap" paddingBottom={shown ? 3 : 1}>
        <Typography tag="h3" variant="omega" fontWeight="bold" textColor="neutral800">
          专项内容：{label}
        </Typography>
        {!wanted.required && !disabled && (
          <Button variant={shown ? 'tertiary' : 'secondary'} size="S" onClick={() => onChange(name, shown ? null : blank(wanted.type))}>
            {shown ? '不要专项内容' : `填写${label}`}
          </Button>
        )}
      </Flex>
      {shown ? (
        <Fields field={field} value={shown} kind={kind} />
      ) : (
        <Typography variant="pi" textColor="neutral600">
          {OPTIONAL[wanted.type] ?? '需要时填写。'}
        </Typography>
      )}
      {error && (
        <Typography variant="pi" textColor="danger600" role="alert">
          {error}
        </Typography>
      )}
    </Box>
  );
};

/** Why one would, where it is a choice. */
const OPTIONAL: Partial<Record<Particulars['type'], string>> = {
  emergency: '正在发生、要显示在首页最上方的预警和应急通知才填写；一般的安全提示不填。',
  dataset: '有表格数据的填写，页面会列出表格和图表，并提供下载；只有文字的不填。',
  hall: '公开指南、公开制度、年报等固定放在信息公开大厅里的文本才填写。',
  interpretation: '写明是文字、问答、图解还是其他形式的解读，便于读者挑选。',
};

export default ParticularsInput;
