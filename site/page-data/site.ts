/** Words of the whole site. Codes are placeholders: a demonstration must not pass for a government's site. */
export const SITE = {
  name: '孝感市人民政府门户网站（演示）',
  /** 网站标识码, ten characters in reality. */
  identificationCode: '0000000000（演示）',
  description: '孝感市人民政府信息公开门户（演示站点）：政策文件、公示公告、政务动态和部门信息',
  keywords: ['孝感', '政府信息公开', '政策文件', '演示'],
} as const;

/** Columns that pages name by themselves. Where one of them does not exist its place stays empty. */
export const NAMED_COLUMNS = {
  headlines: { code: 'szyw', name: '时政要闻' },
  notices: { code: 'gsgg', name: '公示公告' },
  policies: { code: 'zcwj', name: '政策文件' },
  interpretations: { code: 'zcjd', name: '政策解读' },
  departmentNews: { code: 'bmdt', name: '部门动态' },
  countyNews: { code: 'xsdt', name: '县市区动态' },
  emergencies: { code: 'yjxx', name: '应急信息' },
} as const;

/** Newest items of a column's or a department's page, and entries of a feed: fixed, so that one more item costs one page. */
export const NEWEST = 20;
/** Items of a column on the home page. */
export const NEWEST_ON_HOME = 7;
/** Items of a column in the hall. */
export const NEWEST_IN_HALL = 3;
