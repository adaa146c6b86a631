/** Whatever an inviter may write: any UTF-16 at all, and what is worth trying. */
import fc from "fast-check";

const tricks = [
  "<script>window.__pwned=1</script>",
  '<img src=x onerror="window.__pwned=1">',
  "</p></div></main><a href=/in/someone-else/>Someone Else</a>",
  "&lt;b&gt;&#0;",
  "javascript:window.__pwned=1",
  "\u202egnp.exe\u2066\u2069\u200f",
  "\ud800",
  "\udc00\ud800",
  "\u0000\u0007\u001b",
  "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "a\u0301\u0323\u0301",
  "\u1112\u1161\u11ab",
  "İıſ",
  "\u00a0\u2003\u3000\ufeff\u200b",
  "١٬٠٥٢ 1,00,052",
  "{names} and {n}",
];

const unit = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: "grapheme", maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
  { weight: 3, arbitrary: fc.constantFrom(...tricks) },
  { weight: 2, arbitrary: fc.constantFrom(" ", "  ", "\n", "\t", "\r\n", " and ", ", ", ".") },
);

export const anyText: fc.Arbitrary<string> = fc.array(unit, { maxLength: 24 }).map((parts) => parts.join(""));
