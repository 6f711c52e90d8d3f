import { useForm } from '@strapi/admin/strapi-admin';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useReadAnewMutation } from '../../../../review/admin/src/requests/api';
import { browserStore } from './browser-store';
import type { Fields } from './form-values';
import { differencesOf, isBegun, isSaved, sameValue, typedIn } from './form-values';
import type { Candidate } from './keeper';
import { Keeper } from './keeper';
import { createdFrom, newFormName, noteCreation } from './new-form';
import { serverStore } from './server-store';
import { NOTHING_TYPED, type Progress } from './state';
import { openWindows, renamed, tabName } from './windows';

/** A form that was emptied may be on its way out: what was kept goes only when somebody stays and leaves it empty. */
const EMPTIED_FOR_MS = 1_500;
/** After a save was answered, the content manager reads the document anew; where it does not, we have it do so. */
const SAVED_WITHIN_MS = 1_200;
/** More than a form is ever written. */
const EVERY_WRITE = 2 ** 31 - 1;

interface Opened {
  version: number | null;
  values: Fields;
}

interface Submitted {
  version: number | null;
  values: Fields;
}

const versionOf = ({ lockVersion }: Fields): number | null => (typeof lockVersion === 'number' ? lockVersion : null);

export type Question = Candidate & { why: 'opening' | 'reread' };

export interface Autosave {
  progress: Progress;
  /** Kept text that waits for a choice. */
  question: Question | null;
  /** The same form is open in another window of this browser. */
  elsewhere: boolean;
  submitting: boolean;
  /** What was kept has been asked for: from here on text is kept. */
  ready: boolean;
  values: Fields;
  take(question: Question, chosen: Fields): void;
  giveUp(question: Question): void;
  /** The person has chosen between this window's text and another's. */
  takeNewer(chosen: Fields): void;
  /** Reads the document anew; the form's own text is then put beside it. */
  compare(): void;
}

/**
 * Keeps what is typed into the form of a document, and brings it back: after a closed browser, a killed server, a lost connection,
 * beside another window, beside another person's save, and where the content manager overwrites the form by reading it anew.
 */
