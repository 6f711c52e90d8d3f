import type { Example } from '../../component-page/example.ts';

const table = `<div class="table-scroll" tabindex="0" role="region" aria-label="承诺时限"><table><caption>表一 承诺时限</caption><thead><tr><th scope="col">事项</th><th scope="col">法定时限</th><th scope="col">承诺时限</th></tr></thead><tbody><tr><td>企业设立登记</td><td>5 日</td><td>1 日</td></tr></tbody></table></div>`;

export const examples: Example[] = [
  {
    name: '公文：主送机关、两级标题、表格、落款',
    file: 'DocumentBody.astro',
    props: {
      official: true,
      html: `<p class="addressee">各县（市、区）人民政府，市政府各部门：</p><p>现将有关事项通知如下。</p><h3>一、压缩企业开办时间</h3><p>登记、公章刻制、税务、社保实行一表填报。</p><h4>（一）分类施策</h4><p>按企业类型分别办理。</p>${table}<p class="signature">孝感市人民政府</p><p class="date">2026年11月16日</p>`,
    },
  },
  {
    name: '正文之前：解读的形式，一个很长',
    file: 'Above.astro',
    props: {
      above: {
        heading: '政策解读',
        links: [
          { href: '/zcjd/202611/a.html', text: '《关于推进社区老年助餐服务的实施意见》解读', form: '文字解读' },
          { href: '/zcjd/202611/b.html', text: '一图读懂：助餐点在哪里、补贴多少、怎样申请，子女不在身边的高龄老人由谁送餐上门', form: '图解' },
          { href: '/zcjd/202611/c.html', text: '市民政局负责人答记者问', form: null },
        ],
      },
    },
  },
];
