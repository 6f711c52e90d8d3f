/**
 * 专项内容 by its types and fields. The contract of the public content (`site/contract/particulars.ts`) owns the form; it is written
 * here once more because the CMS does not read the site, and a test holds the two together. Findings, comparison, checks and the
 * desk's form all read this one description.
 */

/** One line of words. `office`: an address or a telephone of an office, public by what it is. */
export interface LineField {
  is: 'line';
  label: string;
  hint?: string;
  most: number;
  required: boolean;
  office?: boolean;
  /** What it must look like beyond its length, and how that is told. */
  pattern?: { expression: RegExp; told: string };
  /** It names a column by its code. */
  column?: boolean;
}

/** Words in paragraphs. */
export interface TextField {
  is: 'text';
  label: string;
  hint?: string;
  most: number;
  required: boolean;
}

export interface ChoiceField {
  is: 'choice';
  label: string;
  hint?: string;
  choices: Record<string, string>;
}

export interface NumberField {
  is: 'number';
  label: string;
  hint?: string;
  least: number;
  most: number;
  required: boolean;
}

export interface FlagField {
  is: 'flag';
  label: string;
  hint?: string;
}

/** An instant, ISO 8601 in UTC with milliseconds; null: none. */
export interface MomentField {
  is: 'moment';
  label: string;
  hint?: string;
}

export interface ListField {
  is: 'list';
  label: string;
  /** What one of the list is called. */
  one: string;
  hint?: string;
  least: number;
  most: number;
  fields: Record<string, LineField | TextField>;
}

/** `heads` and `rows` of a table: two keys of one value, filled in as one grid. */
export interface HeadsField {
  is: 'heads';
  label: string;
  hint?: string;
  least: number;
  most: number;
  cell: number;
}
export interface RowsField {
  is: 'rows';
  label: string;
  least: number;
  most: number;
  cell: number;
}

export type Field = LineField | TextField | ChoiceField | NumberField | FlagField | MomentField | ListField | HeadsField | RowsField;

export interface ParticularsForm {
  label: string;
  fields: Record<string, Field>;
}

const LINE = 200;

const line = (label: string, required: boolean, more: Partial<LineField> = {}): LineField => ({ is: 'line', label, most: LINE, required, ...more });
const text = (label: string, most: number, required: boolean, hint?: string): TextField => ({ is: 'text', label, most, required, ...(hint ? { hint } : {}) });

/** 预警级别 (突发事件应对法 第六十三条): red is the highest. */
export const LEVELS = { red: '一级（红色）', orange: '二级（橙色）', yellow: '三级（黄色）', blue: '四级（蓝色）' } as const;

const COLUMN_CODE = /^[a-z][a-z0-9]{1,19}$/;

