"""`read_docx.py F.docx` prints the paragraphs of a Word file as python-docx reads them, in order, without
empty ones; a cell that covers several rows or columns is read once. Several files give a list of such lists."""

import json
import sys

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph


def texts(parent, elements):
    for element in elements:
        if element.tag.endswith("}p"):
            yield Paragraph(element, parent).text
        elif element.tag.endswith("}tbl"):
            seen = []
            for row in Table(element, parent).rows:
                for cell in row.cells:
                    if any(cell._tc is other for other in seen):
                        continue
                    seen.append(cell._tc)
                    yield from texts(cell, cell._tc.iterchildren())


def read(path):
    document = docx.Document(path)
    found = texts(document, document.element.body.iterchildren())
    return [text for text in found if text.strip()]


if __name__ == "__main__":
    lists = [read(path) for path in sys.argv[1:]]
    json.dump(lists[0] if len(lists) == 1 else lists, sys.stdout, ensure_ascii=False)
