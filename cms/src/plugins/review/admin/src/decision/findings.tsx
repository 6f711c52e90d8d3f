import { styled } from 'styled-components';
import { useFindingsQuery } from '../requests/reviewing';
import { AsideSection } from './aside-section';

const List = styled.ul`
  display: grid;
  gap: 0.6rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.6;

  li {
    overflow-wrap: anywhere;
  }

  b {
    color: ${({ theme }) => theme.colors.danger700};
  }
`;

const SEVERITIES: Record<string, string> = { block: '必须改正', stop: '必须改正', error: '必须改正', warn: '请核对', warning: '请核对', notice: '提示', info: '提示' };

/** What the checks have found; nothing where there are no checks or they found nothing. */
export const Findings = ({ documentId }: { documentId: string }) => {
  const { data = [], isError } = useFindingsQuery(documentId, { refetchOnMountOrArgChange: true });
  if (isError || data.length === 0) return null;
  return (
    <AsideSection title="检查发现" count={data.length}>
      <List>
        {data.map((finding, index) => (
          <li key={index}>
            <b>{SEVERITIES[finding.severity] ?? '请核对'}</b>：{finding.message}
            {finding.quote && <q>{finding.quote}</q>}
          </li>
        ))}
      </List>
    </AsideSection>
  );
};
