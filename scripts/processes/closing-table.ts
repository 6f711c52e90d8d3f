import { z } from 'zod';
import type { Settings } from '../settings.ts';
import { table } from './table.ts';

/** `accounts.json`: accounts of the demonstration with the passwords made for them. */
const accountsSchema = z.array(z.object({ email: z.string(), password: z.string(), role: z.string(), name: z.string() }));

const ROLE_NAMES: Record<string, string> = {
  uploader: '信息上传员',
  'deputy-head': '副站长',
  head: '站长',
  releaser: '发布员',
  'system-admin': '系统管理员',
  'security-admin': '安全管理员',
  auditor: '审计员',
  'super-admin': '应急账号',
};

/** One account for each role, in the order a document passes them. */
const onePerRole = (accounts: z.output<typeof accountsSchema>) =>
  Object.keys(ROLE_NAMES).flatMap((role) => accounts.filter((account) => account.role === role).slice(0, 1));

/**
 * What is printed once all is up: addresses, and the demonstration's accounts where there are any.
 * @param accounts content of `accounts.json`, or null
 */
export const closingTable = (settings: Settings, parts: readonly string[], accounts: unknown): string => {
  const lines = [''];
  const addresses = [
    ...(parts.includes('site') ? [['网站', `${settings.siteUrl}/`]] : []),
    ...(parts.includes('cms') ? [['后台', `${settings.cmsUrl}/admin`]] : []),
    ['数据', settings.dataFolder],
  ];
  lines.push(table(addresses));
  const parsed = accountsSchema.safeParse(
    Array.isArray(accounts) ? accounts : (accounts as { accounts?: unknown } | null)?.accounts,
  );
  if (parts.includes('cms') && parsed.success && parsed.data.length > 0) {
    lines.push('', '演示账号（每个角色一个，全部在 accounts.json）：');
    if (process.env.CMS_SECOND_FACTOR === 'off') lines.push('  演示没有启用双因素登录；要启用，设置 CMS_SECOND_FACTOR=required');
    lines.push(
      table(
        onePerRole(parsed.data).map(({ role, name, email, password }) => [
          `  ${ROLE_NAMES[role] ?? role}`,
          name,
          email,
          password,
        ]),
      ),
    );
  }
  lines.push('', '按 Ctrl-C 停止。');
  return lines.join('\n');
};
