import type { DemonstrationAccount } from './types.ts';

/**
 * One account or more for each role, enough for two rounds at once with four different people in each.
 * Names carry one of the characters 示, 例, 样, 拟, 演, 设 (show, example, sample, draft, play, suppose) so that nobody takes them for real.
 */
export const staff: DemonstrationAccount[] = [
  { email: 'shangchuan1@gongkai.example', displayName: '江示晴', role: 'uploader', departments: ['szf', 'zfb', 'fgw', 'tjj'] },
  { email: 'shangchuan2@gongkai.example', displayName: '卢例文', role: 'uploader', departments: ['jyj', 'rsj', 'wjw', 'mzj'] },
  {
    email: 'shangchuan3@gongkai.example',
    displayName: '邹样青',
    role: 'uploader',
    departments: ['yjj', 'nyncj', 'zjj', 'jtj', 'ymx'],
  },
  { email: 'chushen1@gongkai.example', displayName: '殷拟和', role: 'deputy-head', departments: [] },
  { email: 'chushen2@gongkai.example', displayName: '苗设宁', role: 'deputy-head', departments: [] },
  { email: 'zhongshen1@gongkai.example', displayName: '季演之', role: 'head', departments: [] },
  { email: 'zhongshen2@gongkai.example', displayName: '路示衡', role: 'head', departments: [] },
  { email: 'fabu1@gongkai.example', displayName: '童例川', role: 'releaser', departments: [] },
  { email: 'fabu2@gongkai.example', displayName: '柯样禾', role: 'releaser', departments: [] },
  { email: 'xitong@gongkai.example', displayName: '鲁设敏', role: 'system-admin', departments: [] },
  { email: 'anquan@gongkai.example', displayName: '符拟清', role: 'security-admin', departments: [] },
  { email: 'shenji@gongkai.example', displayName: '翟演明', role: 'auditor', departments: [] },
];
