import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { revisionAddress } from '../addresses';
import { useOpenMarksQuery } from '../requests/reviewing';
import { MarkList } from './mark-list';

/**
 * What a reviewer marked when returning it, beside the form of whoever revises it. An editor that shows them in the text takes the
 * same marks from `useOpenMarksQuery` and finds them with `placeOf` (`places.ts`).
 */
export const OpenMarks = ({ documentId }: { documentId: string }) => {
  const { data: marks = [] } = useOpenMarksQuery(documentId, { refetchOnMountOrArgChange: true });
  const [first] = marks;
  if (!first) return null;
  return (
    <Box tag="section" aria-label="审核人的标注">
      <Flex justifyContent="space-between" gap={2} paddingBottom={2}>
        <Typography tag="h3" variant="sigma" textColor="neutral600">
          {first.by}的标注（{marks.length} 处）
        </Typography>
        <Link tag={NavLink} to={revisionAddress(documentId, first.revision)}>
          在原文里看
        </Link>
      </Flex>
      <MarkList marks={marks} />
      <Typography tag="p" variant="pi" textColor="neutral600" paddingTop={2}>
        改好后重新送审，标注即告办结。
      </Typography>
    </Box>
  );
};
