"""Texts of an enemy, for every field."""

HOSTILE = (
    "<script>alert(1)</script>",
    "</style></svg></title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "a\x1b[31mred\x07\x00b\x9bc",
    "=cmd|' /C calc'!A0",
    "left\u202egnp.exe \u2066x\u2069 \u200b\u2028\ufeff\ufffe",
    "a | b\n| c\r\nd\te",
    "&amp;&lt;b&gt;]]>--><!--",
    "x" * 10_000,
    "가나다 " * 2_500,
)
