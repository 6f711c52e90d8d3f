import { Notice } from '../panel/notice';
import type { Panel } from '../requests/answers';
import { shownSecond } from '../times';

/** Who was first, what that person did and why; what one has written oneself is kept. */
export const Overtaken = ({ panel, keeps, onClose }: { panel: Panel; keeps: boolean; onClose(): void }) => {
  const last = [...panel.history].sort((one, other) => other.seq - one.seq)[0];
  return (
    <Notice tone="warning" title={last ? `${last.actor}先办理了：${last.label}，现在是「${panel.stateLabel}」` : '有人先办理了这条信息'} action={{ label: '知道了', onClick: onClose }}>
      {[
        last ? `${shownSecond(last.at)}${last.reason ? `，理由：${last.reason}` : ''}` : '',
        '您的操作没有办理，页面已换成最新内容。',
        keeps ? '您写的理由和标注都还在。' : '',
      ]
        .filter(Boolean)
        .join('\n')}
    </Notice>
  );
};
