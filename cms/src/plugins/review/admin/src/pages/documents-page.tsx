import { Layouts, Page, useAuth } from '@strapi/admin/strapi-admin';
import { Box, Button, Flex, LinkButton, Main, Typography } from '@strapi/design-system';
import { ChevronLeft, ChevronRight, Plus } from '@strapi/icons';
import { NavLink, useSearchParams } from 'react-router-dom';
import { DOCUMENT, editAddress } from '../content-manager/document-type';
import { DocumentTable } from '../documents/document-table';
import { changed, type Filter, filterOf, isNarrowed, queryOf } from '../documents/filter';
import { FilterForm } from '../documents/filter-form';
import { useNames } from '../names';
import { FaultNotice } from '../panel/fault-notice';
import type { DocumentPage } from '../requests/desk-answers';
import { useDocumentsQuery } from '../requests/desk-api';
import { faultOf } from '../requests/fault';

const counted = (page: DocumentPage | undefined): string => (page ? (page.more ? `超过 ${page.count} 条` : `共 ${page.count} 条`) : '正在读取…');

const Nothing = ({ narrowed }: { narrowed: boolean }) => (
  <Box background="neutral0" hasRadius shadow="tableShadow" padding={8}>
    <Typography textColor="neutral600">{narrowed ? '没有符合条件的稿件，可以放宽筛选条件。' : '还没有稿件。'}</Typography>
  </Box>
);

const Paging = ({ page, onTurn }: { page: DocumentPage; onTurn(cursor: string): void }) => (
  <Flex tag="nav" aria-label="翻页" justifyContent="flex-end" gap={2}>
    <Button variant="tertiary" startIcon={<ChevronLeft />} disabled={page.previous === null} onClick={() => page.previous && onTurn(page.previous)}>
      上一页
    </Button>
    <Button variant="tertiary" endIcon={<ChevronRight />} disabled={page.next === null} onClick={() => page.next && onTurn(page.next)}>
      下一页
    </Button>
  </Flex>
);

const NewDocument = () => (
  <LinkButton tag={NavLink} to={editAddress('create')} startIcon={<Plus />} size="L">
    新建
  </LinkButton>
);

const Documents = () => {
  const [search, setSearch] = useSearchParams();
  const filter = filterOf(search);
  const names = useNames();
  const writes = useAuth('Documents', ({ permissions }) => permissions.some(({ action, subject }) => action === 'plugin::content-manager.explorer.create' && subject === DOCUMENT));
  const { data, error, isFetching, isLoading, refetch } = useDocumentsQuery(queryOf(filter), { refetchOnMountOrArgChange: true });
  const show = (wanted: Filter) => setSearch(queryOf(wanted));
  const turn = (page: string) => {
    show(changed(filter, { page }));
    window.scrollTo({ top: 0 });
  };
  return (
    <Main>
      <Page.Title>稿件</Page.Title>
      <Layouts.Header title="稿件" subtitle={counted(error ? undefined : data)} primaryAction={data?.mayCreate ? <NewDocument /> : undefined} />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={4}>
          <FilterForm filter={filter} writes={writes} onChange={show} />
          {error ? (
            <FaultNotice fault={faultOf(error)} onRefresh={() => void refetch()} />
          ) : isLoading || !data || !names.ready ? (
            <Page.Loading />
          ) : (
            <Flex direction="column" alignItems="stretch" gap={4} aria-busy={isFetching} style={{ opacity: isFetching ? 0.6 : 1 }}>
              {data.rows.length > 0 ? <DocumentTable rows={data.rows} names={names} /> : <Nothing narrowed={isNarrowed(filter)} />}
              {(data.next ?? data.previous) !== null && <Paging page={data} onTurn={turn} />}
            </Flex>
          )}
        </Flex>
      </Layouts.Content>
    </Main>
  );
};

/** 稿件: every document this person may read, filtered, newest first; its address can be handed on. */
const DocumentsPage = () => (
  <Page.Protect permissions={[{ action: 'plugin::review.read', subject: null }]}>
    <Documents />
  </Page.Protect>
);

export default DocumentsPage;
