import type { ReactNode } from 'react';
import { styled } from 'styled-components';

const Section = styled.section`
  padding: 1.4rem 1.6rem;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};

  > h2 {
    display: flex;
    justify-content: space-between;
    margin-bottom: 0.8rem;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.4rem;
    font-weight: 600;
  }
`;

/** A part beside the text, under its name. @param headed false where what is inside begins with a heading of its own */
export const AsideSection = ({ title, count, headed = true, children }: { title: string; count?: number; headed?: boolean; children: ReactNode }) => (
  <Section aria-label={title}>
    {headed && (
      <h2>
        {title}
        {count !== undefined && <span>{count}</span>}
      </h2>
    )}
    {children}
  </Section>
);
