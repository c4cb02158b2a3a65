/** Numbers of the zip format (PKWARE APPNOTE 6.3, §4.3) that reader and writer share. */
export const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  descriptor: 0x08074b50,
} as const;
/** Sizes of the fixed parts of the headers in bytes. */
export const localSize = 30;
export const centralSize = 46;
export const endSize = 22;
/** A data descriptor has this many bytes at most. */
export const mostDescriptor = 16;
/** Bits of the general purpose flag. */
export const flags = { encrypted: 0x0001, descriptor: 0x0008, utf8: 0x0800 } as const;
/** 1 January 1980, 0:00: the same project gives the same bytes whenever it is written. */
export const fixedTime = { date: 0x0021, time: 0 } as const;
