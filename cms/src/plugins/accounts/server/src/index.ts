/** 账号: 口令、锁定、双因素、会话. */
export default {
  register() {},
  async bootstrap() {},
  destroy() {},
};
