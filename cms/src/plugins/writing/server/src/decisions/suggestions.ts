/**
 * 主题分类 of the State Council's catalogue of government information (国务院公报's own classes), each with words that tell of it.
 * A suggestion only: whoever writes decides.
 */
const TOPICS: Record<string, string[]> = {
  综合政务: ['政务公开', '信息公开', '政府信息', '政务服务', '行政审批', '放管服', '电子政务', '督查', '应急管理'],
  '国民经济管理、国有资产监管': ['规划', '投资', '国有资产', '国资', '价格', '统计', '经济运行', '营商环境', '物价'],
  '财政、金融、审计': ['财政', '预算', '决算', '税收', '金融', '审计', '政府采购', '债券', '保险', '补贴资金'],
  '国土资源、能源': ['土地', '国土', '征地', '矿产', '能源', '电力', '供热', '供暖', '燃气', '不动产', '供电'],
  '农业、林业、水利': ['农业', '农村', '农民', '种植', '畜牧', '林业', '森林', '水利', '防汛', '抗旱', '河长'],
  '工业、交通': ['工业', '制造', '交通', '公路', '道路', '公交', '铁路', '运输', '邮政', '通信'],
  '商贸、海关、旅游': ['商贸', '外贸', '进出口', '海关', '旅游', '消费', '招商', '展会'],
  '市场监管、安全生产监管': ['市场监管', '食品', '药品', '质量', '计量', '知识产权', '安全生产', '特种设备', '消防'],
  '城乡建设、环境保护': ['城市', '建设', '住房', '物业', '市容', '垃圾', '环境', '污染', '排放', '噪声', '绿化', '供水', '拆迁', '棚户区'],
  '科技、教育': ['科技', '教育', '学校', '学生', '招生', '高校', '义务教育', '幼儿园', '教师'],
  '文化、广电、新闻出版': ['文化', '文物', '博物馆', '图书馆', '广播', '电视', '出版', '非遗'],
  '卫生、体育': ['卫生', '医疗', '医院', '健康', '疫苗', '防疫', '体育', '健身'],
  '劳动、人事、监察': ['就业', '劳动', '工资', '社会保险', '社保', '养老保险', '人事', '招聘', '公务员', '职称', '任免'],
  '公安、安全、司法': ['公安', '治安', '户籍', '交通管制', '司法', '法律援助', '行政复议', '烟花爆竹', '犬只'],
  '民政、扶贫、救灾': ['民政', '低保', '社会救助', '养老', '殡葬', '婚姻', '扶贫', '乡村振兴', '救灾', '残疾人', '慈善'],
};

const times = (text: string, word: string): number => text.split(word).length - 1;

/** A word in the title says more than one in the text. */
const TITLE_WEIGHT = 5;
const LEAST = 2;

/** The class the text speaks of most; null where none is clear. */
export const topicFor = (title: string, text: string): string | null => {
  const scored = Object.entries(TOPICS)
    .map(([topic, words]) => ({ topic, score: words.reduce((sum, word) => sum + times(title, word) * TITLE_WEIGHT + Math.min(4, times(text, word)), 0) }))
    .sort((one, other) => other.score - one.score);
  const [first] = scored;
  return first && first.score >= LEAST ? first.topic : null;
};

/** Words of the trade that say nothing about a document's matter. */
const EMPTY = /(有关|关于|进一步|做好|通知|工作|我市|本市|全市|市政府|人民政府|各县|单位|部门|要求|加强|落实|情况|以及|按照|根据|切实|认真|组织|实施|开展|现将|如下|应当|不得|可以|进行|相关|本办|办法|规定|第[一二三四五六七八九十])/;
const MOST_KEYWORDS = 5;
const LONGEST = 6;

/**
 * Keywords: known words of the classes that occur, then runs of two to six Han characters of the title that come again in the text.
 * No dictionary: what an office writes twice in title and text is what the document is about.
 */
export const keywordsFor = (title: string, text: string): string[] => {
  const known = Object.values(TOPICS)
    .flat()
    .map((word) => ({ word, score: times(title, word) * TITLE_WEIGHT + times(text, word) }))
    .filter(({ score }) => score >= LEAST);
  const ofTitle = title
    .split(/[^\p{Script=Han}]|关于|的|做好|印发|进一步|加强|推进|开展|实施|通知|通告|公告|意见|办法|决定|方案|工作|和|与|及/u)
    .flatMap((part) => (part.length >= 2 && part.length <= LONGEST && !EMPTY.test(part) ? [{ word: part, score: TITLE_WEIGHT + times(text, part) }] : []));
  const ranked = [...known, ...ofTitle].sort((one, other) => other.score - one.score || other.word.length - one.word.length);
  const chosen: string[] = [];
  for (const { word } of ranked) if (!chosen.some((other) => other.includes(word) || word.includes(other))) chosen.push(word);
  return chosen.slice(0, MOST_KEYWORDS);
};
