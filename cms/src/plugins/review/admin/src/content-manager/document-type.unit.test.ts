import { editAddress, editedDocument } from './document-type';

describe('the document of an address', () => {
  it('is found in the address of its edit view', () => {
    expect(editedDocument(`/admin${editAddress('an1wx9n4b5ageg874n8dextn')}`)).toBe('an1wx9n4b5ageg874n8dextn');
  });

  it('is none in a list, for a new document, and in other types', () => {
    const addresses = [
      '/admin/content-manager/collection-types/api::document.document',
      editAddress('create'),
      '/admin/content-manager/collection-types/api::column.column/abc',
    ];
    expect(addresses.map(editedDocument)).toEqual([null, null, null]);
  });
});
