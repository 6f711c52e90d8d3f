import { useNotification } from '@strapi/admin/strapi-admin';
import { Badge, Box, Button, Flex, IconButton, Modal, Typography } from '@strapi/design-system';
import { Pencil, Plus, Trash } from '@strapi/icons';
import { useState } from 'react';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { faultOf } from '../../../../review/admin/src/requests/fault';
import { shownMinute } from '../../../../review/admin/src/times';
import type { SpecialDay } from '../../../server/src/decisions/calendar';
import { weekdayOf } from '../../../server/src/decisions/calendar';
import { ChoiceField, TextField } from '../form-fields';
import type { CalendarYear } from '../requests/answers';
import { useCalendarQuery, useKeepCalendarMutation } from '../requests/api';

type Draft = Pick<CalendarYear, 'year' | 'source' | 'version' | 'days'>;

const KINDS = { rest: '放假', work: '调休上班' };

const DayRow = ({ special, onChange, onRemove }: { special: SpecialDay; onChange(part: Partial<SpecialDay>): void; onRemove(): void }) => (
  <Flex gap={2} alignItems="flex-end" wrap="wrap">
    <TextField name="day" label="日期" type="date" basis="14rem" value={special.day} onChange={(day) => onChange({ day })} />
    <ChoiceField name="kind" label="安排" basis="12rem" words={KINDS} value={special.kind} onChange={(kind) => onChange({ kind: kind === 'work' ? 'work' : 'rest' })} />
    <TextField name="name" label="节日" basis="14rem" value={special.name} onChange={(name) => onChange({ name })} />
    <IconButton label={`删去 ${special.day}`} variant="ghost" onClick={onRemove}>
      <Trash />
    </IconButton>
  </Flex>
);

const YearDialog = ({ start, onClose }: { start: Draft; onClose(): void }) => {
  const [draft, setDraft] = useState(start);
  const [keep, { error, isLoading }] = useKeepCalendarMutation();
  const { toggleNotification } = useNotification();
  const setDays = (change: (days: SpecialDay[]) => SpecialDay[]) => setDraft((known) => ({ ...known, days: change(known.days) }));
  const save = async () => {
    const answer = await keep(draft);
    if ('error' in answer) return;
    const moved = answer.data.moved > 0 ? `，重算了 ${answer.data.moved} 个期限` : '';
    toggleNotification({ type: 'success', message: `${draft.year} 年的日历已保存${moved}` });
    onClose();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && !isLoading && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{draft.year} 年工作日历</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <TextField name="source" label="依据的通知和文号" required basis="100%" value={draft.source} onChange={(source) => setDraft((known) => ({ ...known, source }))} />
            {draft.days.map((special, index) => (
              <DayRow
                key={index}
                special={special}
                onChange={(part) => setDays((days) => days.map((known, at) => (at === index ? { ...known, ...part } : known)))}
                onRemove={() => setDays((days) => days.filter((_known, at) => at !== index))}
              />
            ))}
            <Box>
              <Button variant="secondary" startIcon={<Plus />} onClick={() => setDays((days) => [...days, { day: '', kind: 'rest', name: days.at(-1)?.name ?? '' }])}>
                加一天
              </Button>
            </Box>
            {error && <FaultNotice fault={faultOf(error)} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onClose} disabled={isLoading}>
            取消
          </Button>
          <Button loading={isLoading} onClick={() => void save()}>
            保存并重算期限
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};

const YearBox = ({ year, mayKeep, onEdit }: { year: CalendarYear; mayKeep: boolean; onEdit(): void }) => (
  <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" padding={4}>
    <Flex justifyContent="space-between" gap={3}>
      <Typography tag="h3" variant="delta">
        {year.year} 年
      </Typography>
      {mayKeep && (
        <Button variant="tertiary" startIcon={<Pencil />} onClick={onEdit}>
          更正
        </Button>
      )}
    </Flex>
    <Typography tag="p" variant="pi" textColor="neutral600">
      依据：{year.source}。{year.changedByName}，{shownMinute(year.changedAt)}
    </Typography>
    <Flex gap={2} wrap="wrap" paddingTop={3}>
      {year.days.map(({ day, kind, name }) => (
        <Badge key={day} backgroundColor={kind === 'work' ? 'warning100' : 'success100'} textColor={kind === 'work' ? 'warning700' : 'success700'}>
          {day.slice(5)} {weekdayOf(day)} {kind === 'work' ? '上班' : name}
        </Badge>
      ))}
    </Flex>
  </Box>
);

/** 工作日历: the State Council's notices year by year. */
export const CalendarTab = () => {
  const { data: calendar, error, refetch } = useCalendarQuery();
  const [draft, setDraft] = useState<Draft | null>(null);
  if (!calendar) return error ? <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} /> : null;
  const startYear = (year: string): Draft => ({ year, source: `国务院办公厅关于${year}年部分节假日安排的通知（国办发明电〔${Number(year) - 1}〕号）`, version: 0, days: [] });
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {calendar.missing.map((year) => (
        <Notice key={year} tone="warning" title={`${year} 年的工作日历还没有录入`} {...(calendar.mayKeep ? { action: { label: `录入 ${year} 年`, onClick: () => setDraft(startYear(year)) } } : {})}>
          涉及这一年的期限暂按周一至周五上班推算，不能作为依据。
        </Notice>
      ))}
      {[...calendar.years].reverse().map((year) => (
        <YearBox key={year.year} year={year} mayKeep={calendar.mayKeep} onEdit={() => setDraft(year)} />
      ))}
      {draft && <YearDialog start={draft} onClose={() => setDraft(null)} />}
    </Flex>
  );
};
