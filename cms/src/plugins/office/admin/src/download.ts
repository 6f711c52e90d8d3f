import { useFetchClient, useNotification } from '@strapi/admin/strapi-admin';
import { useState } from 'react';
import { faultOf } from '../../../review/admin/src/requests/fault';

/** Fetches a file with the session of this person and hands it to the browser to keep. */
export const useDownload = (): { busy: boolean; download(url: string, params: object, name: string): Promise<void> } => {
  const { get } = useFetchClient();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const download = async (url: string, params: object, name: string) => {
    setBusy(true);
    try {
      const { data } = await get<Blob>(url, { params, responseType: 'blob' });
      const address = URL.createObjectURL(data);
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      URL.revokeObjectURL(address);
    } catch (error) {
      const { message, hint } = faultOf(error);
      toggleNotification({ type: 'danger', message: `${message}${hint}` });
    } finally {
      setBusy(false);
    }
  };
  return { busy, download };
};
