import { Box, Button, Checkbox, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';

const printed = (codes: string[]): string => `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>恢复码</title>
<style>body{font:14pt sans-serif;margin:2cm}ol{columns:2;font:16pt monospace;line-height:2}</style>
<h1>公开 · 编辑后台：恢复码</h1><p>每个只能用一次。请存放在安全的地方，不要与密码放在一起。</p>
<ol>${codes.map((code) => `<li>${code}</li>`).join('')}</ol>`;

/** Prints from a frame of its own: the page around it is none of the paper's business. */
const print = (codes: string[]): void => {
  const frame = document.createElement('iframe');
  frame.style.cssText = 'position:fixed;width:0;height:0;border:0;';
  frame.srcdoc = printed(codes);
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
};

interface Props {
  codes: string[];
  onKept(): void;
}

/** The recovery codes, this once. */
export const RecoveryCodes = ({ codes, onKept }: Props) => {
  const [kept, setKept] = useState(false);
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Typography>手机不在身边时，用恢复码代替验证码登录。每个只能用一次，只在这里显示一次。请打印或抄下，不要与密码放在一起。</Typography>
      <Box tag="ol" background="neutral100" hasRadius padding={4} paddingLeft={8} style={{ columns: '2 130px', listStyle: 'decimal', fontSize: '1.4rem', fontFamily: 'monospace' }}>
        {codes.map((code) => (
          <li key={code}>
            <Typography style={{ fontFamily: 'monospace' }}>{code}</Typography>
          </li>
        ))}
      </Box>
      <Flex>
        <Button type="button" variant="secondary" onClick={() => print(codes)}>
          打印
        </Button>
      </Flex>
      <Checkbox checked={kept} onCheckedChange={(checked) => setKept(checked === true)}>
        已经打印或抄下
      </Checkbox>
      <Flex>
        <Button type="button" disabled={!kept} onClick={onKept}>
          完成
        </Button>
      </Flex>
    </Flex>
  );
};
