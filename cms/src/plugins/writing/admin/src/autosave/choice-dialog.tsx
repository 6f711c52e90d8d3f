import { Box, Button, Flex, Grid, Modal, Radio, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';
import { useColumnsQuery, useDepartmentsQuery } from '../../../../review/admin/src/requests/api';
import type { Difference, Fields } from './form-values';
import { sameValue } from './form-values';
import { shownValue } from './shown-value';

type Side = 'mine' | 'theirs';

interface Words {
  title: string;
  intro: string;
  mine: string;
  theirs: string;
  take: string;
  leave: string;
}

interface Props {
  words: Words;
  differences: Difference[];
  /** Which side is chosen to begin with, where only one of them was changed. */
  prefer: Side;
  /** Leaving throws text away: it is asked once more. */
  leavingForgets: boolean;
  onTake(chosen: Fields): void;
  onLeave(): void;
}

/** Codes are printed by their names; nobody knows a column by its code. */
const useShown = (): ((field: string, value: unknown) => string) => {
  const { data: columns = [] } = useColumnsQuery();
  const { data: departments = [] } = useDepartmentsQuery();
  return (field, value) => {
    const known = field === 'columnCode' ? columns : field === 'departmentCode' ? departments : [];
    return known.find(({ code }) => code === value)?.name ?? shownValue(value);
  };
};

const Text = ({ label, text, chosen }: { label: string; text: string; chosen: boolean }) => (
  <Box
    background={chosen ? 'primary100' : 'neutral100'}
    borderColor={chosen ? 'primary200' : 'neutral200'}
    hasRadius
    padding={3}
    height="100%"
    width="100%"
  >
    <Typography variant="pi" fontWeight="bold" textColor="neutral700">
      {label}
    </Typography>
    <Box style={{ maxHeight: '16rem', overflow: 'auto' }} tabIndex={0} role="region" aria-label={label}>
      <Typography variant="omega" textColor="neutral800" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {text}
      </Typography>
    </Box>
  </Box>
);

interface RowProps {
  difference: Difference;
  /** Nothing stands on the other side: there is nothing to compare. */
  oneSided: boolean;
  words: Words;
  side: Side;
  onSide(side: Side): void;
}

const Row = ({ difference: { field, mine, theirs, both }, oneSided, words, side, onSide }: RowProps) => {
  const shown = useShown();
  const { formatMessage } = useIntl();
  const label = formatMessage({ id: `content-manager.content-types.${DOCUMENT}.${field}`, defaultMessage: field });
  return (
    <Box tag="section" aria-label={label} data-field={field}>
      <Flex gap={2} paddingBottom={2} wrap="wrap">
        <Typography variant="delta" tag="h3">
          {label}
        </Typography>
        {both && (
          <Typography variant="pi" textColor="warning700">
            两边都改过
          </Typography>
        )}
      </Flex>
      <Grid.Root gap={2}>
        <Grid.Item col={oneSided ? 12 : 6} xs={12} alignItems="stretch">
          <Text label={words.mine} text={shown(field, mine)} chosen={side === 'mine'} />
        </Grid.Item>
        {!oneSided && (
          <Grid.Item col={6} xs={12} alignItems="stretch">
            <Text label={words.theirs} text={shown(field, theirs)} chosen={side === 'theirs'} />
          </Grid.Item>
        )}
      </Grid.Root>
      {!oneSided && (
        <Box paddingTop={2}>
          <Radio.Group
            value={side}
            onValueChange={(value) => onSide(value === 'mine' ? 'mine' : 'theirs')}
            aria-label={`${label}：用哪一边`}
          >
            <Flex gap={4} wrap="wrap">
              <Radio.Item value="mine">用「{words.mine}」</Radio.Item>
              <Radio.Item value="theirs">用「{words.theirs}」</Radio.Item>
            </Flex>
          </Radio.Group>
        </Box>
      )}
    </Box>
  );
};

/** Two texts side by side, field by field, and which of them is to stay. It does not close by itself: neither text is lost by a slip. */
export const ChoiceDialog = ({ words, differences, prefer, leavingForgets, onTake, onLeave }: Props) => {
  const [sides, setSides] = useState<Record<string, Side>>({});
  const [leaving, setLeaving] = useState(false);
  const sideOf = (field: string): Side => sides[field] ?? prefer;
  const oneSided = differences.every(({ theirs }) => sameValue(theirs, null));
  const chosen = Object.fromEntries(
    differences.filter(({ field }) => sideOf(field) === 'mine').map(({ field, mine }) => [field, mine]),
  );
  return (
    <Modal.Root open onOpenChange={(open) => !open && (leavingForgets ? setLeaving(true) : onLeave())}>
      <Modal.Content onEscapeKeyDown={(event) => leavingForgets && event.preventDefault()}>
        <Modal.Header closeLabel={words.leave}>
          <Modal.Title>{words.title}</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Typography textColor="neutral800">{words.intro}</Typography>
            {differences.map((difference) => (
              <Row
                key={difference.field}
                difference={difference}
                oneSided={oneSided}
                words={words}
                side={sideOf(difference.field)}
                onSide={(side) => setSides((before) => ({ ...before, [difference.field]: side }))}
              />
            ))}
            {leaving && (
              <Typography textColor="danger700" fontWeight="bold" role="alert">
                放弃后，「{words.mine}」不能再找回。确定放弃吗？
              </Typography>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button
            variant={leaving ? 'danger' : 'tertiary'}
            onClick={() => (leavingForgets && !leaving ? setLeaving(true) : onLeave())}
          >
            {leaving ? `确定${words.leave}` : words.leave}
          </Button>
          <Button onClick={() => onTake(chosen)}>{words.take}</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
