import { styled } from 'styled-components';

/** The text as it will stand on the page (`site/src/components/document-body/document-body.css`), and the frame around it. */
export const Frame = styled.div<{ $full: boolean; $disabled: boolean }>`
  display: flex;
  flex-direction: column;
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme, $full }) => ($full ? 0 : theme.borderRadius)};
  background: ${({ theme, $disabled }) => ($disabled ? theme.colors.neutral150 : theme.colors.neutral0)};
  ${({ $full }) => ($full ? 'position: fixed; inset: 0; z-index: 500;' : '')}

  &:focus-within {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

export const Bar = styled.div`
  display: flex;
  flex-wrap: wrap;
  gap: 4px 12px;
  padding: 8px;
  border-bottom: 1px solid ${({ theme }) => theme.colors.neutral200};
  background: ${({ theme }) => theme.colors.neutral100};

  [role='group'] {
    display: flex;
    flex-wrap: wrap;
    gap: 2px;
  }

  button,
  select {
    min-height: 32px;
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: 4px;
    background: transparent;
    color: ${({ theme }) => theme.colors.neutral800};
    font: inherit;
    font-size: 1.3rem;
    white-space: nowrap;
    cursor: pointer;
  }

  select {
    max-width: 100%;
    border-color: ${({ theme }) => theme.colors.neutral200};
    background: ${({ theme }) => theme.colors.neutral0};
  }

  button:hover:not([aria-disabled='true']) {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  button[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
    color: ${({ theme }) => theme.colors.primary700};
  }

  button[aria-disabled='true'] {
    color: ${({ theme }) => theme.colors.neutral500};
    cursor: default;
  }

  button:focus-visible,
  select:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`;

export const Paper = styled.div<{ $full: boolean }>`
  flex: 1;
  min-height: 0;
  overflow: auto;
  ${({ $full }) => ($full ? '' : 'max-height: 70vh;')}

  .ProseMirror {
    box-sizing: border-box;
    max-width: 84rem;
    min-height: 32rem;
    margin-inline: auto;
    padding: 20px 24px;
    outline: none;
    color: ${({ theme }) => theme.colors.neutral800};
    font-size: 1.7rem;
    line-height: 1.85;
    overflow-wrap: anywhere;
  }

  .ProseMirror > * + * {
    margin-top: 0.85em;
  }

  :is(h2, h3, h4) {
    margin-top: 1.2em;
    font-size: 1.9rem;
    font-weight: 600;
  }

  h4 {
    font-size: 1.7rem;
  }

  :is(strong, th) {
    font-weight: 600;
  }

  em {
    font-style: normal;
    text-emphasis: filled dot;
    text-emphasis-position: under right;
  }

  sup {
    vertical-align: super;
    font-size: 0.75em;
  }

  sub {
    vertical-align: sub;
    font-size: 0.75em;
  }

  :is(ul, ol) {
    padding-inline-start: 2em;
  }

  ul {
    list-style: disc;
  }

  ol {
    list-style: decimal;
  }

  ol[type='a'] {
    list-style: lower-alpha;
  }

  blockquote {
    padding-inline-start: 1em;
    border-inline-start: 4px solid ${({ theme }) => theme.colors.neutral300};
  }

  pre {
    padding: 8px;
    background: ${({ theme }) => theme.colors.neutral100};
    white-space: pre-wrap;
  }

  img {
    display: block;
    max-width: 100%;
    margin-inline: auto;
  }

  .asset {
    padding: 2px 8px;
    border: 1px dashed ${({ theme }) => theme.colors.neutral500};
  }

  a {
    color: ${({ theme }) => theme.colors.primary600};
    text-decoration: underline;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    table-layout: fixed;
    font-size: 1.5rem;
    line-height: 1.6;
  }

  :is(td, th) {
    position: relative;
    padding: 6px 10px;
    border: 1px solid ${({ theme }) => theme.colors.neutral500};
    text-align: start;
    vertical-align: top;
  }

  th {
    background: ${({ theme }) => theme.colors.neutral150};
  }

  .selectedCell::after {
    content: '';
    position: absolute;
    inset: 0;
    border: 2px solid ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary200};
    opacity: 0.5;
    pointer-events: none;
  }

  table-caption {
    display: block;
    font-weight: 600;
  }

  table-caption::before {
    content: '表题';
    margin-inline-end: 8px;
    padding: 0 6px;
    background: ${({ theme }) => theme.colors.neutral150};
    font-size: 1.2rem;
    font-weight: 400;
    float: inline-start;
  }

  table-caption + table {
    margin-top: 0.2em;
  }

  .title {
    font-weight: 600;
  }

  :is(.align-center, .title) {
    text-align: center;
  }

  :is(.align-right, .signature, .date) {
    text-align: end;
  }

  .indent {
    text-indent: 2em;
  }

  .signature {
    margin-top: 2em;
    padding-inline-end: 3.5em;
  }

  .date {
    padding-inline-end: 4em;
  }

  .attachment-note {
    margin-inline-start: 5em;
    text-indent: -3em;
  }

  .footnote {
    font-size: 1.4rem;
    line-height: 1.6;
  }

  .to-do {
    padding: 4px 10px;
    border-inline-start: 4px solid ${({ theme }) => theme.colors.warning600};
    background: ${({ theme }) => theme.colors.warning100};
    color: ${({ theme }) => theme.colors.warning700};
    text-indent: 0;
  }

  .ProseMirror-selectednode {
    outline: 3px solid ${({ theme }) => theme.colors.primary600};
  }
`;

export const Foot = styled.div`
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 4px 16px;
  padding: 6px 12px;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral200};
  color: ${({ theme }) => theme.colors.neutral600};
  font-size: 1.2rem;
`;
