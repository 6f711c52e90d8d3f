import { mentionsIn } from './mentions';

const COLLEAGUES = [{ id: '1', name: '李明' }, { id: '2', name: '李明明' }, { id: '3', name: '王建' }];

describe('colleagues called in a note', () => {
  it('are found by name, the longer of two that begin alike, each once', () => {
    expect(mentionsIn('请@李明明 核对，@王建 知悉，@李明明', COLLEAGUES).map(({ id }) => id)).toEqual(['2', '3']);
  });

  it('are none where an @ is only an @', () => expect(mentionsIn('a@b.example', COLLEAGUES)).toEqual([]));
});
