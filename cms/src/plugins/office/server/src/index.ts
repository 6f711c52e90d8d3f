/** 办公: 收发文登记、工作日历、承诺. */
export default {
  register() {},
  async bootstrap() {},
  destroy() {},
};
