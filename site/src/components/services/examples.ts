import type { HomeService } from '../../../page-data/types-of-rooms.ts';
import type { Example } from '../../component-page/example.ts';

const service: HomeService = {
  name: '婚姻登记',
  where: '县（市、区）婚姻登记处',
  phone: '0000-0000000（演示）',
  office: { href: '/bm/mzj/', text: '市民政局' },
};
const services: HomeService[] = [
  service,
  { ...service, name: '出生和户籍', where: '户籍所在地派出所、社区便民服务站', office: null },
  {
    ...service,
    name: '职称和人事考试',
    where: '市政务服务中心人社窗口（市民之家一楼东厅 A12 至 A18 号窗口，周末轮岗值班）',
    office: { href: '/bm/rsj/', text: '市人力资源和社会保障局' },
  },
];

export const examples: Example[] = [
  { name: '首页：没有主管部门的、地点长的', file: 'ServiceList.astro', props: { services } },
  {
    name: '服务页：可查相关信息',
    file: 'ServiceList.astro',
    props: { services: services.map((each) => ({ ...each, search: `/search/?q=${encodeURIComponent(each.name)}` })) },
  },
];
