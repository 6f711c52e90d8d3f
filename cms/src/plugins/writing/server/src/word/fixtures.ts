import { strToU8, zipSync } from 'fflate';

/** Word documents made from raw WordprocessingML in Word's and WPS's own markup, and what each must become. For tests only. */
export interface WordFixture {
  name: string;
  bytes: Uint8Array;
  /** Text of each block in order. */
  text: string[];
  /** ← and ↑: part of the cell there. */
  tables: string[][][];
  has?: string[];
  /** What is said to be lost, and how often. */
  losses?: Record<string, number>;
}

const NAMESPACES =
  'xmlns:wpc="http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** One run as Word splits them: language, fonts and sizes beside the words. */
const r = (text: string, more = ''): string =>
  `<w:r w:rsidRPr="00A12B3C"><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋" w:hint="eastAsia"/>${more}<w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string => `<w:p w14:paraId="3F1C2A10" w:rsidR="00A12B3C" w:rsidRDefault="00A12B3C">${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const CENTRE = '<w:jc w:val="center"/>';
const RIGHT = '<w:jc w:val="right"/>';
const INDENT = '<w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>';
const listed = (numId: number, level = 0): string => `<w:pStyle w:val="a3"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr><w:ind w:firstLineChars="0"/>`;

const tc = (content: string, more = '', width = 2765): string => `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
const cell = (text: string, more = ''): string => tc(p(r(text)), more);
const tr = (cells: string, more = ''): string => `<w:tr w:rsidR="00A12B3C"><w:trPr>${more}<w:trHeight w:val="567"/></w:trPr>${cells}</w:tr>`;
const tbl = (rows: string): string =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="a4"/><w:tblW w:w="0" w:type="auto"/><w:tblLook w:val="04A0"/></w:tblPr><w:tblGrid><w:gridCol w:w="2765"/><w:gridCol w:w="2765"/><w:gridCol w:w="2766"/></w:tblGrid>${rows}</w:tbl>`;

const STYLES = `${HEAD}<w:styles ${NAMESPACES}>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:qFormat/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="List Paragraph"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="a5"><w:name w:val="Title"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="paragraph" w:styleId="a6"><w:name w:val="footnote text"/><w:basedOn w:val="a"/></w:style>
<w:style w:type="character" w:styleId="a7"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="a4"><w:name w:val="Table Grid"/></w:style>
</w:styles>`;

const level = (index: number, format: string, text: string, more = ''): string =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`;
const NUMBERING = `${HEAD}<w:numbering ${NAMESPACES}>
<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%2.')}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '\uF06C')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3．')}</w:abstractNum>
<w:abstractNum w:abstractNumId="3">${level(0, 'japaneseCounting', '第%1章')}${level(1, 'decimal', '%1.%2', '<w:isLgl/>')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="3"/></w:num>
</w:numbering>`;

/** A .docx of a body and further members. */
export const docx = (body: string, more: Record<string, string | Uint8Array> = {}, relations = ''): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="emf" ContentType="image/x-emf"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="${WORD}.numbering+xml"/><Override PartName="/word/footnotes.xml" ContentType="${WORD}.footnotes+xml"/></Types>`,
        '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
        'word/_rels/document.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rId2" Type="${OFFICE}/numbering" Target="numbering.xml"/>${relations}</Relationships>`,
        'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr w:rsidR="00A12B3C"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1985" w:left="1588"/></w:sectPr></w:body></w:document>`,
        'word/styles.xml': STYLES,
        'word/numbering.xml': NUMBERING,
        ...more,
      }).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  );

const relation = (id: string, type: string, target: string, mode = ''): string => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"${mode}/>`;

