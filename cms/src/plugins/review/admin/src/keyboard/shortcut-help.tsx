import { Button, Flex, Modal, Typography } from '@strapi/design-system';
import { Fragment } from 'react';
import { styled } from 'styled-components';
import { Key } from './key';
import { useShortcutsSwitch } from './use-shortcuts';

const Keys = styled.dl`
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 0.8rem 1.6rem;
  align-items: baseline;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

const Switch = styled.label`
  display: flex;
  gap: 0.8rem;
  align-items: center;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
`;

/** What the keys of a screen do; opened by `?` and by the button of the same sign. */
export const ShortcutHelp = ({ keys, onClose }: { keys: [keys: string[], does: string][]; onClose(): void }) => {
  const [on, setOn] = useShortcutsSwitch();
  return (
    <Modal.Root open onOpenChange={(open) => !open && onClose()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>键盘操作</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Keys>
              {keys.map(([names, does]) => (
                <Fragment key={does}>
                  <dt>
                    {names.map((name, index) => (
                      <Fragment key={name}>
                        {index > 0 && ' '}
                        <Key>{name}</Key>
                      </Fragment>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </Fragment>
              ))}
            </Keys>
            <Switch>
              <input type="checkbox" checked={on} onChange={(event) => setOn(event.currentTarget.checked)} />
              使用单个字母键（容易误按时可以关闭）
            </Switch>
            <Typography variant="pi" textColor="neutral600">
              输入文字时和有对话框时，这些键不起作用。
            </Typography>
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button onClick={onClose} autoFocus>
            知道了
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
