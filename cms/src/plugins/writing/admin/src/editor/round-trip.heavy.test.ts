import { nothingIsLost } from './nested-bodies';

it('loses no word, picture, link, cell or item, however a body is nested', () => nothingIsLost(3_000));
