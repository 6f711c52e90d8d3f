import type { DemonstrationDepartment } from '../types.ts';

/** Hours and telephone of every office of the demonstration: placeholders nobody can call. */
export const OFFICE_HOURS = '工作日 8:30—12:00，14:30—17:30（6月至9月下午为 15:00—18:00）；法定节假日除外';
export const PHONE = '0000-0000000';

export type DepartmentEntry = Omit<DemonstrationDepartment, 'position'>;

export const government: DepartmentEntry[] = [
  {
    code: 'szf',
    name: '孝感市人民政府',
    kind: 'government',
    duties: `执行本级人民代表大会及其常务委员会的决议，以及上级国家行政机关的决定和命令，规定行政措施，发布决定和命令。
领导所属各工作部门和下级人民政府的工作，改变或者撤销所属各工作部门的不适当的命令、指示和下级人民政府的不适当的决定、命令。
执行国民经济和社会发展规划、预算，管理本行政区域内的经济、教育、科学、文化、卫生、体育、城乡建设、生态环境保护和财政、民政、公安、司法行政等行政工作。
保护公民的合法权益，维护社会秩序，办理上级国家行政机关交办的其他事项。`,
    address: '孝感市示范大道1号市民之家东侧（演示地址）',
    phone: PHONE,
    officeHours: OFFICE_HOURS,
    leaders: [
      { name: '沈示远', title: '市长', duties: '领导市人民政府全面工作，分管审计工作。' },
      { name: '黎拟之', title: '常务副市长', duties: '负责市人民政府常务工作，分管发展改革、财政、统计、应急管理、政务公开。' },
      { name: '范例平', title: '副市长', duties: '分管农业农村、水利湖泊、林业、乡村振兴、民政。' },
      { name: '柳样文', title: '副市长', duties: '分管教育、人力资源和社会保障、卫生健康、文化旅游、体育。' },
      { name: '顾设安', title: '副市长', duties: '分管自然资源和规划、住房和城乡建设、交通运输、生态环境、城市管理。' },
      { name: '陶演宁', title: '副市长', duties: '分管工业、商务、市场监管、数据和政务服务、招商引资。' },
      { name: '裴示岳', title: '副市长、市公安局局长', duties: '分管公安、司法行政、信访、退役军人事务。' },
      { name: '白示和', title: '秘书长', duties: '协助市长处理市人民政府日常工作，负责市政府办公室工作。' },
    ],
  },
  {
    code: 'zfb',
    name: '孝感市人民政府办公室',
    kind: 'department',
    duties: `负责市政府会议的准备和组织，协助市政府领导组织会议决定事项的实施。
起草和审核以市政府、市政府办公室名义发布的公文，承担行政规范性文件的合法性审核和登记。
主管本行政区域内政府信息公开工作，负责市政府门户网站的内容保障和政府信息公开年度报告的编制。
督促检查市政府决定事项和市政府领导批示的执行情况，办理人大代表建议和政协委员提案。`,
    address: '孝感市示范大道1号3楼（演示地址）',
    phone: PHONE,
    officeHours: OFFICE_HOURS,
    leaders: [
      { name: '白示和', title: '秘书长、办公室主任', duties: '主持办公室全面工作。' },
      { name: '晏例明', title: '副主任', duties: '分管文电、政务公开、政府网站和督查工作。' },
      { name: '祝拟诚', title: '副主任', duties: '分管综合调研、建议提案办理和机关事务。' },
    ],
  },
];
