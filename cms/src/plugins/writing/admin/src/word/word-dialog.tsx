import { useFetchClient, useForm } from '@strapi/admin/strapi-admin';
import { Box, Button, Checkbox, Field, Flex, Loader, Modal, TextInput, Typography } from '@strapi/design-system';
import { type ChangeEvent, useRef, useState } from 'react';
import { faultOf, type Fault } from '../../../../review/admin/src/requests/fault';
import { FaultNotice } from '../../../../review/admin/src/panel/fault-notice';
import { Paper } from '../editor/paper';

interface WordPicture {
  placeholder: string;
  mediaType: string;
  base64: string;
  alt: string;
}
interface Converted {
  html: string;
  pictures: WordPicture[];
  losses: { what: string; count: number; became: string }[];
  particulars: { title: string | null; documentNumber: string | null; writtenOn: string | null; issuer: string | null };
}

const LABELS = { title: '标题', documentNumber: '发文字号', writtenOn: '成文日期', issuer: '发文机关' } as const;
type Field_ = keyof typeof LABELS;
const FIELDS = Object.keys(LABELS) as Field_[];

const fileOf = ({ base64, mediaType }: WordPicture, index: number): File => {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new File([bytes], `word-${index + 1}.${mediaType.split('/')[1] ?? 'png'}`, { type: mediaType });
};

const noteFor = (index: number): string => `【第 ${index + 1} 张图片没有上传，请用「图片」按钮插入】`;

/** Pictures without words stay behind, each with a note in its place. */
const withNotes = (html: string, pictures: WordPicture[], kept: ReadonlyMap<string, { url: string; alt: string }>): string => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const [index, { placeholder }] of pictures.entries()) {
    for (const picture of page.querySelectorAll(`img[src="${placeholder}"]`)) {
      const stored = kept.get(placeholder);
      if (stored) {
        picture.setAttribute('src', stored.url);
        picture.setAttribute('alt', stored.alt);
      } else {
        const note = page.createElement('p');
        note.className = 'to-do';
        note.textContent = noteFor(index);
        (picture.closest('p') ?? picture).after(note);
        picture.remove();
      }
    }
  }
  return page.body.innerHTML;
};

