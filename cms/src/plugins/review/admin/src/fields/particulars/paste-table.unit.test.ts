import { cellsOf, isTable, laidOver, squared } from './paste-table';

it('a table from a spreadsheet comes in cell by cell, with its empty cells', () => {
  expect(cellsOf('季度\t总值\t增长\r\n一季度\t1,024.5\t\r\n')).toEqual([['季度', '总值', '增长'], ['一季度', '1,024.5', '']]);
  expect(cellsOf('\t甲\n乙\t')).toEqual([['', '甲'], ['乙', '']]);
});

it('a cell with a line break or a quotation mark stands in quotes and is one cell', () => {
  expect(cellsOf('"第一\n行"\t"他说""好"""\n3\t4')).toEqual([['第一 行', '他说"好"'], ['3', '4']]);
  expect(cellsOf('12" 管\t5')).toEqual([['12" 管', '5']]);
});

it('one word is no table', () => {
  expect([isTable(cellsOf('一季度')), isTable(cellsOf('一\t二')), isTable(cellsOf('一\n二'))]).toEqual([false, true, true]);
});

it('what is pasted is laid over from the cell on, and the grid grows', () => {
  expect(laidOver([['季度', ''], ['', '']], 1, 1, [['1', '2'], ['3', '4']])).toEqual([['季度', '', ''], ['', '1', '2'], ['', '3', '4']]);
});

it('rows of other lengths are made equally long', () => expect(squared([['一', '二'], ['三']])).toEqual([['一', '二'], ['三', '']]));
