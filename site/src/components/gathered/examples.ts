import type { AgencyCard, PersonCard } from '../../../page-data/types-of-rooms.ts';
import type { ListItem } from '../../../page-data/types.ts';
import type { Example } from '../../component-page/example.ts';
import { portrait } from '../../component-page/portrait.ts';

const person: PersonCard = { href: '/ldzc/202601/a.html', name: '甲某某', post: '市委副书记、市长', duties: '领导市政府全面工作。', portrait };
const people: PersonCard[] = [
  person,
  {
    ...person,
    name: '乙某某',
    post: '市委常委、常务副市长，孝感高新技术产业开发区党工委书记（兼）',
    duties: '负责市政府常务工作。负责发展改革、财政、税务、应急管理、统计、政务服务、机关事务管理方面的工作，分管市发改委、市财政局、市应急管理局。',
    portrait: null,
  },
  { ...person, name: '买买提·某某', post: '副市长', duties: '', portrait: null },
];
const agency: AgencyCard = {
  href: '/jgzn/202601/a.html',
  name: '市交通运输局',
  summary: '负责全市公路、水路运输和城市公共交通的行业管理。',
  address: '孝感市演示路 1 号',
  phone: '0000-0000000（演示）',
  officeHours: '工作日 8:30—12:00，14:30—17:30',
};
const item: ListItem = {
  href: '/yjxx/202610/a.html',
  title: '市防汛抗旱指挥部关于启动防汛四级应急响应的通告',
  date: '2026-10-02',
  pinned: false,
  documentNumber: '',
  validity: null,
  summary: '',
  department: '市应急管理局',
  writtenOn: null,
  interpretations: [],
  interprets: [],
  form: null,
};

export const examples: Example[] = [
  {
    name: '领导：有像和没有像，分工长、短、没有；另有一篇不是人的',
    file: 'Gathered.astro',
    props: {
      gathering: {
        kind: 'people',
        groups: [{ heading: '市长、副市长', people }, { heading: '秘书长', people: [{ ...person, name: '丙某某', post: '秘书长', portrait: null }] }],
        others: [{ ...item, title: '市政府领导工作分工的通知' }],
      },
    },
  },
  {
    name: '机构：没有简介的、名称和地址都长的',
    file: 'Gathered.astro',
    props: {
      gathering: {
        kind: 'agencies',
        groups: [
          {
            heading: '政府工作部门',
            agencies: [
              agency,
              { ...agency, name: '市民政局', summary: '' },
              { ...agency, name: '市农业农村局（市乡村振兴局、市委农村工作领导小组办公室）', address: '孝感市演示大道与示范一路交会处市民之家南区办公楼三号楼六层（老年人请走东侧无障碍通道）' },
            ],
          },
        ],
        others: [],
      },
    },
  },
  {
    name: '应急：没有正在生效的，有已经结束的',
    file: 'Gathered.astro',
    props: {
      gathering: {
        kind: 'notice',
        inForce: [],
        earlier: [
          { ...item, level: { code: 'blue', label: '蓝色预警' } },
          { ...item, title: '全市应急避难场所名录', date: null, level: null },
        ],
      },
    },
  },
];
