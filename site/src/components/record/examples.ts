import { qrOf } from '../../../page-data/qr.ts';
import type { Example } from '../../component-page/example.ts';

const address = 'http://127.0.0.1:8080/zcwj/202611/0123456789.html';

export const examples: Example[] = [
  {
    name: '两次更正',
    file: 'Corrections.astro',
    props: {
      corrections: [
        { date: '2026-11-21', reason: '附件2第3行的单位名称有误，已更正。' },
        { date: '2026-11-22', reason: '补充附件1。' },
      ],
    },
  },
  {
    name: '发布事件与指纹',
    file: 'Proof.astro',
    props: { event: 20418, contentHash: '9f2c41be'.repeat(8), address, approved: '/zcwj/202611/0123456789.json', qr: qrOf(address) },
  },
];
