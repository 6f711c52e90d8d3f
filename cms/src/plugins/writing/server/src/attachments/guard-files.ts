import { readFile } from 'node:fs/promises';
import type { Core } from '@strapi/strapi';
import { environment } from '../../../../../environment';
import { invalid } from '../../../../review/server/src/errors';
import { folderFor } from './department-folder';
import { inspect } from './inspect';
import { scan } from './scan';

interface HandedIn {
  filepath: string;
  originalFilename: string | null;
  mimetype?: string | null;
  /** What Strapi found by itself; it wins over `mimetype`. */
  detectedMimeType?: string;
}
interface Info {
  name?: string | null;
  folder?: number | null;
  caption?: string | null;
}
interface Handed {
  data: { fileInfo?: Info | Info[]; [more: string]: unknown };
  files: HandedIn | HandedIn[];
}
interface UploadService {
  upload(handed: Handed, options?: unknown): Promise<unknown>;
  replace(id: number, handed: { data: Handed['data']; file: HandedIn }, options?: unknown): Promise<unknown>;
}

const all = <T>(one: T | T[] | undefined): T[] => (one === undefined ? [] : Array.isArray(one) ? one : [one]);

/** @throws a refusal that names the file */
const mustBeSound = async (strapi: Core.Strapi, file: HandedIn, name: string): Promise<void> => {
  const bytes = await readFile(file.filepath);
  const { fault, kind } = inspect(name, bytes);
  if (fault) throw invalid(`FILE_${fault.code}`, `「${name}」：${fault.message}`, fault.hint);
  const { clamav } = environment();
  if (clamav !== null) {
    const verdict = await scan(clamav, bytes).catch((error: unknown) => {
      strapi.log.error(`病毒扫描没有完成：${error instanceof Error ? error.message : String(error)}`);
      throw invalid('FILE_NOT_SCANNED', `「${name}」：病毒扫描服务没有应答，文件没有上传。`, '请稍后再试；仍不行请联系系统管理员检查扫描服务。');
    });
    if (!verdict.clean) throw invalid('FILE_VIRUS', `「${name}」：查出病毒（${verdict.virus}），没有上传。`, '请用杀毒软件清理电脑，换用干净的文件。');
  }
  // What it is by its bytes: the browser's word is only a guess from the name.
  file.mimetype = kind.mediaType;
  file.detectedMimeType = kind.mediaType;
};

const nameOf = (file: HandedIn, info: Info | undefined): string => info?.name || file.originalFilename || '';

/**
 * Files come in by one service, whatever the door (upload, replacement, media library, import): here each is inspected and scanned
 * before it lies anywhere. New ones go into the folder of the uploader's department unless another was chosen.
 */
export const guardFiles = (strapi: Core.Strapi): void => {
  const service = strapi.plugin('upload').service('upload') as UploadService;
  const { upload, replace } = service;
  service.upload = async (handed, ...rest) => {
    const infos = all(handed.data.fileInfo);
    const files = all(handed.files);
    for (const [index, file] of files.entries()) {
      await mustBeSound(strapi, file, file.originalFilename ?? '');
      // The name people see is the one that is offered for saving: it must not say something else.
      const shown = nameOf(file, infos[index]);
      if (shown !== file.originalFilename && /\.[^.]+$/.test(shown)) await mustBeNamed(shown, await readFile(file.filepath));
    }
    const folder = await folderFor(strapi);
    const filed = files.map((_file, index) => ({ ...infos[index], folder: infos[index]?.folder ?? folder }));
    return upload.call(service, { ...handed, data: { ...handed.data, fileInfo: Array.isArray(handed.files) ? filed : filed[0] } }, ...rest);
  };
  service.replace = async (id, handed, ...rest) => {
    await mustBeSound(strapi, handed.file, handed.file.originalFilename ?? '');
    return replace.call(service, id, handed, ...rest);
  };
};

const mustBeNamed = async (name: string, bytes: Uint8Array): Promise<void> => {
  const { fault } = inspect(name, bytes);
  if (fault) throw invalid(`FILE_${fault.code}`, `「${name}」：${fault.message}`, fault.hint);
};