/** 从 Word 导入: chosen, converted on the server, looked at, then put in. */
export const WordDialog = ({ onConfirm, onCancel }: { onConfirm(html: string): void; onCancel(): void }) => {
  const { post } = useFetchClient();
  const change = useForm('WordDialog', (form) => form.onChange);
  const [converted, setConverted] = useState<Converted | null>(null);
  const [alts, setAlts] = useState<Record<string, string>>({});
  const [wanted, setWanted] = useState<Partial<Record<Field_, boolean>>>({});
  const [fault, setFault] = useState<Fault | null>(null);
  const [busy, setBusy] = useState('');
  const [file, setFile] = useState('');
  const picker = useRef<HTMLInputElement>(null);

  const attempt = async (what: string, work: () => Promise<void>): Promise<void> => {
    setBusy(what);
    setFault(null);
    try {
      await work();
    } catch (error) {
      const answer = error as { response?: { data?: { error?: unknown } } };
      setFault(faultOf(answer.response?.data?.error ?? error));
    } finally {
      setBusy('');
    }
  };
  const convert = (file: File) =>
    attempt('正在转换…', async () => {
      const form = new FormData();
      form.append('file', file, file.name);
      const { data } = await post<Converted>('/writing/word', form);
      setConverted(data);
      setAlts(Object.fromEntries(data.pictures.map(({ placeholder, alt }) => [placeholder, alt])));
    });
  const put = (result: Converted) =>
    attempt('正在上传图片…', async () => {
      const kept = new Map<string, { url: string; alt: string }>();
      for (const [index, picture] of result.pictures.entries()) {
        const alt = (alts[picture.placeholder] ?? '').trim();
        if (alt === '') continue;
        const form = new FormData();
        const file = fileOf(picture, index);
        form.append('files', file, file.name);
        form.append('fileInfo', JSON.stringify({ name: file.name, alternativeText: alt }));
        const { data } = await post<{ url: string }[]>('/upload', form);
        const [stored] = data;
        if (stored) kept.set(picture.placeholder, { url: stored.url, alt });
      }
      for (const field of FIELDS) if (wanted[field] && result.particulars[field]) change(field, result.particulars[field]);
      onConfirm(withNotes(result.html, result.pictures, kept));
    });
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const [given] = event.currentTarget.files ?? [];
    if (!given) return;
    setFile(given.name);
    setConverted(null);
    void convert(given);
  };
  const suggested = FIELDS.filter((field) => converted?.particulars[field]);

  return (
    <Modal.Root open onOpenChange={(open: boolean) => !open && !busy && onCancel()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>从 Word 导入</Modal.Title>
        </Modal.Header>
        <Modal.Body>
          <Flex direction="column" alignItems="stretch" gap={5}>
            <Field.Root name="word-file" id="word-file" hint="最大 30 MB。保留标题、段落、列表、表格、脚注和链接；字体、颜色、页眉页脚不带入。">
              <Field.Label>.docx 文件</Field.Label>
              {/* The browser's own button speaks the browser's language. */}
              <input ref={picker} type="file" accept=".docx" aria-label="Word 文件" onChange={chosen} hidden />
              <Flex gap={3}>
                <Button variant="secondary" onClick={() => picker.current?.click()} disabled={busy !== ''}>
                  选择文件
                </Button>
                <Typography>{file || '还没有选择'}</Typography>
              </Flex>
              <Field.Hint />
            </Field.Root>
            {busy && (
              <Flex gap={2} role="status">
                <Loader small>{busy}</Loader>
                <Typography>{busy}</Typography>
              </Flex>
            )}
            {fault && <FaultNotice fault={fault} onRefresh={() => setFault(null)} />}
            {converted && (
              <>
                {converted.losses.length > 0 && (
                  <Box>
                    <Typography variant="delta" tag="h3">
                      需要您留意
                    </Typography>
                    <ul>
                      {converted.losses.map(({ what, count, became }) => (
                        <li key={what}>
                          <Typography textColor="warning700">
                            {what}（{count} 处）：{became}
                          </Typography>
                        </li>
                      ))}
                    </ul>
                  </Box>
                )}
                {converted.pictures.length > 0 && (
                  <Box>
                    <Typography variant="delta" tag="h3">
                      图片的替代文字
                    </Typography>
                    <Typography textColor="neutral600">不填的图片不上传，正文里留下记号。</Typography>
                    {converted.pictures.map(({ placeholder, mediaType, base64 }, index) => (
                      <Flex key={placeholder} gap={3} paddingTop={2}>
                        <img src={`data:${mediaType};base64,${base64}`} alt={`第 ${index + 1} 张图片`} style={{ width: 96, height: 72, objectFit: 'contain' }} />
                        <TextInput
                          aria-label={`第 ${index + 1} 张图片的替代文字`}
                          name={placeholder}
                          value={alts[placeholder] ?? ''}
                          onChange={(event: { target: { value: string } }) => setAlts((before) => ({ ...before, [placeholder]: event.target.value }))}
                        />
                      </Flex>
                    ))}
                  </Box>
                )}
                {suggested.length > 0 && (
                  <Box>
                    <Typography variant="delta" tag="h3">
                      填入表单
                    </Typography>
                    {suggested.map((field) => (
                      <Checkbox key={field} checked={wanted[field] ?? false} onCheckedChange={(on: boolean | 'indeterminate') => setWanted((before) => ({ ...before, [field]: on === true }))}>
                        {`${LABELS[field]}：${converted.particulars[field] ?? ''}`}
                      </Checkbox>
                    ))}
                  </Box>
                )}
                <Box borderColor="neutral200" hasRadius>
                  <Paper $full={false} aria-label="转换结果">
                    {/* Sanitised by the server; pictures are not there yet. */}
                    <div className="ProseMirror" dangerouslySetInnerHTML={{ __html: withNotes(converted.html, converted.pictures, new Map()) }} />
                  </Paper>
                </Box>
              </>
            )}
          </Flex>
        </Modal.Body>
        <Modal.Footer>
          <Button variant="tertiary" onClick={onCancel} disabled={busy !== ''}>
            取消
          </Button>
          <Button disabled={!converted || busy !== ''} onClick={() => converted && void put(converted)}>
            放入正文
          </Button>
        </Modal.Footer>
      </Modal.Content>
    </Modal.Root>
  );
};
