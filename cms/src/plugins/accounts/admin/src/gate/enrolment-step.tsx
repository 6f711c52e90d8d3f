import { Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { EnrolmentForm } from './enrolment-form';
import { RecoveryCodes } from './recovery-codes';

/** Sets up the authenticator of somebody whose role asks for one. */
export const EnrolmentStep = ({ onDone }: { onDone(): void }) => {
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>您的角色须用双因素登录：密码之外，再输一次手机验证器上的号码。只需绑定一次。</Typography>
      <EnrolmentForm to="gate/enrolment" onEnrolled={setCodes} />
    </Flex>
  );
};
