/** 检查: 送审和发布前的检查、保密审查、词表. */
export default {
  register() {},
  async bootstrap() {},
  destroy() {},
};
