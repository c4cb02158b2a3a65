"""Writes a paper from finished strings with python-docx, or has pandoc write it from HTML.

    python3 export_python.py STRINGS.json ROUNDS
    python3 export_python.py PAPER.html ROUNDS

Prints milliseconds of processor time (the quietest round) and the most memory held, in megabytes.
"""

import io
import json
import resource
import subprocess
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


def python_docx(file_name):
    with open(file_name, encoding="utf-8") as file:
        papers = json.load(file)

    def once():
        started = time.process_time()
        for paper in papers:
            write(paper)
        return time.process_time() - started

    return once, resource.RUSAGE_SELF


def pandoc(file_name):
    command = ["pandoc", "-f", "html", "-t", "docx", "-o", file_name + ".docx", file_name]

    def spent():
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        return usage.ru_utime + usage.ru_stime

    def once():
        before = spent()
        subprocess.run(command, check=True)
        return spent() - before

    return once, resource.RUSAGE_CHILDREN


def main():
    file_name, rounds = sys.argv[1], int(sys.argv[2])
    once, whose = (pandoc if file_name.endswith(".html") else python_docx)(file_name)
    milliseconds = min(once() for _ in range(rounds)) * 1000
    peak = resource.getrusage(whose).ru_maxrss / 1024
    print(json.dumps({"milliseconds": milliseconds, "peakMegabytes": peak}))


main()
