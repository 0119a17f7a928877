import { csvOf, jsonOf } from './exported-table';

describe('an exported table', () => {
  it('is a line a row in CSV, below the names of its fields', () => {
    const rows = [
      { name: 'web', tags: ['v1', 'latest'], seconds: 90, ran: true, by: null },
      { name: 'api', tags: [], seconds: null, ran: false, by: 'ada' },
    ];
    expect(csvOf(rows)).toBe(
      'name,tags,seconds,ran,by\r\nweb,v1 latest,90,true,\r\napi,,,false,ada\r\n',
    );
  });

  it('is empty without rows', () => {
    expect(csvOf([])).toBe('');
    expect(JSON.parse(jsonOf([]))).toEqual([]);
  });

  it.each([
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\tx', "'\tx"],
    ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
    ['a=b-c@d', 'a=b-c@d'],
  ])('holds %j in CSV as no formula and in one field', (by, field) => {
    expect(csvOf([{ by }])).toBe(`by\r\n${field}\r\n`);
  });

  it('can be read back in JSON, and holds texts as they are', () => {
    const rows = [{ by: '=1+1', tags: ['v1'], seconds: null }];
    expect(JSON.parse(jsonOf(rows))).toEqual(rows);
  });
});
