import type { Check } from '../finding';

/** 表头: a table of data needs cells that say what its columns hold; one of a single row or column is layout. */
export const tableHeaders: Check = {
  id: 'table-header',
  title: '表格表头',
  run: (subject) =>
    subject.body.tables
      .filter((table) => !table.hasHeader && table.rows > 1 && table.columns > 1)
      .map((table) => ({
        place: table.place,
        severity: 'warn' as const,
        message: '这个表格没有表头单元格。',
        hint: '请把第一行设为表头，读屏软件才能读出每一列是什么。只用来排版的表格请写明理由。',
        excerpt: null,
        matched: 'header',
        kept: 'header',
      })),
};
