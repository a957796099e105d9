import { describe, expect, it } from 'vitest';
import { creditCodeHolds, divisionOf } from '#shared/checks/credit-code.ts';
import { idNumber, readIdNumber } from '#shared/checks/id-number.ts';
import { isPhone, isPostcode } from '#shared/checks/identifiers.ts';

describe('an ID number', () => {
  it('of the standard’s own example holds', () => {
    // GB 11643-1999 gives 11010519491231002X and 440524188001010014.
    expect(readIdNumber('11010519491231002X')).toEqual({ born: '1949-12-31', sex: '女', checkDigitHolds: true });
  });

  it('with another last place does not hold', () => {
    expect(readIdNumber('110105194912310021')?.checkDigitHolds).toBe(false);
  });

  it.each([
    ['330399196709269819', '男'],
    ['330399197909288525', '女'],
  ])('%s is of a %s', (number, sex) => {
    expect(readIdNumber(number)).toMatchObject({ sex, checkDigitHolds: true });
  });

  it.each([
    '１１０１０５１９４９１２３１００２ｘ',
    '110105 19491231 002x',
    '110105-19491231-002X',
    "'11010519491231002X",
    '‘11010519491231002X',
  ])('is read as written %s', (written) => {
    expect(readIdNumber(written)?.checkDigitHolds).toBe(true);
    expect(idNumber(written)).toBe('11010519491231002X');
  });

  it.each([
    '',
    '—',
    '110105491231002',
    '1101051949123100',
    '11010519491231002XX',
    '910105194913310021',
    '110105194900310021',
    '110105194912000021',
    '110105194902290021',
    '110105190002290021',
    '110105194904310021',
    '110105189912310021',
    '010105194912310021',
    'A10105194912310021',
    '110105********002X',
    '某某',
  ])('%j can’t be read', (written) => {
    expect(readIdNumber(written)).toBeNull();
  });

  it.each(['11010520000229002X', '11010519480229002X', '110105190012310021', '110105194901310021', '110105194911300021'])(
    '%s has a date of birth that there was',
    (written) => {
      expect(readIdNumber(written)).not.toBeNull();
    },
  );
});

describe('a social credit code', () => {
  it.each(['91350100M000100Y43', '911101087921006070', '91440300708461136T'])('%s holds', (code) => {
    expect(creditCodeHolds(code)).toBe(true);
  });

  it.each(['91350100M000100Y44', '91350100M000100Y4', '91350100M000100Y433', '91350100I000100Y43', '', '某某'])(
    '%j does not hold',
    (code) => {
      expect(creditCodeHolds(code)).toBe(false);
    },
  );

  it('names the office that registered it', () => {
    expect(divisionOf('91350100M000100Y43')).toBe('350100');
  });
});

describe('postcodes and telephones', () => {
  it.each([
    ['325000', true],
    ['３２５０００', true],
    ['32500', false],
    ['3250000', false],
    ['925000', false],
    ['', false],
    ['邮编', false],
  ])('postcode %j: %s', (written, want) => {
    expect(isPostcode(written)).toBe(want);
  });

  it.each([
    '13800000001',
    '138-0000-0001',
    '138 0000 0001',
    '+86 13800000001',
    '+86-13800000001',
    '8613800000001',
    '19900000001',
    '0577-88000001',
    '(0577)88000001',
    '（0577）88000001',
    '010-62000001',
    '0577-88000001转801',
    '0577-88000001-801',
    '4001234567',
    '无效、13800000001',
    '057788000001/13800000001',
  ])('%s can be dialled', (written) => {
    expect(isPhone(written)).toBe(true);
  });

  it.each(['', '—', '1380000000', '138000000011', '12800000001', '88000001', '0577-1800000', '057', '电话', '4001234', '0577-880000'])(
    '%j can’t',
    (written) => {
      expect(isPhone(written)).toBe(false);
    },
  );
});
