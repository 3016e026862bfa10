"""Markdown as people write it: what is certain is read as it is meant, and no word is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handbill.markup import convert
from handbill.outline import outline_of
from handbill.problems import Place

PAGE = Place("content/pages/x.md", 1)


def _html(text: str) -> str:
    body = convert(text, PAGE)
    assert body.problems == ()
    return re.sub(r"\s*\n\s*", "", body.html)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        (
            "Go to **www.example.org/help**, or **https://example.org**.",
            '<p>Go to <strong><a class="address" href="https://www.example.org/help">'
            'www.example.org/help</a></strong>, or <strong><a class="address" '
            'href="https://example.org">https://example.org</a></strong>.</p>',
        ),
        (
            "*https://example.org/a_b*, _https://example.org/a_",
            '<p><em><a class="address" href="https://example.org/a_b">https://example.org/a_b</a>'
            '</em>, <em><a class="address" href="https://example.org/a">https://example.org/a</a>'
            "</em></p>",
        ),
        *(
            (
                f"{before}https://example.org/a{after}",
                f'<p>{before}<a class="address" href="https://example.org/a">'
                f"https://example.org/a</a>{after}</p>",
            )
            for before, after in (
                *(("\u201c", "\u201d"), ("\u2018", "\u2019"), ("\u00ab", "\u00bb")),
                *(("", "\u2014it is free"), ("", "\u2013then"), ("", "\u2026")),
                *(("", "\u2019s page"), ("", "'s page"), ("", "*"), ("", "\u200b.")),
            )
        ),
        *(
            (
                f"See {written}, please.",
                f'<p>See <a class="address" href="{href}">{written}</a>, please.</p>',
            )
            for written, href in (
                ("Https://example.org/Help", "https://example.org/Help"),
                ("HTTP://example.org", "http://example.org"),
                ("WWW.example.org", "https://WWW.example.org"),
                ("https://example.org/a*b/*/c", "https://example.org/a*b/*/c"),
            )
        ),
        (
            "Loans* at https://example.org/a*b are **free**.\n\n*For all.",
            '<p>Loans* at <a class="address" href="https://example.org/a*b">'
            "https://example.org/a*b</a> are <strong>free</strong>.</p><p>*For all.</p>",
        ),
        (
            "[Ours](https://example.org/a**b) is **free**.",
            '<p><a href="https://example.org/a**b">Ours</a> is <strong>free</strong>.</p>',
        ),
        ("Half [1] have it.\n\n[1]: A study.", "<p>Half [1] have it.</p><p>[1]: A study.</p>"),
        (
            "Half [1] have it.\n\n[1]: https://example.org",
            '<p>Half <a href="https://example.org">1</a> have it.</p>',
        ),
        ("Bring:\n- one\n- two", "<p>Bring:</p><ul><li>one</li><li>two</li></ul>"),
        ("Do:\n1. one\n2. two", "<p>Do:</p><ol><li>one</li><li>two</li></ol>"),
        ("Do:\n1) one\n2) two", "<p>Do:</p><ol><li>one</li><li>two</li></ol>"),
        ("-\u00a0one\n-\u00a0two", "<ul><li>one</li><li>two</li></ul>"),
        ("• one\n• two", "<ul><li>one</li><li>two</li></ul>"),
        ("\uf0b7\tone\n\uf0b7\ttwo", "<ul><li>one</li><li>two</li></ul>"),
        ("\u2013 one\n\u2013 two", "<ul><li>one</li><li>two</li></ul>"),
        (
            "- a\n  - b\n    - c\n- d",
            "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>",
        ),
        ("- a\n    - b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("- a\n\t- b\n- c", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"),
        ("1. a\n   - b\n2. c", "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>"),
        ("- a\n\n  more\n\n- b", "<ul><li><p>a</p><p>more</p></li><li><p>b</p></li></ul>"),
        ("- a\ngoes on", "<ul><li>agoes on</li></ul>"),
        (
            "> quote\n> - a\n> - b",
            '<div class="boxed" role="note"><p>quote</p><ul><li>a</li><li>b</li></ul></div>',
        ),
        (
            "> 1. a\n>    - b",
            '<div class="boxed" role="note"><ol><li>a<ul><li>b</li></ul></li></ol></div>',
        ),
        (
            "1. a\n\n   b\n2. c\n3. d",
            "<ol><li><p>a</p><p>b</p></li><li><p>c</p></li><li>d</li></ol>",
        ),
        ("Student: ______ Date: ____", "<p>Student: ______ Date: ____</p>"),
        ("__bold__", "<p><strong>bold</strong></p>"),
        ("One.\n\n___", "<p>One.</p><hr>"),
        ("Sincerely,\nThe board", "<p>Sincerely,<br>The board</p>"),
        (
            "Birch Falls Schools\n40 School Street\n(207) 555-0150",
            "<p>Birch Falls Schools<br>40 School Street<br>(207) 555-0150</p>",
        ),
        ("**Q:** Why?\n**A:** So.", "<p><strong>Q:</strong> Why?<br><strong>A:</strong> So.</p>"),
        ("A short line\nthat goes on.", "<p>A short linethat goes on.</p>"),
        (
            "A line of sixty letters, which a program broke where it was full:\nThen",
            "<p>A line of sixty letters, which a program broke where it was full:Then</p>",
        ),
        (
            "Hotspot\n: A device\nPark\n:A place\n:   It is free",
            "<dl><dt>Hotspot</dt><dd>A device</dd><dt>Park</dt><dd>A place</dd>"
            "<dd>It is free</dd></dl>",
        ),
        ("Call: 555-0142\nat noon", "<p>Call: 555-0142at noon</p>"),
        ("☐ keep\n☐ pay", "<p>☐ keep<br>☐ pay</p>"),
        ("Tick one:\n☐ keep\n☐ pay", "<p>Tick one:☐ keep<br>☐ pay</p>"),
        ("J. Smith, Chair\\\nA. Lopez", "<p>J. Smith, Chair<br>A. Lopez</p>"),
        ("A. Lopez and\nB. Nguyen voted.", "<p>A. Lopez andB. Nguyen voted.</p>"),
        ("[ ] Yes [ ] No", "<p>[ ] Yes [ ] No</p>"),
        ("**June 11*** Last day", "<p><strong>June 11</strong>* Last day</p>"),
        (
            "- June 11* Last day\n\n* Will change.",
            "<ul><li>June 11* Last day</li></ul><p>* Will change.</p>",
        ),
        ("*Yes*, free.\n\n* One", "<p><em>Yes</em>, free.</p><ul><li>One</li></ul>"),
        ("*Free* for all\n*open* to all", "<p><em>Free</em> for all<em>open</em> to all</p>"),
        ("*Jane Roe*\n*Principal*", "<p><em>Jane Roe</em><br><em>Principal</em></p>"),
        ("* a\n* b*", "<ul><li>a</li><li>b*</li></ul>"),
        ("\u2013One\n\u2013Two", "<ul><li>One</li><li>Two</li></ul>"),
        ("- a\n- b\n1. c", "<ul><li>a</li><li>b</li></ul><ol><li>c</li></ol>"),
        (
            "- a\n  - b\n1. c\n2. d",
            "<ul><li>a<ul><li>b</li></ul></li></ul><ol><li>c</li><li>d</li></ol>",
        ),
        (
            "1. a\n- b\n2. c",
            '<ol><li>a</li></ol><ul><li>b</li></ul><ol start="2"><li>c</li></ol>',
        ),
        ("•one\n•two", "<ul><li>one</li><li>two</li></ul>"),
        ("\uff11\uff0eone\n\uff12\uff0etwo", "<ol><li>one</li><li>two</li></ol>"),
        ("Loans* are free, laptops* too.", "<p>Loans* are free, laptops* too.</p>"),
        (
            "*a* **b *c* d**",
            "<p><em>a</em> <strong>b <em>c</em> d</strong></p>",
        ),
        (
            "(https://example.org/form)",
            '<p>(<a class="address" href="https://example.org/form">'
            "https://example.org/form</a>)</p>",
        ),
        (
            '"https://example.org/form"',
            '<p>"<a class="address" href="https://example.org/form">'
            'https://example.org/form</a>"</p>',
        ),
        (
            "请写信至roe@example.org或浏览https://example.org/a。",
            '<p>请写信至<a class="address" href="mailto:roe@example.org">roe@example.org</a>或浏览'
            '<a class="address" href="https://example.org/a">https://example.org/a</a>。</p>',
        ),
        (
            "See www.example.org.",
            '<p>See <a class="address" href="https://www.example.org">www.example.org</a>.</p>',
        ),
        (
            "r&d@example.org",
            '<p><a class="address" href="mailto:r&amp;d@example.org">r&amp;d@example.org</a></p>',
        ),
        (
            "o'brien@example.org",
            '<p><a class="address" href="mailto:o\'brien@example.org">o\'brien@example.org</a></p>',
        ),
        ("3. c\n4. d", '<ol start="3"><li>c</li><li>d</li></ol>'),
        ("It was\n2024. It was good.", "<p>It was2024. It was good.</p>"),
        ("\tOne paragraph\n\tthat goes on.", "<p>One paragraphthat goes on.</p>"),
        ("    One paragraph.", "<p>One paragraph.</p>"),
        ("It costs \\$9.25, don\\'t wait.", "<p>It costs $9.25, don't wait.</p>"),
        ("~~old~~ new", "<p><del>old</del> new</p>"),
        ("2 ~~ 3", "<p>2 ~~ 3</p>"),
        ("\uff03\uff03 Title", '<h2 data-top="" id="title">Title</h2>'),
        ("##\u00a0Title", '<h2 data-top="" id="title">Title</h2>'),
        (
            "See https://example.org/a?b=1.",
            '<p>See <a class="address" href="https://example.org/a?b=1">'
            "https://example.org/a?b=1</a>.</p>",
        ),
        (
            "Read https://example.org/Gap_(school).",
            '<p>Read <a class="address" href="https://example.org/Gap_(school)">'
            "https://example.org/Gap_(school)</a>.</p>",
        ),
        (
            "Read (as https://example.org/gap).",
            '<p>Read (as <a class="address" href="https://example.org/gap">'
            "https://example.org/gap</a>).</p>",
        ),
        (
            "Write to a.b@example.org!",
            '<p>Write to <a class="address" href="mailto:a.b@example.org">a.b@example.org</a>!</p>',
        ),
        ("[https://y.org](https://y.org)", '<p><a href="https://y.org">https://y.org</a></p>'),
        ("a\n\n---\n\nb", "<p>a</p><hr><p>b</p>"),
        ("> said\n- a", '<div class="boxed" role="note"><p>said</p></div><ul><li>a</li></ul>'),
        ("Line\\\nbreak", "<p>Line<br>break</p>"),
        ("> - a\n> - b", '<div class="boxed" role="note"><ul><li>a</li><li>b</li></ul></div>'),
        ("Term\n:   Its sense", "<dl><dt>Term</dt><dd>Its sense</dd></dl>"),
        ("5 - 7 students", "<p>5 - 7 students</p>"),
        ("\u2013 Hello, she said.", "<p>\u2013 Hello, she said.</p>"),
        ("Line  \nbreak", "<p>Line<br>break</p>"),
        (
            "Call <tel:+14195550142>, write to <sms:741741?body=HOME>.",
            '<p>Call <a href="tel:+14195550142">+14195550142</a>, '
            'write to <a href="sms:741741?body=HOME">741741</a>.</p>',
        ),
        (
            "<student number>@example.org, **<name>**, <address>",
            "<p>&lt;student number&gt;@example.org, <strong>&lt;name&gt;</strong>, "
            "&lt;address&gt;</p>",
        ),
    ],
)
def test_it_is_read_as_it_is_meant(written: str, read: str) -> None:
    assert _html(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "Family Technology Desk\n40 School Street\n(419) 555-2118\nhelp@example.org",
        "Family Technology Desk\n40 School Street\nwww.example.org/help",
        "7:30 a.m. \u2013 Breakfast\n8:00 a.m. \u2013 Classes begin",
        "K\u20135: 8:30 to 3:15\n6\u20138: 7:45 to 2:30\n9\u201312: 7:20 to 2:05",
        "$25 \u2013 Screen\n$40 \u2013 Keyboard",
        "1st grade: Room 101\n2nd grade: Room 102",
        "iPad\niPhone",
        "\u00bfQui\u00e9n?\n\u00a1Todos!",
        "\u201cYes.\u201d\n\u201cNo.\u201d",
        "Q: What happens if a laptop is stolen on the way to school?\n"
        "A: Call the police, and then tell the office. There is no fee.",
        "P: \u00bfQu\u00e9 pasa si se pierde la computadora en el camino a la escuela?\nR: Nada.",
        "Policy 7540.03 \u2013 Student technology acceptable use and safety\n"
        "Adopted: August 12, 2025\nRevised: May 3, 2026",
        f"Name: {'_' * 35}\nGrade: {'_' * 30}\nSignature: {'_' * 20} Date: {'_' * 8}",
        "I. PURPOSE\nII. SCOPE\nIII. RULES",
        "Free* and half** price.\n\n*Waived for families.\n**Refundable.",
        "**When:** Tuesday, September 8, from 6 to 8 p.m., with pizza\n**Where:** The gym",
        "{{ district.name }}\n{{ district.contact.name }}\n{{ district.contact.phone }}",
        "[Our help](help.md)\n[Places with free internet in every part of town](places.md#all)",
        "**Who pays for it when it breaks on the way to school?**\n"
        "The school pays for the first repair, and the family for the second one in a year.\n"
        "**What if it is lost?**\nCall us.",
        "8:00 Doors open\n8:30 Welcome\n9:00 a.m. Talk",
        "8:00 Doors open in the gym, with pizza for all who come\n8:30 Welcome",
        "Saturday, September 12, in the gym of Birch Falls High School:\n"
        "8:00 Doors open\n8:30 welcome\nAll are invited.",
        "$25 per student\n$40 per family",
        "$25 per student for the whole year, with the charger and its case\n$40 per family",
        "1 notebook\n2 pencils",
        "1st grade in Room 101\n2nd grade in Room 102",
        "ages 5 to 7\nages 8 to 10",
        "monday: 9 to 5\ntuesday: 9 to 3",
        "Mon | 9 to 5\nTue | 9 to 3",
        "Family Technology Desk\nMon to Fri | 9 to 3\n40 School Street",
        "\U0001f392 backpack\n\U0001f4da books\n\u2b50 a smile",
        "#MapleProud\n#homework is for all.",
        "https://example.org/a\nhttps://example.org/the",
        "Our fees\n$25 per student\n$40 per family",
        "**Important**\nplease read this with care, and then sign the form and bring it to school.",
        "#MapleProud\n#maple #proud",
        "- Desk\n  Name: Ana\n  Phone: 555-0142\n- Other",
        "- Name: Ana\n  Phone: 555-0142",
        "1. Town library\n   40 School Street\n   Mon 9 to 5",
        "- Desk:\n  Name: Ana, who is there from eight to four, in the office beside the gym\n"
        "  Phone: 555-0142",
        "Family Technology Desk\nBirch Falls Regional School District Administration Building\n"
        "40 School Street\nBirch Falls, ME 04412",
        "Birch Falls Regional School District Administration Building\n40 School Street, 2nd floor",
    ],
)
def test_lines_that_begin_as_lines_do_stay_lines(written: str) -> None:
    lines = written.replace("\n\n", "").count("\n") - written.count("\n- ")

    assert _html(written).count("<br>") == lines


@pytest.mark.parametrize(
    "written",
    [
        "We lend laptops to all students in grades\n9\u201312.",
        "The library opens at\n7:30 a.m. on weekdays.",
        "The form is due on\nMay 5",
        "The library is at\n12 Main Street.",
        "English, Spanish and\nArabic. Call us.",
        "It is paid for if a parent or guardian signs the\nChromebook Agreement: it says who pays.",
        "It is open to all students and their families, and to\nteachers: ask at the office.",
        "One day Maria came to the office with her mother and asked.\nA week later she had it.",
        *(
            f"On the first Saturday of each month we open the doors of the gym to all who come,\n"
            f"{start} as the sign at the door says, and we help until the last of you has left."
            for start in ("8:00", "8:30 a.m.", "$25", "1 notebook", "5th grade", "#MapleProud")
        ),
        "The doors of the gym are open to all families on the first Saturday of the month,\n"
        "8:00 a.m. for those who help us with the tables and the chairs, and about half past\n"
        "8:30 for all others.",
        "$25 is the fee for a student whose family has one device, and families pay\n$40 for two.",
        "1 notebook per student is enough for a year, while the second one costs\n2 dollars.",
        "Read how we lend laptops to all of our students and who pays for their repair in\n"
        "[Our help](help.md).",
        "Please read\n[our help](help.md)",
        "He said that he would come. In the year\n2020 we had 5\n1 of them.",
        "**Free**\nfor all of them",
        "We lend **every student of Birch Falls** a laptop, and it is\n**free**\nfor all of them.",
        "The form is there for all who ask, in the office of the Birch Falls High School,\n"
        "40 School Street, Birch Falls, ME 04412",
        "- a point that is so long that a program broke its line at the end of its\n"
        "  1st grade, and\n  2nd grade",
        "- Ask the office of\n  Ana Lopez",
        "- a\ngoes on",
    ],
)
def test_a_sentence_that_goes_on_stays_one_line(written: str) -> None:
    assert "<br>" not in _html(written)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        (
            "| Item | Price |\n|---|---|\n| Charger* | $25 |\n| Screen** | $35 |\n\n"
            "*Waived for families.\n**After the first.\n\nThis is **bold** here.",
            "Item Price Charger* $25 Screen** $35 *Waived for families. **After the first. "
            "This is bold here.",
        ),
        (
            "Charger* $25 and **bold words** here.\nScreen** $35.\n\n* Waived.\n\n** Later.",
            "Charger* $25 and bold words here. Screen** $35. * Waived. ** Later.",
        ),
        (
            "Charger* $25 and **bold words** here.\n\nScreen\\*\\* $35\n\n\\*Waived.\n\n"
            "\\*\\* After the first.",
            "Charger* $25 and bold words here. Screen** $35 *Waived. ** After the first.",
        ),
        (
            "The program*, which is new, gives each student* a device.",
            "The program*, which is new, gives each student* a device.",
        ),
        ("***Free*** for ***all*** and **some**, ***now***", "Free for all and some , now"),
        ("- ***Monday***\n- ***Tuesday***", "Monday Tuesday"),
        ("***Free\nfor all***", "Free for all"),
        ("***Note:* all families sign.**", "Note: all families sign."),
        ("**All families *must sign.***", "All families must sign."),
        ("**$25\\*** per year, **Late fee\\***: $5", "$25* per year, Late fee* : $5"),
        (
            "| Columbus Day* | Oct 12 |\n|---|---|\n| Veterans Day** | Nov 11 |\n\n"
            "*No school **Early dismissal",
            "Columbus Day* Oct 12 Veterans Day** Nov 11 *No school **Early dismissal",
        ),
        (
            "| Day | What |\n|---|---|\n| Oct 12 | Columbus Day * |\n| Nov 11 | Open |\n\n"
            "* No school",
            "Day What Oct 12 Columbus Day * Nov 11 Open * No school",
        ),
        (
            "| Columbus Day * | Oct 12 |\n|---|---|\n| Veterans Day ** | Nov 11 |\n\n"
            "* No school\n** Early dismissal",
            "Columbus Day * Oct 12 Veterans Day ** Nov 11 * No school ** Early dismissal",
        ),
        ("Columbus Day *\n\nOpen:\n\n* Monday\n* Tuesday", "Columbus Day * Open: Monday Tuesday"),
        ("A * b\n\n* Monday", "A * b Monday"),
        ("Grades A*, B* and *all* others.", "Grades A*, B* and all others."),
        ("It is 5*3*2 inches.", "It is 5*3*2 inches."),
        ("It costs $5*, or *nothing*.", "It costs $5*, or nothing."),
    ],
)
def test_stars_of_notes_stay_and_bold_words_are_bold(written: str, shown: str) -> None:
    body = convert(written, PAGE)

    assert body.problems == ()
    assert " ".join(re.sub("<[^>]*>", " ", body.html).split()).replace(" .", ".") == shown


def test_a_table_may_follow_a_line() -> None:
    html = _html("Our hours:\n| Day | Time |\n|---|---|\n| Mon | 9 |")
    assert html.startswith("<p>Our hours:</p><table")
    assert '<td data-label="Time" role="cell">9</td>' in html


def test_a_list_in_a_footnote_stays_in_it() -> None:
    html = _html("One.[^a]\n\n[^a]: Note:\n\n    - x\n    - y\n\nMore.")
    text, _, notes = html.partition('<div class="footnote">')
    assert "<p>More.</p>" in text
    assert "<ul><li>x</li><li>y" in notes


@pytest.mark.parametrize("after", ["More text.", "- More text."])
def test_what_follows_a_table_is_no_row_of_it(after: str) -> None:
    html = _html(f"| a | b |\n|---|---|\n| 1 | 2 |\n{after}")
    assert html.count("<tr") == 2
    assert html.index("More text.") > html.index("</table>")


def test_a_table_may_have_one_column_and_its_labels_have_no_marks() -> None:
    html = _html("| Fee[^1] |\n|---|\n| $5 |\n\n[^1]: A year.")
    assert '<td data-label="Fee" role="cell">$5</td>' in html


def test_the_words_of_a_marked_head_are_its_label() -> None:
    html = _html("| **Day** of *all* | Fee |\n|---|---|\n| Mon | $5 |")
    assert '<td data-label="Day of all" role="cell">Mon</td>' in html


def test_two_dashes_with_a_line_between_them_are_a_dialogue() -> None:
    said = "She looked up, and thought about it for a while at her desk."
    html = _html(f"\u2013 Is it free?\n{said}\n\u2013 It is.")
    assert "<li>" not in html


@pytest.mark.parametrize(("columns", "classes"), [(5, "rows"), (6, "rows many")])
def test_a_table_of_six_columns_is_set_smaller(columns: int, classes: str) -> None:
    html = _html(f"{'| a ' * columns}|\n{'|---' * columns}|\n{'| b ' * columns}|")
    assert html.startswith(f'<table class="{classes}"')


def test_footnotes_have_letters_and_lead_there_and_back() -> None:
    html = _html("One.[^1] Class of 30[^two].\n\n[^1]: First.\n[^two]: Second **note**.")
    links = re.findall(r'href="#([^"]*)"', html)
    anchors = outline_of(html).anchors
    assert links == ["fn-1", "fn-two", "fnref-1", "fnref-two"]
    assert set(links) <= set(anchors)
    assert re.findall(r'class="footnote-ref" href="[^"]*">(\w+)</a>', html) == ["a", "b"]
    assert "30<sup" in html
    assert 'class="note-mark" id="fnref-two">\u00a0<a' in html


@pytest.mark.parametrize(
    "plain",
    [
        *("Bring [sic] and [optional] things.", "Room #4, C# and F#", "* required", "a * b * c"),
        *("Mr. O. Smith comes at 5:30.", "1) call us, 2) come by", "x_y_z and _one_ word"),
        *("**bold** and **bolder**", "Price: $5 == 5 dollars", "a {curly} word", "see (a) and (b)"),
        *(
            "Either | or",
            "Time: 9:30:15",
            "(555) 555-0142 - ask for Ana",
            "I. Purpose\n\nII. Scope",
        ),
        *(
            "It ends.\n\n---\n\nNew part.",
            "It **ends**.\n\n***\n\nNew part.\n\n****",
            "\\*\\*not bold\\*\\*",
            "`**` is code",
            "Roses are red  \nand so on",
        ),
        *("- [Our help](help.md)\n- [More](help.md)", "Ratio 3:1, at 10:00:", "1. One\n\n2. Two"),
    ],
)
def test_what_is_no_markup_is_left_in_peace(plain: str) -> None:
    assert convert(plain, PAGE).problems == ()


@given(
    st.lists(
        st.sampled_from(
            [
                *(
                    "- ",
                    "1. ",
                    "  ",
                    "    ",
                    "\t",
                    "\n",
                    "\n\n",
                    "word ",
                    "| a | b |\n",
                    "|---|---|\n",
                ),
                *(
                    "## ",
                    "> ",
                    "**",
                    "• ",
                    "\u00a0",
                    "a) ",
                    ": ",
                    "[^1]",
                    "[^1]: ",
                    "---\n",
                    "~~",
                    "é. ",
                ),
            ]
        ),
        max_size=24,
    )
)
def test_no_text_breaks_it_and_no_word_is_lost(parts: list[str]) -> None:
    text = "".join(parts)
    html = re.sub(r"<[^>]*>", "", convert(text, PAGE).html)
    if "[^1]" not in text and "|" not in text:
        assert html.count("word") == text.count("word")
