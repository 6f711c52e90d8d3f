import { TextButton, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { styled } from 'styled-components';
import type { AttachmentDifference, BlockDifference, ChoiceDifference, Difference } from '../../../server/src/decisions/differences';
import { useLinksQuery } from '../requests/api';
import { useNames } from '../use-names';
import { folded } from './fold';
import { Deleted, Inserted, Pieces } from './marked';
import { TableDifference } from './table-difference';

const Sheet = styled.div`
  display: grid;
  gap: 1.6rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.6rem;
  line-height: 1.85;

  h3 {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    font-weight: 600;
  }

  dl {
    display: grid;
    grid-template-columns: max-content 1fr;
    gap: 0.4rem 1.6rem;
  }

  dt {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.4rem;
  }

  dd {
    overflow-wrap: anywhere;
  }

  [data-change]:focus {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 3px;
  }

  @media (max-width: 48rem) {
    dl {
      grid-template-columns: 1fr;
      gap: 0;
    }
  }
`;

const Block = styled.div<{ $kind: BlockDifference['kind'] }>`
  display: grid;
  grid-template-columns: 3.2rem minmax(0, 1fr);
  gap: 0.4rem;
  border-inline-start: 3px solid
    ${({ theme, $kind }) =>
      ({ same: 'transparent', changed: theme.colors.warning500, added: theme.colors.success500, removed: theme.colors.danger500 })[$kind]};
  padding-inline-start: 0.8rem;

  @media (max-width: 48rem) {
    grid-template-columns: 2.6rem minmax(0, 1fr);
    gap: 0;
    padding-inline-start: 0.4rem;
  }

  .sign {
    color: ${({ theme }) => theme.colors.neutral600};
    font-size: 1.2rem;
    line-height: 2.4;
    user-select: none;
  }

  .text {
    white-space: pre-line;
    overflow-wrap: anywhere;
  }

  .heading {
    font-weight: 600;
  }

  .indent {
    text-indent: 2em;
  }

  .item {
    padding-inline-start: 2em;
  }

  .end {
    text-align: end;
  }

  .middle {
    text-align: center;
  }

  ul {
    color: ${({ theme }) => theme.colors.warning700};
    font-size: 1.3rem;
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
`;

const SIGNS = { same: '', changed: '改', added: '增', removed: '删' } as const;

/** How a block is set, as far as reading goes. */
const classOf = (element: string): string => {
  const [tag = '', ...styles] = element.split('.');
  const set = [
    /^h\d$/.test(tag) || tag === 'caption' ? 'heading' : '',
    tag === 'li' ? 'item' : '',
    styles.some((style) => ['signature', 'date', 'align-right'].includes(style)) ? 'end' : '',
    styles.some((style) => ['title', 'align-center'].includes(style)) ? 'middle' : '',
    tag === 'p' && styles.length === 0 ? 'indent' : '',
  ];
  return ['text', ...set].filter(Boolean).join(' ');
};

const BodyBlock = ({ block }: { block: BlockDifference }) => (
  <Block $kind={block.kind} {...(block.kind === 'same' ? {} : { 'data-change': '', tabIndex: -1 })}>
    <span className="sign">{block.moved ? (block.kind === 'added' ? '移来' : '移走') : SIGNS[block.kind]}</span>
    <div>
      {block.element === 'table' ? (
        <TableDifference rows={block.rows} />
      ) : (
        <div className={classOf(block.element)}>
          <Pieces pieces={block.pieces} />
        </div>
      )}
      {block.remarks.length > 0 && (
        <ul>
          {block.remarks.map((remark) => (
            <li key={remark}>{remark}</li>
          ))}
        </ul>
      )}
    </div>
  </Block>
);

const Folded = ({ blocks }: { blocks: BlockDifference[] }) => {
  const [open, setOpen] = useState(false);
  if (open) return blocks.map((block, index) => <BodyBlock key={index} block={block} />);
  return <TextButton onClick={() => setOpen(true)}>……其余 {blocks.length} 段没有改动，展开……</TextButton>;
};

const VALIDITY: Record<string, string> = { valid: '有效', invalid: '失效', repealed: '废止' };

/** Titles of linked documents, by their public ids. */
const useTitles = (ids: string[]): ((id: string) => string) => {
  const { data } = useLinksQuery({ ids: ids.join(',') }, { skip: ids.length === 0 });
  return (id) => data?.find((link) => link.id === id)?.title ?? id;
};

const Choice = ({ choice: { field, before, after } }: { choice: ChoiceDifference }) => {
  const names = useNames();
  const isLink = field === 'interprets' || field === 'amends' || field === 'repeals';
  const title = useTitles(isLink ? [...new Set([...before, ...after])] : []);
  const said = (value: string) => (field === 'column' ? names.column(value) : field === 'department' ? names.department(value) : field === 'validity' ? (VALIDITY[value] ?? value) : title(value));
  return (
    <>
      {before.filter((value) => !after.includes(value)).map((value) => (
        <div key={`-${value}`}>
          <Deleted>{said(value)}</Deleted>
        </div>
      ))}
      {after.filter((value) => !before.includes(value)).map((value) => (
        <div key={`+${value}`}>
          <Inserted>{said(value)}</Inserted>
        </div>
      ))}
    </>
  );
};

const Attachment = ({ file }: { file: AttachmentDifference }) => {
  if (file.kind === 'added') return <><Inserted>{file.name}</Inserted>（新增）</>;
  if (file.kind === 'removed') return <><Deleted>{file.name}</Deleted>（去掉）</>;
  if (file.kind === 'renamed') return <><Deleted>{file.formerName}</Deleted> <Inserted>{file.name}</Inserted>（只改了名，内容没变）</>;
  return <>{file.name}（文件名没变，<Inserted>内容换了</Inserted>）</>;
};

/** Everything that differs between two revisions; changes can be gone to one by one (`use-changes.ts`). */
export const DifferenceView = ({ difference: { fields, choices, tables, blocks, attachments, changes } }: { difference: Difference }) => {
  const touched = attachments.filter(({ kind }) => kind !== 'same');
  if (changes === 0) return <Typography textColor="neutral600">两个版本的内容完全相同。</Typography>;
  return (
    <Sheet>
      {fields.length + choices.length > 0 && (
        <section>
          <h3>要素</h3>
          <dl>
            {fields.map(({ field, label, pieces }) => (
              <div key={field} style={{ display: 'contents' }}>
                <dt>{label}</dt>
                <dd data-change="" tabIndex={-1}>
                  <Pieces pieces={pieces} />
                </dd>
              </div>
            ))}
            {choices.map((choice) => (
              <div key={choice.field} style={{ display: 'contents' }}>
                <dt>{choice.label}</dt>
                <dd data-change="" tabIndex={-1}>
                  <Choice choice={choice} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {tables.map(({ field, label, kind, rows }) => (
        <section key={field} data-change="" tabIndex={-1}>
          <h3>
            {label}
            {kind === 'added' ? '（新增）' : kind === 'removed' ? '（去掉）' : ''}
          </h3>
          <TableDifference rows={rows} />
        </section>
      ))}
      <section>
        <h3>正文</h3>
        {folded(blocks).map((stretch, index) =>
          stretch.kind === 'folded' ? <Folded key={index} blocks={stretch.blocks} /> : stretch.blocks.map((block, place) => <BodyBlock key={`${index}.${place}`} block={block} />),
        )}
      </section>
      {touched.length > 0 && (
        <section>
          <h3>附件</h3>
          <ul>
            {touched.map((file, index) => (
              <li key={index} data-change="" tabIndex={-1}>
                <Attachment file={file} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </Sheet>
  );
};
