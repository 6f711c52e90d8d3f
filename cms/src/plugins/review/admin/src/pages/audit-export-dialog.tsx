import { useFetchClient } from '@strapi/admin/strapi-admin';
import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { FaultNotice } from '../panel/fault-notice';
import { useAuditActorsQuery } from '../requests/api';
import type { Fault } from '../requests/fault';
import { faultOf } from '../requests/fault';
import { instantsOf } from './audit-filter-form';

const keep = (data: Blob, name: string): void => {
  const address = URL.createObjectURL(data);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** 导出: a stretch of the chain by days, with its proof. Other filters do not apply: they would cut the links. */
export const AuditExportDialog = ({ onClose }: { onClose(done: boolean): void }) => {
  const { get } = useFetchClient();
  const { data } = useAuditActorsQuery();
  const [days, setDays] = useState({ from: '', to: '' });
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const download = async () => {
    setBusy(true);
    setFault(null);
    try {
      const { data: file } = await get<Blob>('/review/audit/export', { params: instantsOf(days), responseType: 'blob' });
      keep(file, `审计记录${days.from ? `-${days.from}` : ''}${days.to ? `-${days.to}` : ''}.zip`);
      onClose(true);
    } catch (error) {
      setFault(faultOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && !busy && onClose(false)}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>导出审计记录</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={4}>
            <Typography textColor="neutral800">
              导出连续的一段（NDJSON 和 CSV）和它的凭证，不受页面上其他筛选影响；一次最多 {data?.mostExported ?? 50000} 条。导出本身也会记入审计。
            </Typography>
            <Flex gap={4} wrap="wrap">
              {(['from', 'to'] as const).map((name) => (
                <Field.Root key={name} name={`export-${name}`} width="20rem">
                  <Field.Label>{name === 'from' ? '从（空：第一条）' : '到（空：最新一条）'}</Field.Label>
                  <TextInput type="date" value={days[name]} onChange={(event) => setDays({ ...days, [name]: event.currentTarget.value })} />
                </Field.Root>
              ))}
            </Flex>
            <Typography variant="pi" textColor="neutral600" style={{ overflowWrap: 'anywhere' }}>
              凭证用 Ed25519 签名，公钥指纹 {data?.fingerprint ?? '…'}。核验：npm run gongkai -- verify --export 导出的文件；没有本系统也可按包内 README.txt 核验。
            </Typography>
            {fault && <FaultNotice fault={fault} onRefresh={() => window.location.reload()} />}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={() => onClose(false)} disabled={busy}>
            取消
          </Button>
          <Button loading={busy} onClick={() => void download()}>
            导出
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
