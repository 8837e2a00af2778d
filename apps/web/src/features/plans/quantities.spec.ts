import { hundredths, readQuantity, written } from './quantities';

describe('quantities', () => {
  it.each([
    ['12', '12'], ['1.200', '1200'], ['12,5', '12.5'], ['12,50', '12.5'], ['0,05', '0.05'], ['1.200,75', '1200.75'], ['', null], ['dua', undefined], ['-1', undefined], ['1,234', undefined],
  ])('reads %j as %j', (typed, quantity) => expect(readQuantity(typed)).toBe(quantity));
  it.each(['0', '1', '0.01', '12.5', '-3.07'])('%s keeps its value', (quantity) => expect(written(hundredths(quantity))).toBe(quantity));
});
