import { Button, Field, Flex, Modal, TextInput, Typography } from '@strapi/design-system';
import { type FormEvent, type ReactNode, useState } from 'react';

/** A question with its answer's button; nothing behind it is submitted by Enter. */
export const Ask = ({ title, confirm, ready, onConfirm, onCancel, extra, children }: { title: string; confirm: string; ready: boolean; onConfirm(): void; onCancel(): void; extra?: ReactNode; children: ReactNode }) => {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (ready) onConfirm();
  };
  return (
    <Modal.Root open onOpenChange={(open) => !open && onCancel()}>
      <Modal.Content>
        <Modal.Header closeLabel="关闭">
          <Modal.Title>{title}</Modal.Title>
        </Modal.Header>
        <form onSubmit={submit}>
          <Modal.Body>
            <Flex direction="column" alignItems="stretch" gap={4}>
              {children}
            </Flex>
          </Modal.Body>
          <Modal.Footer>
            <Button variant="tertiary" onClick={onCancel}>
              取消
            </Button>
            <Flex gap={2}>
              {extra}
              <Button type="submit" disabled={!ready}>
                {confirm}
              </Button>
            </Flex>
          </Modal.Footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
};

const Line = ({ label, name, value, hint, error, required, onChange }: { label: string; name: string; value: string; hint?: string; error?: string; required?: boolean; onChange(value: string): void }) => (
  <Field.Root name={name} id={name} hint={hint} error={error} required={required}>
    <Field.Label>{label}</Field.Label>
    <TextInput name={name} value={value} onChange={(event: { target: { value: string } }) => onChange(event.target.value)} />
    <Field.Hint />
    <Field.Error />
  </Field.Root>
);

const ADDRESS = /^(https?:\/\/\S+|mailto:\S+@\S+|tel:[\d+-]+|\/[^/\\]\S*|#[\w-]+)$/i;

export interface LinkAnswer {
  href: string;
  title: string;
}

/** 链接: an address a reader may be sent to. */
export const LinkDialog = ({ given, onConfirm, onRemove, onCancel }: { given: LinkAnswer; onConfirm(answer: LinkAnswer): void; onRemove?(): void; onCancel(): void }) => {
  const [{ href, title }, setAnswer] = useState(given);
  const wrong = href.trim() !== '' && !ADDRESS.test(href.trim());
  return (
    <Ask
      title="链接"
      confirm="确定"
      ready={href.trim() !== '' && !wrong}
      onCancel={onCancel}
      onConfirm={() => onConfirm({ href: href.trim(), title: title.trim() })}
      extra={
        onRemove && (
          <Button variant="danger-light" onClick={onRemove}>
            取消链接
          </Button>
        )
      }
    >
      <Line label="网址" name="link-href" value={href} required error={wrong ? '请填写以 https:// 开头的网址、mailto: 邮箱、站内路径或 #锚点。' : undefined} onChange={(value) => setAnswer({ href: value, title })} />
      <Line label="说明（鼠标停留时显示，可不填）" name="link-title" value={title} onChange={(value) => setAnswer({ href, title: value })} />
    </Ask>
  );
};

/** 替代文字: what a reader who cannot see the picture is told. Without it no picture goes in. */
export const PictureDialog = ({ src, given, confirm, onConfirm, onCancel }: { src: string; given: string; confirm: string; onConfirm(alt: string): void; onCancel(): void }) => {
  const [alt, setAlt] = useState(given);
  return (
    <Ask title="图片的替代文字" confirm={confirm} ready={alt.trim() !== ''} onCancel={onCancel} onConfirm={() => onConfirm(alt.trim())}>
      {src.startsWith('/') && <img src={src} alt="" style={{ maxWidth: '100%', maxHeight: 200, objectFit: 'contain' }} />}
      <Line label="替代文字" name="picture-alt" required value={alt} hint="用一句话说明图片内容，供看不见图片的读者使用；没有替代文字的图片不能插入。" onChange={setAlt} />
    </Ask>
  );
};

const MOST_ROWS = 100;
const MOST_COLUMNS = 20;

export const TableDialog = ({ onConfirm, onCancel }: { onConfirm(rows: number, columns: number): void; onCancel(): void }) => {
  const [{ rows, columns }, setSize] = useState({ rows: '3', columns: '3' });
  const [height, width] = [Number(rows), Number(columns)];
  const ready = Number.isInteger(height) && Number.isInteger(width) && height >= 1 && width >= 1 && height <= MOST_ROWS && width <= MOST_COLUMNS;
  return (
    <Ask title="插入表格" confirm="插入" ready={ready} onCancel={onCancel} onConfirm={() => onConfirm(height, width)}>
      <Line label={`行数（1 到 ${MOST_ROWS}，第一行作表头）`} name="table-rows" value={rows} onChange={(value) => setSize({ rows: value, columns })} />
      <Line label={`列数（1 到 ${MOST_COLUMNS}）`} name="table-columns" value={columns} onChange={(value) => setSize({ rows, columns: value })} />
    </Ask>
  );
};

const KEYS: [string, string][] = [
  ['Alt+F10', '从正文到工具栏；左右方向键选按钮，Esc 回到正文'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['Ctrl+B / I / U', '加粗 / 着重 / 下划线'],
  ['Ctrl+K', '链接'],
  ['Ctrl+F', '查找和替换'],
  ['Ctrl+Shift+L / E / R', '左对齐 / 居中 / 右对齐'],
  ['Tab / Shift+Tab', '表格里：下一格 / 上一格；列表里：降级 / 升级'],
  ['Shift+方向键', '表格里：选中相邻的单元格，再按「合并」'],
  ['F11 / Esc', '进入全屏 / 退出全屏'],
];

export const HelpDialog = ({ onCancel }: { onCancel(): void }) => (
  <Ask title="键盘操作" confirm="知道了" ready onConfirm={onCancel} onCancel={onCancel}>
    {KEYS.map(([keys, what]) => (
      <Flex key={keys} gap={4} alignItems="flex-start">
        <Typography fontWeight="bold" style={{ minWidth: 150 }}>
          {keys}
        </Typography>
        <Typography>{what}</Typography>
      </Flex>
    ))}
  </Ask>
);
