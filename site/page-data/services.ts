import { departmentFile, hrefOf } from '../plan/addresses.ts';
import { INTERACTION, SERVICES } from '../plan/rooms.ts';
import type { ReplicaReader } from '../replica/reader.ts';
import { frameOf } from './frame.ts';
import { roomTags } from './meta-tags.ts';
import type { HomeService, InteractionPage, ServicesPage } from './types-of-rooms.ts';

/** Telephone numbers of a demonstration must reach nobody. */
const HALL_PHONE = '0000-0000000（演示）';
const HALL = '市政务服务中心';

interface Service {
  name: string;
  where: string;
  /** Code of the department that answers for it. */
  department: string | null;
  onHome?: true;
}

/** What people come for most, and where it is done until it can be done here. */
const SERVICES_BY_GROUP: { heading: string; services: Service[] }[] = [
  {
    heading: '家庭和生活',
    services: [
      { name: '出生和户籍', where: '户籍所在地派出所、社区便民服务站', department: null, onHome: true },
      { name: '婚姻登记', where: '县（市、区）婚姻登记处', department: 'mzj', onHome: true },
      { name: '社会救助和低保', where: '乡镇（街道）便民服务中心', department: 'mzj', onHome: true },
      { name: '老年人优待', where: '社区便民服务站', department: 'mzj', onHome: true },
    ],
  },
  {
    heading: '教育和就业',
    services: [
      { name: '入学入园', where: '县（市、区）教育局、报名学校', department: 'jyj', onHome: true },
      { name: '就业和失业', where: `${HALL}人社窗口`, department: 'rsj', onHome: true },
      { name: '职称和人事考试', where: `${HALL}人社窗口`, department: 'rsj' },
    ],
  },
  {
    heading: '社保和医疗',
    services: [
      { name: '社会保险', where: `${HALL}社保窗口`, department: 'rsj', onHome: true },
      { name: '看病和医保', where: `${HALL}医保窗口、定点医疗机构`, department: 'wjw', onHome: true },
      { name: '预防接种', where: '社区卫生服务中心', department: 'wjw' },
    ],
  },
  {
    heading: '住房和出行',
    services: [
      { name: '不动产登记', where: '不动产登记大厅', department: 'zrzyj', onHome: true },
      { name: '公租房和老旧小区改造', where: `${HALL}住建窗口`, department: 'zjj', onHome: true },
      { name: '公交和道路运输', where: `${HALL}交通窗口`, department: 'jtj' },
    ],
  },
  {
    heading: '企业和个体户',
    services: [
      { name: '开办企业', where: `${HALL}企业开办专窗`, department: 'scjgj', onHome: true },
      { name: '项目审批', where: `${HALL}投资项目窗口`, department: 'fgw', onHome: true },
      { name: '食品经营许可', where: `${HALL}市场监管窗口`, department: 'scjgj' },
      { name: '农机购置补贴', where: '乡镇农业服务中心', department: 'nyncj' },
    ],
  },
];

function serviceOf(r: ReplicaReader, { name, where, department }: Service): HomeService {
  const office = department === null ? null : r.department(department);
  return {
    name,
    where,
    phone: office?.phone === undefined || office.phone === '' ? HALL_PHONE : office.phone,
    office: office ? { href: hrefOf(departmentFile(office.code)), text: office.name } : null,
  };
}

export function homeServices(r: ReplicaReader): HomeService[] {
  return SERVICES_BY_GROUP.flatMap(({ services }) => services.filter(({ onHome }) => onHome)).map((service) => serviceOf(r, service));
}

/** Until services stand here: where each is done, who answers, and what is published about it. */
export function servicesPage(r: ReplicaReader): ServicesPage {
  return {
    frame: frameOf(r, {
      title: '办事服务',
      href: hrefOf(SERVICES),
      section: 'services',
      meta: roomTags('办事服务', '办事服务', '常办事项去哪里办、找哪个部门、打什么电话'),
    }),
    groups: SERVICES_BY_GROUP.map(({ heading, services }) => ({
      heading,
      services: services.map((service) => ({ ...serviceOf(r, service), search: `/search/?q=${encodeURIComponent(service.name)}` })),
    })),
  };
}

/** Until letters can be written here: whom to call, and what will be here. */
export function interactionPage(r: ReplicaReader): InteractionPage {
  return {
    frame: frameOf(r, {
      title: '互动交流',
      href: hrefOf(INTERACTION),
      section: 'interaction',
      meta: roomTags('互动交流', '咨询投诉', '咨询、投诉、建议现在怎样提出，以及将在这里开通的渠道'),
    }),
    hotline: [
      { name: '政务服务便民热线', phone: '0000-0012345（演示）', about: '咨询、投诉、求助、建议，全天有人接听' },
      { name: '政府信息公开工作机构', phone: r.department('szf')?.phone ?? HALL_PHONE, about: '申请公开信息、指出公开的信息有误' },
      { name: '政务服务监督电话', phone: HALL_PHONE, about: '办事窗口的服务态度和效率' },
    ],
    coming: [
      { name: '市长信箱', about: '写信、凭查询码看办理进度、评价答复', meanwhile: '请拨打便民热线，或到市信访接待场所当面反映' },
      { name: '部门咨询', about: '向一个部门提问，看它已经答复过的问题', meanwhile: '各部门的电话在“部门机构”' },
      { name: '征集和调查', about: '对正在制定的文件提意见，看采纳情况', meanwhile: '征求意见的公告在“公示公告”，按公告中的方式提出' },
      { name: '在线访谈', about: '负责人就一件事回答提问', meanwhile: '已举行的访谈在首页和“政策解读”' },
    ],
  };
}
