import { Flex, Link } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { decisionAddress, historyAddress } from '../addresses';

/** From the form to the screens beside it. */
export const Elsewhere = ({ documentId, submitted }: { documentId: string; submitted: boolean }) =>
  submitted ? (
    <Flex gap={4}>
      <Link tag={NavLink} to={decisionAddress(documentId)}>
        审阅页面
      </Link>
      <Link tag={NavLink} to={historyAddress(documentId)}>
        历史版本
      </Link>
    </Flex>
  ) : null;
