/** What Strapi's servers answer in English, in the words of the staff; by the whole message. */
const WHOLE: Record<string, string> = {
  'Invalid credentials': '邮箱或密码不对。',
  'User not active': '这个账号已停用，请联系系统管理员。',
  'Too many requests, please try again later.': '尝试次数太多，请过一会儿再试。',
  'Missing or invalid credentials': '登录已过期，请重新登录。',
  'Authentication required': '请先登录。',
  'Invalid refresh token': '登录已过期，请重新登录。',
  'Missing refresh token': '登录已过期，请重新登录。',
  'Session expired. Please log in again.': '登录已过期，请重新登录。',
  'Login not allowed, please contact your administrator': '不能登录，请联系系统管理员。',
  Unauthorized: '请先登录。',
  Forbidden: '您的账号无权办理。',
  'Forbidden access': '您的账号无权办理。',
  'Not Found': '找不到要办理的内容，请刷新页面。',
  'Method Not Allowed': '不能这样办理。',
  'Internal Server Error': '系统出错，没有办成。请稍后再试；仍不行请报告系统管理员。',
  'Email already taken': '这个邮箱已有账号。',
  'A user with this email address already exists': '这个邮箱已有账号。',
  'This attribute must be unique': '已有相同的内容，不能重复。',
  'Name already taken': '已有同名的内容。',
  'Some roles are still assigned to some users': '还有账号在使用这个角色，不能删除。',
  'This reset password token has expired': '重设密码的链接已过期。',
  'Invalid registration info': '注册链接无效或已用过。',
  'Invalid registrationToken': '注册链接无效或已用过。',
  'You cannot delete the super admin role': '应急账号的角色不能删除。',
  'You cannot delete your own user': '不能删除自己的账号。',
  'You must have at least one user with super admin role.': '至少要保留一个应急账号。',
  "Super admin can't be edited.": '应急账号的角色不能修改。',
  "Super admin permissions can't be edited.": '应急账号的权限不能修改。',
  'You must have at least one user with super admin role': '至少要保留一个应急账号。',
  'User does not exist': '找不到这个账号。',
  'User not found': '找不到这个账号。',
  'Session not found': '找不到这次登录，可能已经退出。',
  'role.notFound': '找不到这个角色。',
  'file.notFound': '找不到这个文件，可能已被删除。',
  'folder not found': '找不到这个文件夹，可能已被删除。',
  'Files are empty': '没有选择文件。',
  'File id is required': '没有选择文件。',
  'Cannot replace a file with multiple ones': '一次只能用一个文件替换。',
  'File is not a valid image': '不是有效的图片文件。',
  'File name contains invalid characters': '文件名含有不能使用的字符，请改名后再上传。',
  'MIME type is not allowed': '不接受这种文件。',
  'Cannot verify file type for security reasons': '认不出文件的真实类型，不能上传。',
  'Upload cancelled': '上传已取消。',
  'Current password is invalid': '当前密码不对。',
  'Invalid current password': '当前密码不对。',
  'The current password is not correct': '当前密码不对。',
  'ContentType not found': '没有这类内容。',
  'contentType.notFound': '没有这类内容。',
};

type Reading = [pattern: RegExp, chinese: (found: RegExpExecArray) => string];

/** The same for messages with names and numbers in them. */
const PATTERNS: Reading[] = [
  [/^(\S+) is a required field$/, () => '必须填写。'],
  [/^(\S+) must be defined\.?$/, () => '必须填写。'],
  [/^(\S+) cannot be (?:null|empty)\.?$/, () => '必须填写。'],
  [/^(\S+) must be at least (\d+) characters?$/, ([, , least]) => `至少要 ${least} 个字。`],
  [/^(\S+) must be at most (\d+) characters?$/, ([, , most]) => `最多 ${most} 个字。`],
  [/^(\S+) must be less than (\d+) bytes$/, ([, , most]) => `太长，最多 ${most} 个字节。`],
  [/^(\S+) must be greater than or equal to (-?[\d.]+)$/, ([, , least]) => `不能小于 ${least}。`],
  [/^(\S+) must be less than or equal to (-?[\d.]+)$/, ([, , most]) => `不能大于 ${most}。`],
  [/^(\S+) must contain at least one lowercase character$/, () => '至少要有一个小写字母。'],
  [/^(\S+) must contain at least one uppercase character$/, () => '至少要有一个大写字母。'],
  [/^(\S+) must contain at least one (?:number|digit)$/, () => '至少要有一个数字。'],
  [/^(\S+) must match the following: /, () => '格式不对。'],
  [/^(\S+) must be a valid (?:email|URL|url)$/, () => '格式不对。'],
  [/^(\S+) must be one of the following values: (.+)$/, () => '请从列表中选择。'],
  [/^(\S+) must be an? `(\w+)` type/, () => '填写的内容类型不对。'],
  [/^(\S+) must be an integer$/, () => '应为整数。'],
  [/^(\d+) errors? occurred$/, ([, count]) => `有 ${count} 处需要改正。`],
  [/ exceeds size limit of (.+?)\.?$/, ([, size]) => `文件太大，最大 ${size}。`],
  [/^File too large: maximum allowed size is (.+)$/, ([, size]) => `文件太大，最大 ${size}。`],
  [/^File type '([^']*)' is not allowed/, ([, type]) => `不接受这种文件（${type}）。`],
  [/^The name must be unique/, () => '已有同名的角色。'],
  [/^some folders already exists: (.+)$/, ([, names]) => `已有同名的文件夹：${names}。`],
  [/^folders cannot be moved inside themselves/, () => '文件夹不能移到自己里面。'],
  [/^Invalid (?:key|parameter|value)/, () => '请求的内容不对，请刷新页面后再试。'],
];

const isChinese = (message: string): boolean => /\p{Script=Han}/u.test(message);

/** A message of the server as people are shown it; what is not known keeps its words behind a Chinese sentence, for whoever is asked. */
export const inChinese = (message: string): string => {
  if (message === '' || isChinese(message)) return message;
  const known = WHOLE[message] ?? WHOLE[message.replace(/\.$/, '')];
  if (known) return known;
  for (const [pattern, chinese] of PATTERNS) {
    const found = pattern.exec(message);
    if (found) return chinese(found);
  }
  return `没有办成（系统答复：${message}）。`;
};
