import { styled } from 'styled-components';
import type { Piece } from '../../../server/src/decisions/differences';

/** Insertions are underlined, deletions struck through: colour alone would say nothing to some, and nothing in print. */
export const Inserted = styled.ins`
  background: ${({ theme }) => theme.colors.success100};
  color: ${({ theme }) => theme.colors.success700};
  text-decoration: underline;
  text-decoration-thickness: 2px;
  text-underline-offset: 0.2em;
`;

export const Deleted = styled.del`
  background: ${({ theme }) => theme.colors.danger100};
  color: ${({ theme }) => theme.colors.danger700};
  text-decoration: line-through;
`;

/** A text with what came and went in it. */
export const Pieces = ({ pieces }: { pieces: Piece[] }) =>
  pieces.map(({ kind, text }, index) => {
    const key = `${index}${kind}`;
    if (kind === 'added') return <Inserted key={key}>{text}</Inserted>;
    if (kind === 'removed') return <Deleted key={key}>{text}</Deleted>;
    return <span key={key}>{text}</span>;
  });
