import { styled } from 'styled-components';

/** A key as it is printed on the board. */
export const Key = styled.kbd`
  display: inline-block;
  min-width: 1.8em;
  padding: 0 0.4em;
  border: 1px solid ${({ theme }) => theme.colors.neutral300};
  border-bottom-width: 2px;
  border-radius: 4px;
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: 500 1.2rem/1.5 ui-monospace, monospace;
  text-align: center;
`;
