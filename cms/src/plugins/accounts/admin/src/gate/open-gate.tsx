import { createRoot } from 'react-dom/client';
import { DesignSystemProvider, lightTheme } from '@strapi/design-system';
import { theme } from '../../../../../admin/theme';
import { Gate } from './gate';

const ID = 'accounts-gate';

const gateTheme = { ...lightTheme, colors: { ...lightTheme.colors, ...theme.light.colors } };

/**
 * Stands in front of the admin, which is of no use until the session is through: whatever it asks is refused. A root of its own,
 * because Strapi's pages break when everything they ask for is refused; afterwards the page is loaded anew.
 */
export const openGate = (): void => {
  if (document.getElementById(ID)) return;
  const place = document.createElement('div');
  place.id = ID;
  place.style.cssText = 'position:fixed;inset:0;z-index:1500;overflow:auto;background:#f6f6f9;';
  document.getElementById('strapi')?.setAttribute('inert', '');
  document.body.append(place);
  createRoot(place).render(
    <DesignSystemProvider locale="zh-Hans" theme={gateTheme}>
      <Gate onThrough={() => window.location.reload()} />
    </DesignSystemProvider>,
  );
};
