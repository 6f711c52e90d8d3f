/** Every error of the publisher: code → Chinese message for the operator and the next step. A code is never used for anything else. */
const CATALOGUE = {
  PUBLISHER_RUNNING: ['发布机已在运行', '同一数据目录只能有一个发布机；请先停止正在运行的进程，或向它发出请求'],
  PUBLISHER_PORT_TAKEN: ['发布机端口被占用', '请更换 PUBLISHER_PORT 或停止占用该端口的进程'],
  PUBLISHER_UNREACHABLE: ['发布机正在运行但没有应答', '请稍后再试；若持续如此，请查看 log/publisher.ndjson 并重启发布机'],
  FEED_UNREACHABLE: ['无法连接内容管理系统的变更流', '请确认内容管理系统已启动，CMS_URL 正确；发布机会自动重试'],
  FEED_REFUSED: ['变更流拒绝了请求', '请核对两端的 FEED_TOKEN 是否一致'],
  FEED_CUT: ['变更流的应答不完整', '缺少结束行，本次应答作废；发布机会自动重试'],
  FEED_LINE_BAD: ['变更流中有一行不符合约定', '该行已跳过，其余照常；请核对内容管理系统与网站的版本是否一致'],
  FILE_MISSING: ['附件或图片无法取得', '内容管理系统没有这个文件；该文档已搁置，重新发布后自动恢复'],
  FILE_DAMAGED: ['附件或图片与其摘要不符', '文件可能已损坏或被改动；该文档已搁置，请检查内容管理系统的文件库'],
  RENDER_FAILED: ['页面生成失败', '该文档已搁置，其余照常上线；请按原因更正后重新发布'],
  PAGE_FAILED: ['列表页面生成失败', '旧页面保持不变；发布机会随下一次发布重试，请检查网站模板'],
  TEMPLATES_BROKEN: [
    '大量页面生成失败，判断为网站模板出错',
    '本次发布没有生效，没有文档被搁置；请检查网站模板，发布机会自动重试',
  ],
  SEARCH_FAILED: ['检索更新失败', '页面已照常上线；发布机会自动重试，持续失败时请运行 gongkai rebuild'],
  HOME_FAILED: ['首页生成失败，首个站点版本未能上线', '请检查网站模板与栏目数据；发布机会自动重试'],
  ACKNOWLEDGEMENT_REFUSED: ['内容管理系统未接受上线回执', '发布机会自动重试；站点已更新，不受影响'],
  DISK_FULL: ['磁盘空间不足', '本次发布没有生效，站点保持原状；请清理磁盘，发布机会自动重试'],
  TREE_PATH_BAD: ['站点路径不合规', '路径必须相对、规范，且不含 “..”、反斜杠和控制字符'],
  TREE_PATH_CONFLICT: ['同一站点路径既是文件又是目录', '请核对本次重建计划'],
  TREE_OBJECT_DAMAGED: ['站点目录与其清单不符', '请运行 gongkai rebuild 重新生成站点，并查明改动来源'],
  TREE_NO_RELEASE: ['没有可用的站点版本', '请先发布，或核对版本号'],
  UNEXPECTED: ['发布过程出现意外错误', '发布机会自动重试；若持续如此，请查看 log/publisher.ndjson'],
} as const satisfies Record<string, readonly [message: string, hint: string]>;

export type PublisherErrorCode = keyof typeof CATALOGUE;

/** An error an operator can act on. `detail` names the thing it happened to: a path, an address, a line. */
export class PublisherError extends Error {
  readonly code: PublisherErrorCode;
  readonly hint: string;
  readonly detail: string;

  constructor(code: PublisherErrorCode, detail = '', cause?: unknown) {
    const [message, hint] = CATALOGUE[code];
    super(detail ? `${message}：${detail}` : message, { cause });
    this.name = 'PublisherError';
    this.code = code;
    this.hint = hint;
    this.detail = detail;
  }
}

/** Any thrown thing as a PublisherError, so that all of them are logged with code, message and hint. */
export function asPublisherError(thrown: unknown): PublisherError {
  if (thrown instanceof PublisherError) return thrown;
  const text = thrown instanceof Error ? thrown.message : String(thrown);
  return new PublisherError(isDiskFull(thrown) ? 'DISK_FULL' : 'UNEXPECTED', text, thrown);
}

function isDiskFull(thrown: unknown): boolean {
  const code = (thrown as { code?: unknown } | null)?.code;
  return code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL';
}
