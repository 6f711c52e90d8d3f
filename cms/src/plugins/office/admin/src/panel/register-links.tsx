import { Box, Link, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { useEntriesOfDocumentQuery } from '../requests/api';

/** Entries of the register this document was published from. */
export const RegisterLinks = ({ publicId }: { publicId: string }) => {
  const { data } = useEntriesOfDocumentQuery(publicId);
  if (!data) return null;
  if (data.entries.length === 0) return <Typography textColor="neutral600">没有关联的收发文登记。</Typography>;
  return (
    <Box tag="ul">
      {data.entries.map((entry) => (
        <Box tag="li" key={entry.id} paddingBottom={2}>
          <Link tag={NavLink} to={`/plugins/office/register?entry=${entry.id}`}>
            {entry.numberText}
          </Link>
          <Typography tag="p" variant="pi" textColor="neutral600">
            {[entry.documentNumber, entry.title].filter(Boolean).join('　')}
          </Typography>
        </Box>
      ))}
    </Box>
  );
};
