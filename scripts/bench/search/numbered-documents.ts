import { documentSchema, type PublicDocument } from '@gongkai/site/contract';
import { createHash } from 'node:crypto';
import { idOfKey } from '../../demonstration/portal/public-documents.ts';

const AT = '2026-11-27T04:00:00.000Z';
/** 发文机关代字. */
export const SERIES = ['孝政发', '孝政办发', '孝政函', '孝人社发', '孝教规'];
const YEARS = [2022, 2023, 2024, 2025, 2026];
const NUMBERS = 24;

const KINDS = ['通知', '意见', '实施方案', '管理办法', '批复', '实施细则'];
const SUBJECTS = ['城市供水', '农村公路', '养老服务', '校外培训', '电动车停放', '河道采砂', '老旧小区', '就业补助', '古树保护', '市场价格'];

/**
 * Laws hardly have 文号: these are made up, five series with numbers 1 to 24 in each of five years. The same year, the same number and
 * the same series stand in many, and each names the number of the one before it in its body, so that a number is not found for want of
 * rivals.
 */
export const numberedDocuments = (eventsBefore: number): PublicDocument[] => {
  const documents: PublicDocument[] = [];
  for (const series of SERIES) {
    for (const year of YEARS) {
      for (let number = 1; number <= NUMBERS; number += 1) {
        const place = documents.length;
        const title = `关于${SUBJECTS[place % SUBJECTS.length]}工作的${KINDS[number % KINDS.length]}（${year}年第${number}批）`;
        const body = `<p>各单位：</p><p>根据《演示市人民政府关于印发有关规定的通知》（${series}〔${year}〕${number - 1 || NUMBERS}号），现就第${number}批事项安排如下，请遵照执行。</p><p>${year}年${1 + (number % 12)}月${number}日</p>`;
        const month = `${year}${String(1 + (number % 12)).padStart(2, '0')}`;
        documents.push(
          documentSchema.parse({
            id: idOfKey(`number/${series}/${year}/${number}`),
            column: 'zcwj',
            month,
            title,
            body,
            summary: '',
            department: 'szf',
            source: '演示市人民政府',
            author: '',
            keywords: [],
            publishedAt: `${month.slice(0, 4)}-${month.slice(4)}-10T02:00:00.000Z`,
            updatedAt: AT,
            indexNumber: null,
            issuer: '演示市人民政府',
            documentNumber: `${series}〔${year}〕${number}号`,
            writtenOn: null,
            topicClass: '',
            genreClass: '',
            audienceClass: '',
            validity: 'valid',
            disclosure: '',
            attachments: [],
            images: [],
            relations: { interprets: [], amends: [], repeals: [] },
            corrections: [],
            formerColumns: [],
            furtherColumns: [],
            pinnedAt: null,
            event: eventsBefore + place + 1,
            contentHash: createHash('sha256').update(`${title}${body}`).digest('hex'),
          }),
        );
      }
    }
  }
  return documents;
};
