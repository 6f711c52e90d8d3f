import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../fault.ts';
import type { Settings } from '../settings.ts';

/** Answer of the CMS; `seq`: number of the audit entry at fault. */
const answerSchema = z.object({
  ok: z.boolean(),
  entries: z.int().nonnegative(),
  faults: z.array(z.object({ seq: z.int().nullish(), code: z.string(), message: z.string() })),
});

const askCms = async (settings: Settings): Promise<z.output<typeof answerSchema>> => {
  const address = `${settings.cmsUrl}/api/review/verify`;
  let response: Response;
  try {
    response = await fetch(address, { method: 'POST', headers: { authorization: `Bearer ${settings.secrets.operatorToken}` } });
  } catch (error) {
    throw new Fault('VERIFY_CMS_UNREACHABLE', `连不上内容管理系统：${address}`, '请先运行 npm start，或检查 CMS_URL。', {
      cause: error,
    });
  }
  const text = await response.text();
  if (!response.ok) {
    throw new Fault(
      'VERIFY_CMS_UNREACHABLE',
      `内容管理系统没有完成核验（${response.status}）：${text.slice(0, 500)}`,
      '请查看 log/cms.log；令牌不对时检查 OPERATOR_TOKEN。',
    );
  }
  return answerSchema.parse(JSON.parse(text));
};

/** What stands for a whole verification, one part the audit chain and one the served tree. */
interface Finding {
  part: string;
  ok: boolean;
  checked: string;
  faults: string[];
}

const verifyAudit = async (settings: Settings): Promise<Finding> => {
  const answer = await askCms(settings);
  return {
    part: '审计链',
    ok: answer.ok,
    checked: `${answer.entries} 条记录`,
    faults: answer.faults.map(
      ({ seq, code, message }) => `${seq === null || seq === undefined ? '' : `第 ${seq} 条：`}${message}（${code}）`,
    ),
  };
};

const verifySite = async (settings: Settings): Promise<Finding> => {
  const { readTree } = await import('../publisher/tree.ts');
  const { ok, files, directories, faults } = await readTree(join(settings.dataFolder, 'site')).verify();
  return {
    part: '网站文件',
    ok,
    checked: `${files} 个文件、${directories} 个目录`,
    faults: faults.map(({ message, code }) => `${message}（${code}）`),
  };
};

/** @returns true when nothing is wrong */
export const verify = async (settings: Settings, json: boolean): Promise<boolean> => {
  const findings = [await verifyAudit(settings), await verifySite(settings)];
  if (json) {
    console.log(JSON.stringify(findings));
  } else {
    for (const { part, ok, checked, faults } of findings) {
      console.log(`${ok ? '✓' : '✗'} ${part}：${checked}${ok ? '，没有发现问题' : `，${faults.length} 处问题`}`);
      faults.forEach((fault) => console.log(`    ${fault}`));
    }
  }
  return findings.every(({ ok }) => ok);
};
