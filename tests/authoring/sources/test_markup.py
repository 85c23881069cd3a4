"""Pages as lines of text."""

from __future__ import annotations

import pytest

from checker.authoring.sources.markup import html_lines


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<h2>見出し</h2><p>文は\n 続く。</p>", ["見出し", "文は 続く。"]),
        ("<p>一<p>二<ul><li>三<li>四</ul>五", ["一", "二", "三", "四", "五"]),
        ("<p>資<b>格</b>確<span>認</span>書<br>届く</p>", ["資格確認書", "届く"]),
        ("<table><tr><th>あり<td>なし</table>", ["あり", "なし"]),
        ("<div>前<p>中</p>後</div>", ["前", "中", "後"]),
        ("<ruby>資格<rt>しかく</rt></ruby>", ["資格"]),
        ("<ruby>資格<rp>(</rp><rt><span>しかく</span></rt><rp>)</rp></ruby>", ["資格"]),
        ("<nav>menu</nav><!-- x --><script>1</script><style>2</style><template>3</template>文", ["文"]),
        ("<p>外</p><main><p>中</p></main>", ["中"]),
        ("<p>外</p><div role=main><p>中</p></div>", ["中"]),
        ("<p>外</p><article><p>中</p></article>", ["中"]),
        ("<article>一</article><article>二</article>", ["一", "二"]),
        ("<p>A&amp;B &#12354;&nbsp;い", ["A&B あ い"]),
        ('<?xml version="1.0" encoding="UTF-8"?><html xmlns="http://www.w3.org/1999/xhtml"><p>文</p></html>', ["文"]),
        ("http://example.jp/だけ", ["http://example.jp/だけ"]),
        ("", []),
        ("<main></main>", []),
    ],
)
def test_a_line_is_what_a_reader_sees_as_one(page: str, lines: list[str]) -> None:
    assert html_lines(page) == lines


def test_tags_that_are_never_closed_go_as_deep_as_they_like() -> None:
    assert html_lines("<div><font>" * 3000 + "文" + "<p>終わり") == ["文", "終わり"]
