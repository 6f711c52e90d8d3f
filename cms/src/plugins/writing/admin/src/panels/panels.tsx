import { useFetchClient, useForm } from '@strapi/admin/strapi-admin';
import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Button, Flex, Link, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { NavLink } from 'react-router-dom';
import { DOCUMENT, editAddress } from '../../../../review/admin/src/content-manager/document-type';
import { faultOf } from '../../../../review/admin/src/requests/fault';

interface Citing {
  documentId: string;
  title: string;
  state: string;
  relation: string;
}
interface Scanning {
  state: 'on' | 'off' | 'unreachable';
}
interface Suggestions {
  topicClass: string | null;
  keywords: string[];
  particulars: { documentNumber: string | null; writtenOn: string | null; issuer: string | null };
}

const failed = (error: unknown): string => faultOf((error as { response?: { data?: { error?: unknown } } }).response?.data?.error ?? error).message;

/** What an address answers, asked once; `version` asks again. */
const useAnswer = <T,>(path: string): { answer: T | null; fault: string } => {
  const { get } = useFetchClient();
  const [answer, setAnswer] = useState<T | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    let gone = false;
    get<T>(path).then(
      ({ data }) => !gone && setAnswer(data),
      (error: unknown) => !gone && setFault(failed(error)),
    );
    return () => void (gone = true);
  }, [get, path]);
  return { answer, fault };
};

const Quiet = ({ children }: { children: string }) => <Typography textColor="neutral600">{children}</Typography>;

const CitedBy = ({ documentId }: { documentId: string }) => {
  const { answer, fault } = useAnswer<{ documents: Citing[] }>(`/writing/documents/${documentId}/cited-by`);
  if (fault) return <Typography textColor="danger600">{fault}</Typography>;
  if (!answer) return <Quiet>正在读取…</Quiet>;
  if (answer.documents.length === 0) return <Quiet>没有其他信息引用本文。</Quiet>;
  return (
    <Flex tag="ul" direction="column" alignItems="stretch" gap={2}>
      {answer.documents.map(({ documentId: other, title, state, relation }) => (
        <li key={`${other}${relation}`}>
          <Link tag={NavLink} to={editAddress(other)}>
            {title}
          </Link>
          <Typography variant="pi" textColor="neutral600">
            {' '}
            {relation} · {state}
          </Typography>
        </li>
      ))}
    </Flex>
  );
};

/** 被引用: the other end of 解读、修改、废止. */
export const CitedByPanel: PanelComponent = ({ model, documentId }) =>
  model === DOCUMENT && documentId ? { title: '被引用', content: <CitedBy documentId={documentId} /> } : null;

const SCANNING: Record<Scanning['state'], string> = {
  on: '附件上传时会查毒，并检查格式、宏和加密。',
  off: '没有设置病毒扫描：附件只检查格式、宏和加密。请先用本机杀毒软件查过再上传。',
  unreachable: '病毒扫描服务没有应答，附件暂时不能上传。请联系系统管理员。',
};

const FilesNote = () => {
  const { answer, fault } = useAnswer<Scanning>('/writing/scanning');
  if (fault) return <Typography textColor="danger600">{fault}</Typography>;
  if (!answer) return <Quiet>正在读取…</Quiet>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography textColor={answer.state === 'on' ? 'neutral800' : 'warning700'}>{SCANNING[answer.state]}</Typography>
      <Quiet>可上传 PDF、Word、Excel、WPS、OFD 和图片；附件最大 100 MB，图片最大 20 MB；带宏、加密的文件不能上传。</Quiet>
    </Flex>
  );
};

/** 附件检查: what is looked at when a file comes in, and what is not. */
export const FilesPanel: PanelComponent = ({ model }) => (model === DOCUMENT ? { title: '附件检查', content: <FilesNote /> } : null);

const Suggest = () => {
  const { post } = useFetchClient();
  const { values, onChange } = useForm('Suggest', (form) => ({ values: form.values as Record<string, unknown>, onChange: form.onChange }));
  const [found, setFound] = useState<Suggestions | null>(null);
  const [said, setSaid] = useState('');
  const ask = async () => {
    setSaid('正在分析…');
    try {
      const { data } = await post<Suggestions>('/writing/suggestions', { title: values.title, body: values.body });
      setFound(data);
      setSaid('');
    } catch (error) {
      setSaid(failed(error));
    }
  };
  const offers: [string, string, string][] = found
    ? [
        ['topicClass', '主题分类', found.topicClass ?? ''],
        ['keywords', '关键词', found.keywords.join('，')],
        ['documentNumber', '发文字号', found.particulars.documentNumber ?? ''],
        ['issuer', '发文机关', found.particulars.issuer ?? ''],
        ['writtenOn', '成文日期', found.particulars.writtenOn ?? ''],
      ]
    : [];
  const useful = offers.filter(([field, , value]) => value !== '' && value !== values[field]);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Button variant="secondary" onClick={() => void ask()}>
        建议
      </Button>
      <Typography role="status" textColor="neutral600">
        {said || (found && useful.length === 0 ? '没有新的建议。' : '按标题和正文建议分类、关键词和文件要素，由您决定是否采用。')}
      </Typography>
      {useful.map(([field, label, value]) => (
        <Flex key={field} justifyContent="space-between" gap={2}>
          <Typography>
            {label}：{value}
          </Typography>
          <Button size="S" variant="tertiary" onClick={() => onChange(field, value)}>
            采用
          </Button>
        </Flex>
      ))}
    </Flex>
  );
};

export const SuggestPanel: PanelComponent = ({ model }) => (model === DOCUMENT ? { title: '建议', content: <Suggest /> } : null);
