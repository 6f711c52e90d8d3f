/**
 * Words that passwords are made of most often, in China and elsewhere; lower case, without digits and signs at either end.
 * A small list on purpose: it stands for the habit, the length rule does the rest.
 */
export const COMMON_WORDS = [
  ...['password', 'passw0rd', 'p@ssword', 'p@ssw0rd', 'pass', 'admin', 'administrator', 'root', 'user', 'test', 'guest', 'welcome', 'letmein', 'login'],
  ...['qwerty', 'qwertyuiop', 'asdfgh', 'asdfghjkl', 'zxcvbn', 'zxcvbnm', 'qazwsx', 'qazwsxedc', 'qweasd', 'qweasdzxc', 'asdf', 'qwer', 'zxcv'],
  ...['abc', 'abcd', 'abcdef', 'abcdefg', 'iloveyou', 'monkey', 'dragon', 'sunshine', 'princess', 'football', 'master', 'shadow', 'superman'],
  ...['woaini', 'woaiwojia', 'zhongguo', 'china', 'beijing', 'shanghai', 'gongkai', 'zhengfu', 'strapi', 'mima', 'aini', 'wang', 'zhang', 'huawei'],
  ...['changeme', 'default', 'secret', 'server', 'system', 'computer', 'internet', 'hello', 'spring', 'summer', 'autumn', 'winter', 'monday'],
];
