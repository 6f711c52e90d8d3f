/**
 * 法定主动公开内容: what the 《政府信息公开条例》 (国务院令第711号) says is disclosed, item by item, and the columns where it stands here.
 * The words of the items are the regulation's; where they are found is ours.
 */
interface Item {
  number: string;
  text: string;
  columns: string[];
}

export const STATUTORY: { article: string; lead: string; items: Item[] }[] = [
  {
    article: '第二十条',
    lead: '行政机关应当依照本条例第十九条的规定，主动公开本行政机关的下列政府信息：',
    items: [
      { number: '（一）', text: '行政法规、规章和规范性文件', columns: ['gfxwj', 'zcwj'] },
      { number: '（二）', text: '机关职能、机构设置、办公地址、办公时间、联系方式、负责人姓名', columns: ['jgzn', 'ldzc'] },
      { number: '（三）', text: '国民经济和社会发展规划、专项规划、区域规划及相关政策', columns: ['zdbs', 'zcwj'] },
      { number: '（四）', text: '国民经济和社会发展统计信息', columns: ['tjsj'] },
      { number: '（五）', text: '办理行政许可和其他对外管理服务事项的依据、条件、程序以及办理结果', columns: ['gsgg', 'bmdt'] },
      {
        number: '（六）',
        text: '实施行政处罚、行政强制的依据、条件、程序以及本行政机关认为具有一定社会影响的行政处罚决定',
        columns: ['gsgg'],
      },
      { number: '（七）', text: '财政预算、决算信息', columns: ['gwzx', 'gzbg'] },
      { number: '（八）', text: '行政事业性收费项目及其依据、标准', columns: ['gsgg', 'zcwj'] },
      { number: '（九）', text: '政府集中采购项目的目录、标准及实施情况', columns: ['gwzx'] },
      { number: '（十）', text: '重大建设项目的批准和实施情况', columns: ['zdbs', 'gsgg'] },
      { number: '（十一）', text: '扶贫、教育、医疗、社会保障、促进就业等方面的政策、措施及其实施情况', columns: ['zcwj', 'zcjd'] },
      { number: '（十二）', text: '突发公共事件的应急预案、预警信息及应对情况', columns: ['yjxx'] },
      { number: '（十三）', text: '环境保护、公共卫生、安全生产、食品药品、产品质量的监督检查情况', columns: ['gsgg', 'bmdt'] },
      { number: '（十四）', text: '公务员招考的职位、名额、报考条件等事项以及录用结果', columns: ['gwzx'] },
      { number: '（十五）', text: '法律、法规、规章和国家有关规定规定应当主动公开的其他政府信息', columns: ['gsgg'] },
    ],
  },
  {
    article: '第二十一条',
    lead: '设区的市级、县级人民政府及其部门还应当根据本地方的具体情况，主动公开涉及下列方面的政府信息：',
    items: [
      { number: '1', text: '市政建设', columns: ['zdbs', 'gsgg'] },
      { number: '2', text: '公共服务', columns: ['gsgg', 'zwdt'] },
      { number: '3', text: '公益事业', columns: ['gsgg', 'bmdt'] },
      { number: '4', text: '土地征收', columns: ['gsgg'] },
      { number: '5', text: '房屋征收', columns: ['gsgg'] },
      { number: '6', text: '治安管理', columns: ['gsgg', 'bmdt'] },
      { number: '7', text: '社会救助', columns: ['zcwj', 'gsgg'] },
    ],
  },
];
