import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { shownMinute } from '../../../../review/admin/src/times';
import type { Link } from '../requests';

/** The one-time link, this once. */
export const LinkDialog = ({ link, onClose }: { link: Link; onClose(): void }) => {
  const [copied, setCopied] = useState(false);
  const address = `${window.location.origin}/admin${link.path}`;
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      // Without a secure connection browsers refuse; the text is selected by a click.
      (error: unknown) => console.warn('accounts: the link was not copied', error),
    );
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>一次性链接</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography>请交给本人，由本人设置密码。{shownMinute(link.until)} 前有效，只能用一次，关闭后不再显示。</Typography>
            <Field.Root name="link" id="accounts-link">
              <Field.Label>链接</Field.Label>
              <Textarea readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="secondary" onClick={() => void copy()}>
            {copied ? '已复制' : '复制'}
          </Button>
          <Button onClick={onClose}>完成</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
