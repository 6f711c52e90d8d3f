/** Names of fields, by content type; Strapi looks them up as `content-manager.content-types.<uid>.<field>`. */
const FIELDS = {
  'api::document.document': {
    title: '标题',
    columnCode: '栏目',
    departmentCode: '发布部门',
    body: '正文',
    summary: '内容概述',
    source: '信息来源',
    author: '作者',
    keywords: '关键词',
    attachments: '附件',
    issuer: '发文机关',
    documentNumber: '发文字号',
    writtenOn: '成文日期',
    topicClass: '主题分类',
    genreClass: '体裁分类',
    audienceClass: '服务对象分类',
    validity: '有效性',
    disclosure: '公开方式',
    interprets: '解读的文件',
    amends: '修改的文件',
    repeals: '废止的文件',
    particulars: '专项内容',
    publicId: '公开编号',
    indexNumber: '索引号',
    reviewState: '审核状态',
    lockVersion: '版本',
  },
  'api::column.column': {
    code: '栏目代码',
    name: '栏目名称',
    kind: '类型',
    freshWithinDays: '更新时限（天）',
    description: '栏目说明',
    keywords: '栏目关键词',
    columnType: '栏目类别',
    position: '顺序',
  },
  'api::department.department': {
    code: '部门代码',
    name: '部门名称',
    kind: '类型',
    duties: '职责',
    address: '地址',
    phone: '电话',
    officeHours: '办公时间',
    leaders: '领导',
    position: '顺序',
  },
  'api::staff-profile.staff-profile': {
    email: '邮箱',
    departments: '所属部门代码',
    note: '备注',
  },
} as const;

/** Fields every content type has. */
const EVERYWHERE = {
  id: '编号',
  documentId: '内部编号',
  createdAt: '起草时间',
  updatedAt: '修改时间',
  createdBy: '起草人',
  updatedBy: '修改人',
};

/** Words of enumerations, which Strapi looks up by the value itself. */
const VALUES = {
  valid: '有效',
  invalid: '失效',
  repealed: '废止',
  document: '一般信息',
  news: '新闻',
  official: '公文',
  data: '数据',
  people: '人员',
  agencies: '机构',
  topics: '专题',
  interpretation: '解读',
  notice: '公告',
  government: '市政府',
  department: '市直部门',
  county: '县市区',
};

export const contentTypes: Record<string, string> = {
  ...VALUES,
  ...Object.fromEntries(
    Object.entries(FIELDS).flatMap(([uid, fields]) =>
      Object.entries({ ...EVERYWHERE, ...fields }).map(([field, label]) => [
        `content-manager.content-types.${uid}.${field}`,
        label,
      ]),
    ),
  ),
};
