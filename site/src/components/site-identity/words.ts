/** Words of the frame. No emblem, code or filing number is real: a demonstration must not pass for a government's site. */
export const SITE = {
  name: '孝感市人民政府',
  subtitle: '门户网站（演示）',
  demonstration: '演示站点：人物、数字、文件均为虚构',
  host: '孝感市人民政府（演示）',
  operator: '市人民政府办公室（演示）',
  contact: '0000-0000000（演示）',
  filing: '演示占位',
  policeFiling: '演示占位',
} as const;

/** The five sections a reader of a government's portal expects, in the order they are expected. */
export const SECTIONS = [
  { href: '/', text: '首页' },
  { href: '/xxgk/', text: '信息公开' },
  { href: '/zcwj/', text: '政策文件' },
  { href: '/hd/', text: '互动交流' },
  { href: '/fw/', text: '办事服务' },
] as const;

export const ABOUT_LINKS = [
  { href: '/gy/sitemap.html', text: '网站地图' },
  { href: '/bm/', text: '部门机构' },
  { href: '/gy/accessibility.html', text: '无障碍说明' },
  { href: '/gy/contact.html', text: '联系我们' },
  { href: '/gy/privacy.html', text: '隐私说明' },
  { href: '/gy/correction.html', text: '网站纠错' },
  { href: '/tj/', text: '网站统计' },
  { href: '/gy/shuju.html', text: '开放数据' },
  { href: '/gy/nianbao/', text: '工作年度报表' },
  { href: '/gy/copyright.html', text: '版权说明' },
  { href: '/gy/about.html', text: '关于本站' },
] as const;