export const FORMS = {
  person: {
    label: '领导',
    fields: {
      post: line('职务', true, { hint: '例如「市委副书记、市长」。' }),
      group: line('班子', true, { hint: '列在哪个标题下，例如「市政府领导」。' }),
      order: { is: 'number', label: '排序', hint: '在班子里的次序，从 1 起。', least: 1, most: 999, required: true },
      duties: text('工作分工', 2000, false, '负责和分管的工作，一段一行。'),
      phone: line('办公电话', false, { office: true, hint: '办公室的电话，不填个人手机。' }),
    },
  },
  agency: {
    label: '机构',
    fields: {
      address: line('办公地址', true, { office: true }),
      phone: line('办公电话', true, { office: true, hint: '对外公布的电话。' }),
      officeHours: line('办公时间', true, { hint: '例如「工作日 9:00—12:00，13:30—17:00」。' }),
      postalCode: line('邮政编码', false),
      website: line('网站', false, { hint: '以 https:// 开头的网址，没有可不填。' }),
      leaders: {
        is: 'list',
        label: '机构领导',
        one: '领导',
        least: 0,
        most: 40,
        fields: { name: line('姓名', true), title: line('职务', true), duties: text('分工', 500, false) },
      },
      units: {
        is: 'list',
        label: '内设机构',
        one: '内设机构',
        least: 0,
        most: 80,
        fields: { name: line('名称', true), duties: text('职责', 1000, false), phone: line('电话', false, { office: true }) },
      },
    },
  },
  dataset: {
    label: '数据集',
    fields: {
      unit: line('计量单位', true, { hint: '例如「亿元」。各列单位不同时写「见表」，在表头注明。' }),
      period: line('统计时段', true, { hint: '例如「2026 年前三季度」。' }),
      definition: text('指标解释和数据来源', 2000, true, '每个指标怎样定义、怎样统计、由谁提供。'),
      heads: { is: 'heads', label: '表头', hint: '第一列是行的名称。可从电子表格复制后粘贴到任意一格。', least: 2, most: 24, cell: LINE },
      rows: { is: 'rows', label: '数据行', least: 1, most: 400, cell: LINE },
      chart: { is: 'choice', label: '图表', hint: '第一列为横轴，其余每列一条线或一组柱。', choices: { none: '不画图', line: '折线图', bar: '柱状图' } },
    },
  },
  topic: {
    label: '专题',
    fields: {
      code: line('专题网址', true, {
        most: 20,
        hint: '用在网址 /zt/…/ 里，小写字母开头，2 到 20 个小写字母或数字，公开后不要更改。',
        pattern: { expression: /^[a-z][a-z0-9]{1,19}$/, told: '要用小写字母开头，2 到 20 个小写字母或数字' },
      }),
      sections: {
        is: 'list',
        label: '专题栏目',
        one: '专题栏目',
        hint: '每一块列出一个栏目里带有该关键词的最新信息；关键词不填则列出整个栏目。',
        least: 1,
        most: 12,
        fields: {
          heading: line('小标题', true),
          column: line('取自栏目', true, { most: 20, column: true, pattern: { expression: COLUMN_CODE, told: '请从列表中选择栏目' } }),
          keyword: line('关键词', false),
        },
      },
      closed: { is: 'flag', label: '专题已结束', hint: '结束的专题保留，页面注明已经结束。' },
    },
  },
  emergency: {
    label: '应急信息',
    fields: {
      level: { is: 'choice', label: '预警级别', hint: '按发布的预警级别选择。', choices: LEVELS },
      event: line('事件', true, { hint: '例如「暴雨」「停水」。' }),
      advice: line('行动提示', true, { hint: '请公众怎样做，一句话，显示在首页最上方。' }),
      hotline: line('咨询电话', false, { office: true }),
      until: { is: 'moment', label: '结束时间', hint: '北京时间。到时自动从首页撤下，页面保留；不填则一直显示，直到解除、更正或撤回。' },
    },
  },
  hall: {
    label: '公开大厅文本',
    fields: {
      room: {
        is: 'choice',
        label: '放在',
        choices: { guide: '公开指南', rules: '公开制度', statutory: '法定主动公开内容', report: '公开年报', application: '依申请公开' },
      },
      year: { is: 'number', label: '年份', hint: '年报是哪一年的；其他文本不填。', least: 2000, most: 2100, required: false },
    },
  },
  interpretation: {
    label: '解读',
    fields: {
      form: {
        is: 'choice',
        label: '解读形式',
        hint: '解读的是哪份文件，在下面「解读的文件」里选择。',
        choices: { text: '文字解读', questions: '问答解读', picture: '图解', expert: '专家解读', leader: '负责人解读', interview: '在线访谈' },
      },
    },
  },
} as const satisfies Record<string, ParticularsForm>;

export type ParticularsType = keyof typeof FORMS;

interface Values {
  person: { post: string; group: string; order: number; duties: string; phone: string };
  agency: {
    address: string;
    phone: string;
    officeHours: string;
    postalCode: string;
    website: string;
    leaders: { name: string; title: string; duties: string }[];
    units: { name: string; duties: string; phone: string }[];
  };
  dataset: { unit: string; period: string; definition: string; heads: string[]; rows: string[][]; chart: 'none' | 'line' | 'bar' };
  topic: { code: string; sections: { heading: string; column: string; keyword: string }[]; closed: boolean };
  emergency: { level: keyof typeof LEVELS; event: string; advice: string; hotline: string; until: string | null };
  hall: { room: 'guide' | 'rules' | 'statutory' | 'report' | 'application'; year: number | null };
  interpretation: { form: 'text' | 'questions' | 'picture' | 'expert' | 'leader' | 'interview' };
}

/** 专项内容 of one type. A draft's may still have gaps: empty words, a number that is missing (null). */
export type ParticularsOf<T extends ParticularsType> = { type: T } & Values[T];
export type Particulars = { [T in ParticularsType]: ParticularsOf<T> }[ParticularsType];

export const isType = (type: unknown): type is ParticularsType => typeof type === 'string' && Object.hasOwn(FORMS, type);

/** The fields of a type, where code goes over all of them. */
export const fieldsOf = (type: ParticularsType): [string, Field][] => Object.entries(FORMS[type].fields as Record<string, Field>);

/** Which 专项内容 documents of a kind of column have. `required`: a document without them is not submitted. */
export const OF_KIND: Partial<Record<string, { type: ParticularsType; required: boolean }>> = {
  people: { type: 'person', required: true },
  agencies: { type: 'agency', required: true },
  data: { type: 'dataset', required: false },
  topics: { type: 'topic', required: true },
  notice: { type: 'emergency', required: false },
  interpretation: { type: 'interpretation', required: false },
  document: { type: 'hall', required: false },
};
