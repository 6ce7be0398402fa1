"""Short invented papers, in parts that tests put together in different orders."""

CODES = "ҒТАМР 70.27.17\n\nhttps://doi.org/10.12345/su.2024.7.3"
OTHER_CODES = "МРНТИ 39.19.31\n\nУДК 911.2:556"

KK = """\
КӨЛ СУЫНЫҢ САПАСЫ ЖӘНЕ ОНЫ БАҚЫЛАУ ЖОЛДАРЫ

А.Б. Сәдуов¹, Н.К. Омарова²*

¹Дала география институты, Астана, Қазақстан

²Көл зерттеу университеті, Қостанай, Қазақстан

*e-mail: omarova@example.kz

Мақалада дала көлдерінің суы қалай өзгеретіні және оны ауыл тұрғындары қалай бақылай алатыны қарастырылады. \
Бақылау үш жыл бойы жүргізілді, ал үлгілер ай сайын алынды.

Түйін сөздер: көл, су сапасы, бақылау."""

RU = """\
КАЧЕСТВО ОЗЁРНОЙ ВОДЫ И ПУТИ ЕГО КОНТРОЛЯ

А.Б. Садуов¹, Н.К. Омарова²*

¹Институт степной географии, Астана, Казахстан

²Университет озёрных исследований, Костанай, Казахстан

*e-mail: omarova@example.kz

В статье рассматривается, как меняется вода степных озёр и как за ней могут наблюдать жители села. \
Наблюдения велись три года, пробы отбирались ежемесячно.

Ключевые слова: озеро, качество воды, контроль."""

EN = """\
LAKE WATER QUALITY AND WAYS TO CONTROL IT

A.B. Saduov¹, N.K. Omarova²*

¹Institute of Steppe Geography, Astana, Kazakhstan

²University of Lake Studies, Kostanay, Kazakhstan

*e-mail: omarova@example.kz

The article looks at how the water of steppe lakes changes and how villagers can watch over it. \
Observations lasted three years and samples were taken monthly.

Keywords: lake, water quality, control."""

BODY = """\
Введение

Степные озёра мелеют, и вместе с глубиной меняется состав их воды. Об этом писали многие [1, 2].

Материалы и методы

Пробы отбирали в трёх точках каждого озера. Анализ выполняли в день отбора, чтобы состав не успел измениться.

Результаты и обсуждение

Минерализация за лето выросла в полтора раза. Жители заметили это раньше лаборатории [3].

Заключение

Наблюдение силами жителей дешевле и быстрее."""

REFERENCES = """\
Список литературы

1 Садуов А.Б. Озёра степи // География. – 2019. – № 2. – С. 3-9.

2 Petrov V. Lakes of the North. – London: Lantern, 2011. – 120 p.

3 Омарова Н.К. Вода и люди. – Костанай, 2020. – 88 с."""

ROMANISED = """\
References

1 Saduov A.B. Ozera stepi // Geografiya. – 2019. – № 2. – S. 3-9. [in Russian]

2 Petrov V. Lakes of the North. – London: Lantern, 2011. – 120 p.

3 Omarova N.K. Voda i lyudi. – Kostanay, 2020. – 88 s. [in Russian]"""


def paper(*parts: str) -> str:
    """The parts as one text, blank lines between them."""
    return "\n\n".join(parts)
