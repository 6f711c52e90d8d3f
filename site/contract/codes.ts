import { z } from 'zod';

/** Words that are addresses of the site's own rooms and so can never be the code of a column (design: site, "Reserved words"). */
export const RESERVED_CODES = ['xxgk', 'bm', 'zt', 'hd', 'fw', 'tj', 'gy', 'search', 'intake'] as const;

/** Code of a column: what its address is made of. Lower-case letters and digits, never a reserved word. */
export const columnCode = z
  .string()
  .regex(/^[a-z][a-z0-9]{1,19}$/)
  .refine((code) => !(RESERVED_CODES as readonly string[]).includes(code), { error: '保留字不能用作栏目代码' });

/** Code of a department: lower case in addresses (`/bm/szf/`), upper case in 索引号 (`SZF-2026-00012`). */
export const departmentCode = z.string().regex(/^[a-z][a-z0-9]{1,11}$/);

/** A document's own id: ten characters of lower-case Crockford base 32, given once and never changed. */
export const documentId = z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/);

/** Month of first release in Asia/Shanghai as `yyyymm`; `000000` for an import without any date. */
export const month = z.string().regex(/^(000000|\d{4}(0[1-9]|1[0-2]))$/);

/** SHA-256, 64 lower-case hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** An instant, ISO 8601 in UTC with milliseconds and `Z`. Shown to people in Asia/Shanghai. */
export const instant = z.iso.datetime({ precision: 3 });

/** A calendar day without a time, `yyyy-mm-dd`. */
export const day = z.iso.date();
