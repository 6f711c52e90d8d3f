import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import { DOCUMENT } from '../content-manager/document-type';
import { PanelContent } from './panel-content';

/** 审核: the side panel of a document's edit view: its state, who did what, and the buttons this person may press. */
export const ReviewPanel: PanelComponent = ({ model, documentId, document }) => {
  if (model !== DOCUMENT) return null;
  const seen = typeof document?.lockVersion === 'number' ? document.lockVersion : null;
  return {
    title: '审核',
    content: documentId ? (
      <PanelContent documentId={documentId} seenVersion={seen} />
    ) : (
      <Typography textColor="neutral600">保存草稿后，在这里送审。</Typography>
    ),
  };
};