const PNG = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'));
const drawing = (id: string, description: string): string =>
  `<w:r><w:drawing><wp:inline distT="0" distB="0"><wp:extent cx="5274310" cy="3076575"/><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="图片 1"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

export const WORD_FIXTURES: WordFixture[] = [
  {
    name: '通知：标题、主送、正文、落款',
    bytes: docx(
      p(r('江城市人民政府文件', '<w:b/>'), CENTRE) +
        p(r('江政发〔2026〕12号'), CENTRE) +
        p(r('关于做好冬季供暖', '<w:b/>') + r('保障工作的通知', '<w:b/>'), CENTRE) +
        p('') +
        p(r('各县（市、区）人民政府：')) +
        p(r('为做好冬季供暖工作，现通知如下。'), INDENT) +
        p(r('江城市人民政府'), RIGHT) +
        p(r('2026') + r('年') + r('10') + r('月') + r('30') + r('日'), RIGHT),
    ),
    text: ['江城市人民政府文件', '江政发〔2026〕12号', '关于做好冬季供暖保障工作的通知', '各县（市、区）人民政府：', '为做好冬季供暖工作，现通知如下。', '江城市人民政府', '2026年10月30日'],
    tables: [],
    has: ['<p class="align-center"><strong>关于做好冬季供暖保障工作的通知</strong></p>', '<p class="indent">为做好', '<p class="align-right">2026年10月30日</p>'],
  },
  {
    name: '中文自动编号',
    bytes: docx(p(r('总体要求'), listed(3)) + p(r('指导思想'), listed(3, 1)) + p(r('基本原则'), listed(3, 1)) + p(r('坚持公开'), listed(3, 2)) + p(r('主要任务'), listed(3)) + p(r('扩大范围'), listed(3, 1))),
    text: ['一、总体要求', '（一）指导思想', '（二）基本原则', '1．坚持公开', '二、主要任务', '（一）扩大范围'],
    tables: [],
  },
  {
    name: '标题样式带编号',
    bytes: docx(p(r('总则'), '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>') + p(r('目的'), '<w:pStyle w:val="2"/>') + p(r('正文。'), INDENT) + p(r('适用'), '<w:pStyle w:val="2"/>') + p(r('附则'), '<w:pStyle w:val="1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr>')),
    text: ['第一章 总则', '1.1 目的', '正文。', '1.2 适用', '第二章 附则'],
    tables: [],
    has: ['<h2>第一章 总则</h2>', '<h3>1.1 目的</h3>'],
  },
  {
    name: '列表',
    bytes: docx(p(r('甲'), listed(1)) + p(r('甲之一'), listed(1, 1)) + p(r('乙'), listed(1)) + p(r('中间')) + p(r('点'), listed(2))),
    text: ['甲', '甲之一', '乙', '中间', '点'],
    tables: [],
    has: ['<ol><li>甲<ol><li>甲之一</li></ol></li><li>乙</li></ol>', '<ul><li>点</li></ul>'],
  },
  {
    name: '合并单元格的表格',
    bytes: docx(
      tbl(
        tr(cell('项目', '<w:vMerge w:val="restart"/>') + cell('数量', '<w:gridSpan w:val="2"/>')) +
          tr(tc(p(''), '<w:vMerge/>') + cell('上年') + cell('今年')) +
          tr(cell('合计', '<w:gridSpan w:val="2"/>') + tc(p(r('1,200.50'), RIGHT))),
      ),
    ),
    text: ['项目', '数量', '上年', '今年', '合计', '1,200.50'],
    tables: [[['项目', '数量', '←'], ['↑', '上年', '今年'], ['合计', '←', '1,200.50']]],
    has: ['<td class="align-right">1,200.50</td>'],
  },
  {
    name: '重复表头行',
    bytes: docx(tbl(tr(cell('序号') + cell('名称'), '<w:tblHeader/>') + tr(cell('1') + tc(p(r('第一段')) + p(r('第二段')))))),
    text: ['序号', '名称', '1', '第一段', '第二段'],
    tables: [[['序号', '名称'], ['1', '第一段第二段']]],
    has: ['<thead><tr><th scope="col">序号</th><th scope="col">名称</th></tr></thead>'],
  },
  {
    name: '脚注与超链接',
    bytes: docx(
      p(r('依据《条例》') + '<w:r><w:rPr><w:rStyle w:val="a7"/></w:rPr><w:footnoteReference w:id="2"/></w:r>' + r('，见') + `<w:hyperlink r:id="rId8" w:history="1">${r('网站', '<w:u w:val="none"/>')}</w:hyperlink>` + r('。')),
      {
        'word/footnotes.xml': `${HEAD}<w:footnotes ${NAMESPACES}><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:type="continuationSeparator" w:id="1"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote><w:footnote w:id="2">${p('<w:r><w:rPr><w:rStyle w:val="a7"/></w:rPr><w:footnoteRef/></w:r>' + r(' 国务院令第711号。'), '<w:pStyle w:val="a6"/>')}</w:footnote></w:footnotes>`,
      },
      relation('rId7', 'footnotes', 'footnotes.xml') + relation('rId8', 'hyperlink', 'https://www.example.gov.cn/a?b=1&amp;c=2', ' TargetMode="External"'),
    ),
    text: ['依据《条例》[1]，见网站。', '[1] 国务院令第711号。'],
    tables: [],
    has: ['<sup><a href="#fn-w2" id="fnref-w2">[1]</a></sup>', '<a href="https://www.example.gov.cn/a?b=1&amp;c=2">网站</a>', '<p id="fn-w2" class="footnote"><a href="#fnref-w2">[1]</a> 国务院令第711号。</p>'],
  },
  {
    name: '修订、批注、隐藏文字',
    bytes: docx(
      p(
        r('供暖期为') +
          '<w:del w:id="1" w:author="王" w:date="2026-10-01T09:00:00Z"><w:r w:rsidDel="00B1"><w:delText>4</w:delText></w:r></w:del>' +
          `<w:ins w:id="2" w:author="王" w:date="2026-10-01T09:00:00Z">${r('5')}</w:ins>` +
          '<w:commentRangeStart w:id="0"/>' +
          r('个月') +
          '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>' +
          r('内部密码', '<w:vanish/>') +
          r('。'),
      ),
      { 'word/comments.xml': `${HEAD}<w:comments ${NAMESPACES}><w:comment w:id="0" w:author="李">${p(r('请核对'))}</w:comment></w:comments>` },
      relation('rId9', 'comments', 'comments.xml'),
    ),
    text: ['供暖期为5个月。'],
    tables: [],
    losses: { 修订: 2, 批注: 1, 隐藏文字: 1 },
  },
  {
    name: '制表符、符号、上下标、换行',
    bytes: docx(
      p(
        r('姓名：') +
          '<w:r><w:tab/></w:r>' +
          r('张三') +
          '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' +
          r('H') +
          r('2', '<w:vertAlign w:val="subscript"/>') +
          r('O，面积5m') +
          r('2', '<w:vertAlign w:val="superscript"/>') +
          '<w:r><w:br/></w:r>' +
          r('删', '<w:strike/>') +
          r('线', '<w:u w:val="single"/>') +
          '<w:r><w:noBreakHyphen/></w:r>' +
          r('&lt;甲&amp;乙&gt;'),
      ),
    ),
    text: ['姓名： 张三🗹H2O，面积5m2删线‑<甲&乙>'],
    tables: [],
    has: ['H<sub>2</sub>O，面积5m<sup>2</sup><br /><s>删</s><u>线</u>'],
  },
  {
    name: '图片、文本框、公式、嵌入对象、页眉',
    bytes: docx(
      p(r('位置图：') + drawing('rId10', '市政府位置图')) +
        p(r('矢量图') + drawing('rId11', '')) +
        p(
          `${r('框前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${p(r('框里的话'))}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>${p(r('框里的话'))}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`,
        ) +
        p(`${r('公式')}<m:oMath><m:r><m:t>S=ab</m:t></m:r></m:oMath>${r('如上')}`) +
        p('<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId12"/></w:object></w:r>'),
      { 'word/media/image1.png': PNG, 'word/media/image2.emf': new Uint8Array([1, 0, 0, 0]), 'word/header1.xml': `${HEAD}<w:hdr ${NAMESPACES}>${p(r('内部资料'))}</w:hdr>` },
      relation('rId10', 'image', 'media/image1.png') + relation('rId11', 'image', 'media/image2.emf') + relation('rId13', 'header', 'header1.xml'),
    ),
    text: ['位置图：', '矢量图【此处的图片格式不支持，没有带入】', '框前', '框里的话', '公式如上'],
    tables: [],
    has: ['<img src="/uploads/word-picture-1" alt="市政府位置图" />'],
    losses: { 文本框: 1, 公式: 1, 嵌入对象: 1, 页眉: 1, '网页不支持的图片（EMF、WMF、TIFF 等）': 1 },
  },
];
