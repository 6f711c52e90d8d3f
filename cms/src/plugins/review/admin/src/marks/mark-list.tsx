import { TextButton } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { Mark } from '../requests/answers';

const List = styled.ol`
  display: grid;
  gap: 1rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.3rem;
  line-height: 1.6;

  li {
    padding-inline-start: 1rem;
    border-inline-start: 3px solid ${({ theme }) => theme.colors.warning500};
    overflow-wrap: anywhere;
  }

  q {
    color: ${({ theme }) => theme.colors.neutral600};
  }

  p {
    white-space: pre-line;
  }

  li > div {
    display: flex;
    flex-wrap: wrap;
    gap: 1.2rem;
  }
`;

const SHOWN = 60;

interface Props<M extends Mark> {
  marks: M[];
  onShow?(index: number): void;
  onRemove?(index: number): void;
}

/** Marked passages with what is to be said about each. */
export const MarkList = <M extends Mark>({ marks, onShow, onRemove }: Props<M>) => (
  <List>
    {marks.map((mark, index) => (
      <li key={`${mark.block}.${mark.from}.${index}`}>
        <q>{mark.quote.length > SHOWN ? `${mark.quote.slice(0, SHOWN)}…` : mark.quote}</q>
        {mark.remark && <p>{mark.remark}</p>}
        {(onShow || onRemove) && (
          <div>
            {onShow && <TextButton onClick={() => onShow(index)}>看原文</TextButton>}
            {onRemove && <TextButton onClick={() => onRemove(index)}>删去这处标注</TextButton>}
          </div>
        )}
      </li>
    ))}
  </List>
);
