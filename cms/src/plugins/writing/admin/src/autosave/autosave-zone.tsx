import { useAuth } from '@strapi/admin/strapi-admin';
import { Box, Flex, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { EDITABLE } from '../../../../review/server/src/decisions/states';
import { STATES } from '../../../../review/server/src/decisions/states';
import { DOCUMENT } from '../../../../review/admin/src/content-manager/document-type';
import { Notice } from '../../../../review/admin/src/panel/notice';
import { shownMinute } from '../../../../review/admin/src/times';
import { ChoiceDialog } from './choice-dialog';
import { differencesOf } from './form-values';
import type { DocumentState } from './server-store';
import { wordsFor } from './state';
import { useAutosave, type Autosave, type Question } from './use-autosave';

const WRITES = ['plugin::content-manager.explorer.update', 'plugin::content-manager.explorer.create'];

const TONES = { quiet: 'neutral600', good: 'success700', warning: 'warning700', danger: 'danger700' } as const;

const minute = (instant: string): string => shownMinute(instant).slice(-5);

const PLACES = { browser: '本机', server: '服务器' } as const;

const Opening = ({ question, autosave, isNew }: { question: Question; autosave: Autosave; isNew: boolean }) => (
  <ChoiceDialog
    key={`${question.form} ${question.tab} ${question.seq} ${question.place}`}
    words={
      question.why === 'opening'
        ? {
            title: isNew ? '恢复未保存的新稿件' : '恢复未保存的内容',
            intro: `${shownMinute(question.at)} 自动保存在${PLACES[question.place]}，还没有保存到稿件。下面是与现在表单里不同的地方。`,
            mine: '未保存的内容',
            theirs: isNew ? '空白表单' : '现在的内容',
            take: '恢复所选内容',
            leave: '放弃',
          }
        : {
            title: '稿件有了新的内容',
            intro: '表单已换成服务器上最新保存的内容。您没有保存的内容还在，请逐项选择保留哪一边，再点「保存」。',
            mine: '我的内容',
            theirs: '最新保存的内容',
            take: '用所选内容继续编辑',
            leave: '放弃我的内容',
          }
    }
    differences={differencesOf(question, autosave.values)}
    prefer="mine"
    leavingForgets
    onTake={(chosen) => autosave.take(question, chosen)}
    onLeave={() => autosave.giveUp(question)}
  />
);

const OtherWindow = ({ autosave }: { autosave: Autosave }) => {
  const [open, setOpen] = useState(false);
  const { newer } = autosave.progress;
  if (!newer) return null;
  return (
    <>
      <Notice
        tone="warning"
        title="另一个窗口有不同的内容"
        action={{ label: '对照两边，选择保留', onClick: () => setOpen(true) }}
      >
        {`您在另一个窗口或另一台电脑 ${minute(newer.savedAt)} 写过这条信息。两边都没有丢失；选择之前，这个窗口的内容只保存在本机。`}
      </Notice>
      {open && (
        <ChoiceDialog
          words={{
            title: '两个窗口的内容不同',
            intro: '请逐项选择保留哪一边。选择之后，以这个窗口为准继续自动保存。',
            mine: '另一个窗口',
            theirs: '这个窗口',
            take: '用所选内容继续编辑',
            leave: '稍后再说',
          }}
          differences={differencesOf(newer, autosave.values)}
          prefer="theirs"
          leavingForgets={false}
          onTake={(chosen) => {
            setOpen(false);
            autosave.takeNewer(chosen);
          }}
          onLeave={() => setOpen(false)}
        />
      )}
    </>
  );
};

const changedWords = ({ changes, state }: DocumentState): string => {
  const [newest] = changes;
  if (!newest) return '';
  const who = newest.mine ? '您在另一处' : newest.by;
  const locked = EDITABLE.includes(state) ? '' : `现在是「${STATES[state]}」，不能再保存；`;
  return `${who} ${minute(newest.at)} ${newest.label}了这条信息。${locked}您的内容没有丢失，已单独自动保存。`;
};

const OtherSave = ({ autosave }: { autosave: Autosave }) => {
  const { document } = autosave.progress;
  if (!document || document.changes.length === 0 || autosave.submitting) return null;
  const title = document.changes[0]?.mine ? '您在另一处保存过' : '其他人保存过';
  return (
    <Notice tone="warning" title={title} action={{ label: '对照两边，选择保留', onClick: autosave.compare }}>
      {changedWords(document)}
    </Notice>
  );
};

const Kept = ({ account, documentId }: { account: string; documentId: string | null }) => {
  const autosave = useAutosave({ account, documentId });
  const { progress, question, elsewhere } = autosave;
  const { tone, text } = wordsFor(progress, minute);
  return (
    <Box width="100%" data-autosave={tone} data-autosave-ready={autosave.ready}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Typography variant="pi" textColor={TONES[tone]} role="status" aria-live="polite">
          {text}
        </Typography>
        {progress.newer && <OtherWindow autosave={autosave} />}
        {elsewhere && !progress.newer && (
          <Typography variant="pi" textColor="warning700">
            您在另一个窗口也打开了这份稿件，请只在一处修改。
          </Typography>
        )}
        <OtherSave autosave={autosave} />
      </Flex>
      {question && <Opening question={question} autosave={autosave} isNew={documentId === null} />}
    </Box>
  );
};

/** 自动保存: under the save button of a document's form, for whoever may write. */
export const AutosaveZone = ({ slug }: { slug?: string }) => {
  const { id } = useParams<{ id: string }>();
  const account = useAuth('Autosave', ({ user }) => user?.id);
  const writes = useAuth('Autosave', ({ permissions }) =>
    permissions.some(({ action, subject }) => WRITES.includes(action) && subject === DOCUMENT),
  );
  if (slug !== DOCUMENT || account === undefined || !writes) return null;
  return <Kept account={String(account)} documentId={id && id !== 'create' ? id : null} />;
};
