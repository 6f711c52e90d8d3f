import type { Example } from '../../component-page/example.ts';

const department = {
  code: 'jtj',
  name: '市交通运输局',
  address: '孝感市演示路 1 号',
  phone: '0000-0000000（演示）',
  officeHours: '工作日 8:30—12:00，14:30—17:30',
  leaders: [
    { name: '甲某某', title: '局长', duties: '主持全面工作。' },
    { name: '乙某某', title: '副局长', duties: '' },
  ],
};

export const examples: Example[] = [
  { name: '地址、电话和时间', file: 'DepartmentCard.astro', props: { department } },
  { name: '没有填写电话', file: 'DepartmentCard.astro', props: { department: { ...department, phone: '' } } },
  { name: '两位领导，一位没有分工', file: 'Leaders.astro', props: { leaders: department.leaders } },
];
