import { OFFICE_HOURS, PHONE, type DepartmentEntry } from './government.ts';

const county = (
  code: string,
  name: string,
  address: string,
  duties: string,
  leaders: [chief: string, title: string, deputy: string, deputyTitle: string],
): DepartmentEntry => ({
  code,
  name,
  kind: 'county',
  duties,
  address: `${address}（演示地址）`,
  phone: PHONE,
  officeHours: OFFICE_HOURS,
  leaders: [
    { name: leaders[0], title: leaders[1], duties: '领导政府全面工作。' },
    { name: leaders[2], title: leaders[3], duties: '负责政府常务工作，分管政务公开。' },
  ],
});

export const counties: DepartmentEntry[] = [
  county(
    'xnq',
    '孝南区人民政府',
    '孝南区城隍潭路12号',
    '领导辖区街道办事处、乡镇人民政府和区政府各部门工作。\n重点承担城区社区治理、老旧小区改造、都市农业和临空产业配套工作。',
    ['尹示城', '区长', '左例宁', '常务副区长'],
  ),
  county(
    'xcx',
    '孝昌县人民政府',
    '孝昌县花园大道8号',
    '领导本县各乡镇和县政府各部门工作。\n重点承担山地特色种植、乡村道路提升和观音湖水源保护工作。',
    ['丘拟昌', '县长', '闵样泽', '常务副县长'],
  ),
  county(
    'ymx',
    '云梦县人民政府',
    '云梦县曲阳路20号',
    '领导本县各乡镇和县政府各部门工作。\n重点承担简牍文化保护利用、设施蔬菜和包装产业发展工作。',
    ['云设平', '县长', '简例书', '常务副县长'],
  ),
  county(
    'dwx',
    '大悟县人民政府',
    '大悟县长征路1号',
    '领导本县各乡镇和县政府各部门工作。\n重点承担革命老区振兴、生态林业和山区交通建设工作。',
    ['岳样青', '县长', '茹示杨', '常务副县长'],
  ),
  county(
    'hcs',
    '汉川市人民政府',
    '汉川市西湖大道15号',
    '领导本市各街道、乡镇和市政府各部门工作。\n重点承担汉江堤防安全、纺织服装产业升级和水产养殖发展工作。',
    ['江拟航', '市长', '鲍例川', '常务副市长'],
  ),
  county(
    'ycs',
    '应城市人民政府',
    '应城市古城大道33号',
    '领导本市各街道、乡镇和市政府各部门工作。\n重点承担盐化工转型、温泉康养和采空区治理工作。',
    ['盛设温', '市长', '严样石', '常务副市长'],
  ),
  county(
    'als',
    '安陆市人民政府',
    '安陆市解放大道50号',
    '领导本市各街道、乡镇和市政府各部门工作。\n重点承担粮食机械产业、古银杏保护和农旅融合工作。',
    ['古示林', '市长', '秋拟实', '常务副市长'],
  ),
];
