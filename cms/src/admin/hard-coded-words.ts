/** English that Strapi's components write past its own translations, whole and as they write it. */
const WORDS: Record<string, string> = {
  Active: '启用',
  Inactive: '停用',
  Menu: '菜单',
  Pagination: '翻页',
  Notification: '提醒',
  'Notifications alt+T': '通知',
  Search: '查找',
  search: '查找',
  Select: '请选择',
  draft: '草稿',
  published: '已公开',
  modified: '已修改',
  Editor: '正文',
  'Loading content': '正在读取',
  'Loading content.': '正在读取',
};

const SPOKEN = ['aria-label', 'placeholder'];
/** What people type stays what they typed. */
const TYPED = 'textarea, input, [contenteditable="true"], .CodeMirror';

const mendAttributes = (element: Element): void => {
  for (const name of SPOKEN) {
    const chinese = WORDS[element.getAttribute(name) ?? ''];
    if (chinese) element.setAttribute(name, chinese);
  }
};

const mendText = (node: Node): void => {
  const chinese = WORDS[node.nodeValue ?? ''];
  if (chinese && !node.parentElement?.closest(TYPED)) node.nodeValue = chinese;
};

const mend = (node: Node): void => {
  if (node.nodeType === Node.TEXT_NODE) return mendText(node);
  if (!(node instanceof Element)) return;
  mendAttributes(node);
  for (const element of node.querySelectorAll('[aria-label], [placeholder]')) mendAttributes(element);
  const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) mendText(text);
};

/** Puts Chinese in their place wherever they appear. Only whole texts are compared, so that no document of ours is touched. */
export const mendHardCodedWords = (): void => {
  new MutationObserver((changes) => {
    for (const { target, addedNodes, type } of changes) {
      if (type === 'childList') addedNodes.forEach(mend);
      else if (type === 'attributes') mendAttributes(target as Element);
      else mendText(target);
    }
  }).observe(document.body, { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: SPOKEN });
};