export const useAutosave = ({ account, documentId }: { account: string; documentId: string | null }): Autosave => {
  const values = useForm('Autosave', (form) => form.values) as Fields;
  const initialValues = useForm('Autosave', (form) => form.initialValues) as Fields;
  const isSubmitting = useForm('Autosave', (form) => form.isSubmitting);
  const modified = useForm('Autosave', (form) => form.modified);
  const getValues = useForm('Autosave', (form) => form.getValues) as () => Fields;
  const setValues = useForm('Autosave', (form) => form.setValues) as (values: Fields) => void;
  const resetForm = useForm('Autosave', (form) => form.resetForm) as (values?: Fields) => void;
  const [readAnew] = useReadAnewMutation();
  const [progress, setProgress] = useState<Progress>(NOTHING_TYPED);
  const [questions, setQuestions] = useState<Question[]>([]);
  const [elsewhere, setElsewhere] = useState(false);
  const [ready, setReady] = useState(false);
  const keeper = useRef<Keeper | null>(null);
  const tab = useRef(tabName());
  const opened = useRef<Opened | null>(null);
  const submitted = useRef<Submitted | null>(null);
  /** While a text waits for a choice nothing is kept over it. */
  const asking = useRef(false);
  /** The same while the server is asked whose save the newest one was. */
  const [holding, setHolding] = useState(false);
  const held = useRef(false);
  const emptied = useRef<ReturnType<typeof setTimeout>>();
  const present = useRef({ modified, initialValues });
  present.current = { modified, initialValues };
  asking.current = questions.length > 0;

  /** Puts one more question, unless nothing in it differs from what is in the form. */
  const ask = useCallback(
    (candidate: Candidate, why: Question['why']): boolean => {
      if (differencesOf(candidate, getValues()).length === 0) return false;
      asking.current = true;
      setQuestions((before) =>
        before.some(({ changed }) => JSON.stringify(changed) === JSON.stringify(candidate.changed))
          ? before
          : [...before, { ...candidate, why }],
      );
      return true;
    },
    [getValues],
  );

  useEffect(() => {
    const form = documentId ?? newFormName();
    const windows = openWindows(() => ({ tab: tab.current, form }));
    let over = false;
    const begin = async (): Promise<void> => {
      // A window that was duplicated has its twin's name and must not be taken for it.
      if ((await windows.others()).has(tab.current)) tab.current = renamed();
      if (over) return;
      const own = new Keeper({
        account,
        form,
        tab: tab.current,
        local: browserStore(),
        server: serverStore(),
        windows,
        onProgress: setProgress,
      });
      keeper.current = own;
      const origin = documentId ? createdFrom(getValues()) : null;
      if (origin) await own.forget({ form: origin, tab: tab.current, seq: EVERY_WRITE });
      const version = versionOf(present.current.initialValues);
      const found = await own.open(version);
      if (over) return;
      // Read anew meanwhile: what the server said is of the text before, of which nothing was typed over.
      if (version !== versionOf(present.current.initialValues) && !own.current) own.resolveDocument();
      setElsewhere(found.elsewhere);
      for (const candidate of found.candidates) {
        const worthless = !documentId && !isBegun(candidate);
        if (worthless || !ask(candidate, 'opening')) void own.forget(candidate);
      }
      setReady(true);
    };
    void begin();
    const stopListening = windows.listen((message) => {
      if (message.type === 'kept' && message.form === form && message.tab !== tab.current) setElsewhere(true);
    });
    const now = (): void => {
      void keeper.current?.keepHere();
      void keeper.current?.send();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') now();
    };
    window.addEventListener('online', now);
    window.addEventListener('pagehide', now);
    document.addEventListener('visibilitychange', hidden);
    return () => {
      over = true;
      clearTimeout(emptied.current);
      window.removeEventListener('online', now);
      window.removeEventListener('pagehide', now);
      document.removeEventListener('visibilitychange', hidden);
      stopListening();
      keeper.current?.stop();
      windows.close();
    };
    // One keeper for the life of a form: the content manager makes a new form for another document.
  }, []);

  /** The document was read anew, and with it everything in the form written over. */
  const afterReread = useCallback(
    async (before: Opened, now: Opened): Promise<void> => {
      const own = keeper.current;
      const mine = own?.current;
      const saved = submitted.current;
      submitted.current = null;
      if (!own || !mine) {
        own?.resolveDocument();
        return;
      }
      held.current = true;
      setHolding(true);
      own.resolveDocument();
      // Not by who saved: the same person may have saved in another window while this save was refused.
      if (saved && isSaved(typedIn(before.values, saved.values), now.values)) {
        // What was typed while the save was under way is not in it, and was written over.
        const late = Object.entries(mine.changed).filter(([field, value]) => !sameValue(value, saved.values[field]));
        // Put back, it is kept in place of what was saved; nothing is forgotten before it is.
        if (late.length > 0) setValues({ ...getValues(), ...Object.fromEntries(late) });
        else await own.settle();
      } else {
        const at = own.progress.localAt ?? own.progress.serverAt ?? new Date().toISOString();
        const candidate: Candidate = { ...mine, form: own.form, tab: tab.current, at, place: 'browser', seq: EVERY_WRITE };
        if (!ask(candidate, 'reread')) await own.settle();
      }
      held.current = false;
      setHolding(false);
    },
    [ask, getValues, setValues],
  );

  useEffect(() => {
    const own = keeper.current;
    const version = versionOf(initialValues);
    if (!opened.current) opened.current = { version, values: initialValues };
    if (opened.current.version !== version) {
      const before = opened.current;
      opened.current = { version, values: initialValues };
      void afterReread(before, opened.current);
      return;
    }
    clearTimeout(emptied.current);
    if (!ready || !own || asking.current || held.current) return;
    const typed = typedIn(opened.current.values, values);
    if (typed && (documentId || isBegun(typed))) {
      if (JSON.stringify(typed.changed) !== JSON.stringify(own.current?.changed)) own.type({ ...typed, baseVersion: version });
    } else if (own.current && !submitted.current) {
      emptied.current = setTimeout(() => {
        if (!asking.current && !held.current && !submitted.current) void own.settle();
      }, EMPTIED_FOR_MS);
    }
  }, [values, initialValues, ready, documentId, afterReread, questions, holding]);

  /**
   * After a save that failed Strapi takes the form for saved (its button is grey, leaving does not warn), or takes its own hopeful copy of
   * the document back and the text with it. Where the server says that nothing was saved, the form is put back to what it was: changed.
   */
  const afterSave = useCallback(async (): Promise<void> => {
    const own = keeper.current;
    const saved = submitted.current;
    const before = opened.current;
    if (!own || !saved || !before || before.version !== saved.version) return;
    const state = documentId ? await own.askDocument(saved.version) : null;
    if (submitted.current !== saved || opened.current !== before) return;
    if (documentId && state && state.version !== saved.version) {
      void readAnew(documentId);
      return;
    }
    submitted.current = null;
    if (!documentId || !own.current) return;
    const shown = getValues();
    const typedSince = Object.entries(shown).filter(
      ([field, value]) => !sameValue(value, before.values[field]) && !sameValue(value, saved.values[field]),
    );
    const whole = { ...before.values, ...own.current.changed, ...Object.fromEntries(typedSince) };
    if (present.current.modified && !typedIn(shown, whole)) return;
    resetForm(before.values);
    setValues(whole);
  }, [documentId, getValues, readAnew, resetForm, setValues]);

  const wasSubmitting = useRef(false);
  useEffect(() => {
    if (isSubmitting === wasSubmitting.current) return undefined;
    wasSubmitting.current = isSubmitting;
    if (isSubmitting) {
      submitted.current = { version: opened.current?.version ?? null, values: getValues() };
      if (!documentId && keeper.current) noteCreation(keeper.current.form, getValues());
      return undefined;
    }
    const timer = setTimeout(() => void afterSave(), SAVED_WITHIN_MS);
    return () => clearTimeout(timer);
  }, [isSubmitting, afterSave, documentId, getValues]);

  const next = (): void => setQuestions((before) => before.slice(1));
  const take: Autosave['take'] = (question, chosen) => {
    // Drafts of several new documents are not poured into one form: the others are offered when the next one is begun.
    if (documentId) next();
    else setQuestions([]);
    setValues({ ...getValues(), ...chosen });
    const own = keeper.current;
    if (!own || (question.form === own.form && question.tab === tab.current)) return;
    // The old copy goes when the new one is on the server, and not before.
    setTimeout(async () => {
      await own.send();
      const { server, typed } = own.progress;
      if (typed > 0 && server === typed) await own.forget({ ...question, seq: question.form === own.form ? 0 : question.seq });
    }, 500);
  };
  const giveUp: Autosave['giveUp'] = (question) => {
    next();
    const own = keeper.current;
    if (own) void (question.why === 'reread' ? own.settle() : own.forget(question));
  };
  const takeNewer: Autosave['takeNewer'] = (chosen) => {
    setValues({ ...getValues(), ...chosen });
    keeper.current?.resolveNewer();
  };
  const compare = (): void => {
    if (documentId) void readAnew(documentId);
  };
  return {
    progress,
    question: questions[0] ?? null,
    elsewhere,
    submitting: isSubmitting || submitted.current !== null,
    ready,
    values,
    take,
    giveUp,
    takeNewer,
    compare,
  };
};
