import { Flex, Typography } from '@strapi/design-system';
import { PasswordForm } from './password-form';

interface Props {
  rules: string[];
  expired: boolean;
  onDone(): void;
}

export const PasswordStep = ({ rules, expired, onDone }: Props) => (
  <Flex direction="column" alignItems="stretch" gap={4}>
    <Typography>{expired ? '密码用满 90 天，请换一个。' : '现在的密码是别人发给您的。请换成只有您自己知道的，再继续。'}</Typography>
    <PasswordForm to="gate/password" rules={rules} autoFocus onDone={onDone} />
  </Flex>
);
