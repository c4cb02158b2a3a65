"""Writes the papers whose finished strings stand in a JSON file with python-docx; prints milliseconds.

    python3 export_python.py STRINGS.json ROUNDS
"""

import io
import json
import sys
import time

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt, Twips

ALIGN = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}


def fill(paragraph, ready):
    paragraph.alignment = ALIGN[ready["align"]]
    run = paragraph.add_run(ready["text"])
    run.bold = ready["isBold"]
    run.font.size = Pt(ready["size"])
    run.font.name = ready["latin"]
    run._element.rPr.rFonts.set(qn("w:eastAsia"), ready["font"])


def add_table(document, ready):
    widths = ready["widths"]
    table = document.add_table(rows=len(ready["rows"]), cols=len(widths))
    table.autofit = False
    for width, column in zip(widths, table.columns):
        column.width = Twips(width)
    grid = [list(row.cells) for row in table.rows]
    covered = set()
    for at, row in enumerate(ready["rows"]):
        column = 0
        for cell in row["cells"]:
            while (at, column) in covered:
                column += 1
            last_row = at + cell["rowSpan"] - 1
            last_column = column + cell["columnSpan"] - 1
            target = grid[at][column]
            if (last_row, last_column) != (at, column):
                target = target.merge(grid[last_row][last_column])
            for line in range(at, last_row + 1):
                covered.update((line, place) for place in range(column, last_column + 1))
            for index, paragraph in enumerate(cell["paragraphs"]):
                fill(target.paragraphs[0] if index == 0 else target.add_paragraph(), paragraph)
            column = last_column + 1


def write(paper):
    document = Document()
    document.core_properties.title = paper["title"]
    for block in paper["blocks"]:
        if block["kind"] == "paragraph":
            fill(document.add_paragraph(), block)
        else:
            add_table(document, block)
    document.save(io.BytesIO())


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        papers = json.load(file)
    best = None
    for _ in range(int(sys.argv[2])):
        started = time.perf_counter()
        for paper in papers:
            write(paper)
        taken = (time.perf_counter() - started) * 1000
        best = taken if best is None else min(best, taken)
    print(json.dumps({"milliseconds": best, "papers": len(papers)}))


main()
