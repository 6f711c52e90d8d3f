import { Badge, Box, Button, Dialog, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Deputy } from '../requests/rules-answers';
import { shownMinute } from '../times';

const STANDING: Record<Deputy['standing'], { label: string; background: string; text: string }> = {
  now: { label: '代理中', background: 'success100', text: 'success700' },
  ahead: { label: '未开始', background: 'neutral150', text: 'neutral700' },
  over: { label: '已结束', background: 'neutral150', text: 'neutral700' },
  revoked: { label: '已撤销', background: 'neutral150', text: 'neutral700' },
};

const Item = ({ item, busy, onRevoke }: { item: Deputy; busy: boolean; onRevoke(): void }) => {
  const { label, background, text } = STANDING[item.standing];
  return (
    <Flex tag="li" justifyContent="space-between" alignItems="flex-start" gap={4} wrap="wrap" padding={4} borderColor="neutral150" borderStyle="solid" borderWidth="1px 0 0 0">
      <Box>
        <Flex gap={2} wrap="wrap">
          <Typography fontWeight="semiBold">
            {item.deputy} 代 {item.principal}（{item.roleLabel}）
          </Typography>
          <Badge backgroundColor={background} textColor={text}>
            {label}
          </Badge>
        </Flex>
        <Typography tag="p" variant="pi" textColor="neutral600">
          {shownMinute(item.from)} 至 {shownMinute(item.until)}
        </Typography>
        <Typography tag="p" variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
          {item.namedBy} 于 {shownMinute(item.namedAt)} 指定。理由：{item.reason}
        </Typography>
      </Box>
      {item.mayRevoke && (
        <Dialog.Root>
          <Dialog.Trigger>
            <Button variant="danger-light" disabled={busy}>
              撤销
            </Button>
          </Dialog.Trigger>
          <Dialog.Content>
            <Dialog.Header>撤销代理</Dialog.Header>
            <Dialog.Body>
              {item.deputy}从现在起不再代理{item.principal}。已经办理的不受影响。
            </Dialog.Body>
            <Dialog.Footer>
              <Dialog.Cancel>
                <Button variant="tertiary">取消</Button>
              </Dialog.Cancel>
              <Dialog.Action>
                <Button variant="danger" onClick={onRevoke}>
                  撤销代理
                </Button>
              </Dialog.Action>
            </Dialog.Footer>
          </Dialog.Content>
        </Dialog.Root>
      )}
    </Flex>
  );
};

const FOLDED = 20;

/** Who stands in for whom, newest first. */
export const DeputyList = ({ deputies, busy, onRevoke }: { deputies: Deputy[]; busy: boolean; onRevoke(id: string): void }) => {
  const [unfolded, setUnfolded] = useState(false);
  const shown = unfolded ? deputies : deputies.slice(0, FOLDED);
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="tableShadow" aria-labelledby="deputies">
      <Box padding={4}>
        <Typography id="deputies" tag="h2" variant="delta">
          代理记录
        </Typography>
      </Box>
      {deputies.length === 0 && (
        <Box padding={4}>
          <Typography textColor="neutral600">还没有人指定过代理人。</Typography>
        </Box>
      )}
      <Box tag="ul">
        {shown.map((item) => (
          <Item key={item.id} item={item} busy={busy} onRevoke={() => onRevoke(item.id)} />
        ))}
      </Box>
      {deputies.length > shown.length && (
        <Box padding={4}>
          <Button variant="tertiary" onClick={() => setUnfolded(true)}>
            展开其余 {deputies.length - shown.length} 条
          </Button>
        </Box>
      )}
    </Box>
  );
};
