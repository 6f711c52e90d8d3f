import { Layouts, Page, useNotification } from '@strapi/admin/strapi-admin';
import { Flex, Main } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../panel/fault-notice';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import { useDeputiesQuery, useNameDeputyMutation, useRevokeDeputyMutation } from '../requests/rules';
import type { DeputyRequest } from '../requests/rules-answers';
import { DeputyForm } from './deputy-form';
import { DeputyList } from './deputy-list';

const Deputies = () => {
  const { data, error, isLoading, refetch } = useDeputiesQuery(undefined, { refetchOnMountOrArgChange: true });
  const [name, naming] = useNameDeputyMutation();
  const [revoke, revoking] = useRevokeDeputyMutation();
  const [fault, setFault] = useState<Fault | null>(null);
  const { toggleNotification } = useNotification();
  const done = (answer: object, message: string): boolean => {
    const failed = 'error' in answer;
    setFault(failed ? faultOf(answer.error) : null);
    if (!failed) toggleNotification({ type: 'success', message });
    return !failed;
  };
  if (isLoading) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>代理</Page.Title>
      <Layouts.Header title="代理" subtitle="离岗期间由他人代行审核；代理人和被代理人都记入审计记录" />
      <Layouts.Content>
        {!data && <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />}
        {data && (
          <Flex direction="column" alignItems="stretch" gap={5}>
            {fault && <FaultNotice fault={fault} onRefresh={() => void refetch()} />}
            {data.mayNameFor !== 'nobody' && (
              <DeputyForm
                choices={data}
                busy={naming.isLoading}
                onName={async (request: DeputyRequest) => done(await name(request), '已指定代理人。')}
              />
            )}
            <DeputyList deputies={data.deputies} busy={revoking.isLoading} onRevoke={(id) => void revoke(id).then((answer) => done(answer, '代理已撤销。'))} />
          </Flex>
        )}
      </Layouts.Content>
    </Main>
  );
};

/** 代理: who stands in for whom, and a form to name somebody. */
const DeputiesPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::review.deputies', subject: null }]}>
    <Deputies />
  </Page.Protect>
);

export default DeputiesPage;
