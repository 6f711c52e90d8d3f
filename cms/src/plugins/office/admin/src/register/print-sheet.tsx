import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { shownMinute } from '../../../../review/admin/src/times';
import type { ShownEntry } from '../requests/answers';
import { SECRECY } from './words';

const HEADS = ['登记号', '日期', '来文机关', '主送机关', '发文字号', '标题', '份数', '密级', '签收', '案卷号', '备注'];

const cellsOf = (entry: ShownEntry): string[] => [
  entry.numberText,
  entry.day,
  entry.fromOrgan,
  entry.toOrgan,
  entry.documentNumber,
  entry.title,
  String(entry.copies),
  SECRECY[entry.secrecy],
  entry.signedAt ? `${entry.signedBy ?? ''} ${shownMinute(entry.signedAt)}` : '',
  entry.fileNumber ?? '',
  entry.voidedAt ? `作废：${entry.voidReason ?? ''}` : entry.notes,
];

const STYLE = `
#office-print { display: none; }
@media print {
  body > *:not(#office-print) { display: none !important; }
  #office-print { display: block; color: #000; background: #fff; font: 10.5pt serif; }
  #office-print h1 { font-size: 16pt; text-align: center; margin-bottom: 8pt; }
  #office-print table { width: 100%; border-collapse: collapse; }
  #office-print th, #office-print td { border: 0.5pt solid #000; padding: 3pt; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
  #office-print tr { break-inside: avoid; }
  @page { size: A4 landscape; margin: 12mm; }
}`;

/** 登记簿 on paper: only the table is printed, the screen stays as it is. */
export const PrintSheet = ({ title, entries, onDone }: { title: string; entries: ShownEntry[]; onDone(): void }) => {
  useEffect(() => {
    const done = () => onDone();
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [onDone]);
  return createPortal(
    <div id="office-print">
      <style>{STYLE}</style>
      <h1>{title}</h1>
      <table>
        <thead>
          <tr>
            {HEADS.map((head) => (
              <th key={head}>{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              {cellsOf(entry).map((cell, index) => (
                <td key={HEADS[index]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>,
    document.body,
  );
};
