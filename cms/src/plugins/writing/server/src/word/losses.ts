/** 没有带入的内容: what a Word document had and the draft has not, in words for the person who has to look after it. */
export interface Loss {
  what: string;
  count: number;
  became: string;
}

const count = (xml: string, pattern: RegExp): number => xml.match(pattern)?.length ?? 0;

/** Boxes stand twice in the file: once for new programs, once for old ones. */
const withoutFallbacks = (xml: string): string => xml.replace(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '');

const words = (xml: string): boolean => (xml.match(/<w:t[\s>][\s\S]*?<\/w:t>/g) ?? []).some((run) => run.replace(/<[^>]*>/g, '').trim() !== '');

/** @param parts name and text of the XML members */
export const lossesOf = (document: string, parts: ReadonlyMap<string, string>): Loss[] => {
  const xml = withoutFallbacks(document);
  const named = (pattern: RegExp): number => [...parts].filter(([name, part]) => pattern.test(name) && words(part)).length;
  const all: Loss[] = [
    { what: '文本框', count: count(xml, /<w:txbxContent[\s>]/g), became: '框里的文字放在所在段落之后，请核对位置' },
    { what: 'SmartArt 图形', count: count(xml, /<dgm:relIds\b/g), became: '没有带入，请截图后作为图片插入，并写替代文字' },
    { what: '图表', count: count(xml, /<c:chart\b/g), became: '没有带入，请截图插入，并附数据表' },
    { what: '公式', count: count(xml, /<m:oMath[\s>]/g), became: '没有带入，请改为文字或图片' },
    { what: '批注', count: count(xml, /<w:commentReference\b/g), became: '没有带入' },
    { what: '修订', count: count(xml, /<w:(ins|del|moveFrom|moveTo)[\s>]/g), became: '按「接受全部修订」处理，请核对' },
    { what: '嵌入对象', count: count(xml, /<w:object[\s>]/g), became: '没有带入，请作为附件上传' },
    { what: '嵌入的其他文档', count: count(xml, /<w:altChunk\b/g), became: '没有带入，请复制其文字' },
    { what: '隐藏文字', count: count(xml, /<w:vanish(\s*\/>|\s+w:val="(1|true|on)")/g), became: '没有带入' },
    { what: '页眉', count: named(/^word\/header\d*\.xml$/), became: '没有带入，网页没有页眉' },
    { what: '页脚', count: named(/^word\/footer\d*\.xml$/), became: '没有带入，网页没有页脚' },
    { what: '尾注', count: count(xml, /<w:endnoteReference\b/g), became: '改为文末的注' },
  ];
  return all.filter((loss) => loss.count > 0);
};

const isOn = (run: string): boolean => /<w:vanish(\s*\/>|\s+w:val="(1|true|on)")/.test(run);

/** The document without what must not come along: deletions and hidden text. Boxes keep their old form: it is the one mammoth reads. */
export const withoutRefused = (xml: string): string =>
  xml
    .replace(/<w:(pPrChange|rPrChange|tblPrChange|tcPrChange|trPrChange|sectPrChange)\b[\s\S]*?<\/w:\1>/g, '')
    .replace(/<w:(del|moveFrom)(\s[^>]*[^/])?>[\s\S]*?<\/w:\1>/g, '')
    .replace(/<w:r(?:\s[^>]*)?>(?:(?!<\/w:r>)[\s\S])*?<\/w:r>/g, (run) => (isOn(run) ? '' : run));
