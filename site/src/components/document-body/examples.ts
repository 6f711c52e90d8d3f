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
];
