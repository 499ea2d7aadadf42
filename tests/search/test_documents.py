"""Tests of closecodes.search.documents: what is searched for words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from closecodes.i18n import Language
from closecodes.model import Site
from closecodes.records import LocalizedText, Term
from closecodes.search.documents import Document, Section, documents_of, html_of


def _term(**texts: object) -> Term:
    return Term.model_validate(
        {
            "id": "handshake",
            "term": {"en": "handshake", "fr": "poignée de main"},
            "definition": {"en": "A greeting.", "fr": "Un salut."},
            "sources": ("rfc",),
            **texts,
        }
    )


class TestDocumentsOf:
    """Tests of documents_of."""

    def test_pages(self, site: Site, languages: Mapping[str, Language]) -> None:
        """Families and codes are searched; comparisons and lists are not."""
        slugs = [document.slug for document in documents_of(site, languages["en"])]

        assert ["websocket/", "1000/", "1001/"] == slugs

    def test_language(self, site: Site, languages: Mapping[str, Language]) -> None:
        """Titles, headings and texts are those of the language; the registry's name is found as well."""
        _, document, _ = documents_of(site, languages["fr"])

        sections = {section.id: section for section in document.sections}
        assert "1000 Numéro 1000 en français" == document.title
        assert "Quand vous le voyez" == sections["when"].title
        assert "quelqu'un envoie 1000" == sections["when"].text
        assert "Number 1000 in English" in sections[""].text

    def test_borrowed_texts(self, site: Site, languages: Mapping[str, Language]) -> None:
        """What a page borrows from English is not in the index of its language."""
        code = site.families[0].codes[0]
        text = code.record.text.model_copy(update={"when": LocalizedText({"en": "nobody knows"})})
        code = replace(code, record=code.record.model_copy(update={"text": text}))
        family = replace(site.families[0], codes=(code,))

        _, document = documents_of(replace(site, families=(family,)), languages["fr"])

        assert "nobody" not in html_of(document, "fr")

    def test_guide(self, site: Site, languages: Mapping[str, Language]) -> None:
        """A guide is searched in the languages it is written in."""
        site = replace(site, guides={"hello": {"en": "# Hello\n\nWorld.\n\n## More\n\nWords."}})

        *_, guide = documents_of(site, languages["en"])

        assert ("guides/hello/", "Hello") == (guide.slug, guide.title)
        assert "Words." in guide.sections[0].text
        assert "guides/hello/" not in {document.slug for document in documents_of(site, languages["fr"])}

    def test_glossary(self, site: Site, languages: Mapping[str, Language]) -> None:
        """A term is found by its name in any language, and by the words not to use."""
        term = _term(rejected={"fr": ("liaison",)}, note={"en": "No.", "fr": "Une remarque."})
        site = replace(site, terms=(term, _term(id="more", term={"en": "more"})))

        *_, glossary = documents_of(site, languages["fr"])

        text = "Un salut.\n\nUne remarque.\n\nhandshake · poignée de main · liaison"
        assert (Section("handshake", "poignée de main", text),) == glossary.sections


class TestHtmlOf:
    """Tests of html_of."""

    def test_page(self) -> None:
        """A document becomes a page whose sections can be led to; empty ones are left out."""
        sections = (
            Section("", "", "First & `foremost`"),
            Section("when", "When", "l’été"),
            Section("fix", "Fix", " "),
        )

        html = html_of(Document("1000/", "1000 <Name>", sections), "fr")

        body = '<h1>1000 &lt;Name&gt;</h1><p>First &amp; foremost</p><h2 id="when">When</h2><p>l\'été</p>'
        assert f'<!doctype html><html lang="fr"><body>{body}</body></html>\n' == html
