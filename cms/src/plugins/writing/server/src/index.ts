/** 编写: 正文编辑器、Word 转换、附件、自动保存、预览. */
export default {
  register() {},
  async bootstrap() {},
  destroy() {},
};
