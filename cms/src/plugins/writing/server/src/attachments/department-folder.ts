import type { Core } from '@strapi/strapi';
import { departmentsOf } from '../../../../review/server/src/actors';
import { reading } from '../../../../review/server/src/tables/reading';

interface Folder {
  id: number;
  name: string;
}
interface FolderService {
  create(data: { name: string; parent: number | null }): Promise<Folder>;
}

const FOLDER = 'plugin::upload.folder';

/** 部门文件夹: where the files of this person's department lie in the media library; made when it is first needed. Null: no department. */
export const folderFor = async (strapi: Core.Strapi): Promise<number | null> => {
  const user = strapi.requestContext.get()?.state?.user as { email?: string } | undefined;
  if (!user?.email) return null;
  const [code] = await departmentsOf(strapi, user.email);
  if (code === undefined) return null;
  const department = (await (await reading(strapi))('departments').where({ code }).first('name')) as { name: string } | undefined;
  const name = department?.name ?? code;
  const known = (await strapi.db.query(FOLDER).findOne({ where: { name, parent: null } })) as Folder | null;
  if (known) return known.id;
  const service = strapi.plugin('upload').service('folder') as FolderService;
  return (await service.create({ name, parent: null })).id;
};
