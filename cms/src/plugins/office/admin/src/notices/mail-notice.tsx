import { Notice } from '../../../../review/admin/src/panel/notice';
import type { NoticePage } from '../requests/answers';

/** How the sending of mails stands. */
export const MailNotice = ({ mail }: { mail: NonNullable<NoticePage['mail']> }) => {
  if (!mail.configured) {
    return (
      <Notice tone="neutral" title="邮件通知：未设置">
        系统管理员设置邮件服务器（SMTP_URL、SMTP_FROM）后，通知会同时发到账号的邮箱。
      </Notice>
    );
  }
  if (mail.waiting === 0 && mail.givenUp === 0) return null;
  return (
    <Notice tone="warning" title={`有 ${mail.waiting} 封通知邮件还没有发出${mail.givenUp > 0 ? `，${mail.givenUp} 封已放弃` : ''}`}>
      {mail.lastError ? `最近一次：${mail.lastError}。系统会继续重试，不影响办理。` : '正在发送。'}
    </Notice>
  );
};
