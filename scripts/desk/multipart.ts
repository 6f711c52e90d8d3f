import { randomUUID } from 'node:crypto';

/** One part of a form: a field, or a file where `file` is set. */
export interface FormPart {
  name: string;
  value: string | Buffer;
  file?: { name: string; mediaType: string };
}

/**
 * A form as bytes (RFC 7578). By hand, because `FormData` never ends its stream inside a test runner that gives each test file globals
 * of its own.
 */
export const multipart = (parts: FormPart[]): { contentType: string; body: Buffer } => {
  const boundary = `gongkai-${randomUUID()}`;
  const chunks = parts.flatMap(({ name, value, file }) => [
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${file ? `; filename="${file.name.replaceAll('"', '%22')}"` : ''}\r\n` +
        `${file ? `Content-Type: ${file.mediaType}\r\n` : ''}\r\n`,
    ),
    Buffer.isBuffer(value) ? value : Buffer.from(value),
    Buffer.from('\r\n'),
  ]);
  return { contentType: `multipart/form-data; boundary=${boundary}`, body: Buffer.concat([...chunks, Buffer.from(`--${boundary}--\r\n`)]) };
};
