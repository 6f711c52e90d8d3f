import { Button, Field, Flex, Modal, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { Mark } from '../requests/answers';

const LONGEST = 500;

/** Asks what there is to say about a passage. */
export const MarkDialog = ({ passage, onCancel, onMark }: { passage: Omit<Mark, 'remark'>; onCancel(): void; onMark(mark: Mark): void }) => {
  const [remark, setRemark] = useState('');
  const done = () => onMark({ ...passage, remark: remark.trim() });
  return (
    <Modal.Root open onOpenChange={(open) => !open && onCancel()}>
      <Modal.Content
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          done();
        }}
      >
        <Modal.Header closeLabel="关闭">
          <Modal.Title>标注</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography tag="blockquote" textColor="neutral800" style={{ borderInlineStart: '3px solid #b25c00', paddingInlineStart: '1rem', maxHeight: '20vh', overflow: 'auto', overflowWrap: 'anywhere' }}>
              {passage.quote}
            </Typography>
            <Field.Root name="remark" id="review-remark" hint="退回时和理由一起交给起草人。按 Ctrl+Enter 完成。">
              <Field.Label>意见</Field.Label>
              <Textarea value={remark} maxLength={LONGEST} autoFocus onChange={(event) => setRemark(event.currentTarget.value)} placeholder="这一处要怎样改" />
              <Field.Hint />
            </Field.Root>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel}>
            取消
          </Button>
          <Button onClick={done}>标注</Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
