#!/usr/bin/env python3
"""Checks the cases in this folder for consistency, and counts them. Needs Python 3.11, nothing else."""
import re
import sys
import tomllib
import unicodedata
from pathlib import Path

FILE = {"about", "asked", "glossary", "case"}
CASE = {"name", "glossary", "text", "fix", "language", "date", "format", "rules", "why"}
FORMS = ["target", "short", "admitted", "deprecated", "forbidden"]
LISTS = {"source", *FORMS, "wrong", "when", "unless", "outside"}
TERM = LISTS | {"id", "kind", "part-of-speech", "domain", "definition", "do-not-translate", "severity",
                "valid-from", "valid-until", "attested", "note"}
RULES = {"forbidden-term", "deprecated-term", "mistranslated-term", "misspelt-term", "mixed-terms",
         "unintroduced-short-form", "full-form-again", "expired-term", "translated-term"}
KINDS = {"term", "formula", "person", "place", "organization"}
PARTS = {"noun", "verb", "adjective", "adverb", "other"}
MARK = re.compile(r"\[\[(?:([a-z]+(?:-[a-z]+)+):)?(.+?)\]\]", re.S)
ASKED = re.compile(r"^[\w./-]+#\d+$")


def values(value):
    return value if isinstance(value, list) else [value]


def plain(form):
    return unicodedata.normalize("NFC", re.sub(r" \[[a-z, ]+\]$", "", form)).lower()


def glossary_faults(text, language):
    """What is wrong with a glossary, and its terms."""
    try:
        glossary = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return [f"glossary: {error}"], []
    faults = [f"glossary: unknown key {key}" for key in glossary.keys() - {"source-language", "target-language", "term"}]
    target = glossary.get("target-language", "en").split("-")[0]
    if target != (language or "en"):
        faults.append(f"glossary is for {target}, the case for {language}")
    terms = glossary.get("term", [])
    for term in terms:
        name = term.get("source", term.get("target"))
        faults += [f"{name}: unknown key {key}" for key in term.keys() - TERM]
        faults += [f"{name}: {key} is no list" for key in term.keys() - LISTS if isinstance(term[key], list)]
        for key in LISTS & term.keys():
            faults += [f"{name}: {key} is empty" for value in values(term[key]) if not value.strip()]
        if "target" not in term and not term.get("do-not-translate"):
            faults.append(f"{name}: no target")
        if len(values(term.get("target", ""))) != 1:
            faults.append(f"{name}: more than one target")
        for form in (form for key in FORMS for form in values(term.get(key, []))):
            flags = re.search(r" \[(.+)\]$", form)
            if flags and not {flag.strip() for flag in flags[1].split(",")} <= {"case", "fixed"}:
                faults.append(f"{name}: flags of {form}")
        right = {form for key in FORMS[:3] for form in values(term.get(key, []))}
        wrong = {form for key in FORMS[3:] for form in values(term.get(key, []))}
        faults += [f"{name}: {form} is right and wrong" for form in right & wrong]
        if term.get("kind", "term") not in KINDS or term.get("part-of-speech", "noun") not in PARTS:
            faults.append(f"{name}: kind or part of speech")
        for day in (term[key] for key in ("valid-from", "valid-until") if key in term):
            if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(day)):
                faults.append(f"{name}: {day} is no day")
        for pattern in values(term.get("wrong", [])) + values(term.get("outside", [])):
            bare = re.sub(r"\{[^{}]*\}\?|\{[^{}]*[*#][^{}]*\}|\{(?:[^{}]*\|)?\}", "", pattern)
            if not re.search(r"\w", bare) or bare.count("{") != bare.count("}") or re.search(r"\{[^}]*\{", pattern):
                faults.append(f"{name}: pattern {pattern}")
    return faults, terms


def fix_faults(text, fix, terms):
    """What is wrong with the text after the fixes: only marked words change, and into right forms."""
    parts, at = [], 0
    for mark in MARK.finditer(text):
        parts.append(text[at:mark.start()])
        at = mark.end()
    parts.append(text[at:])
    found = re.fullmatch("(.+?)".join(re.escape(part) for part in parts), fix, re.S)
    if not found or "[[" in fix:
        return ["the fix changes more than the marked words"]
    right = [plain(form) for term in terms for key in FORMS[:3] for form in values(term.get(key, []))]
    right += [plain(values(term["source"])[0]) for term in terms if term.get("do-not-translate")]
    right += [form.removeprefix("the ") for form in right]
    faults = []
    for mark, new in zip(MARK.finditer(text), found.groups()):
        if new == mark[2]:
            faults.append(f"the fix changes nothing at {new}")
        stem = lambda form: form[: max(2, len(form) - 3)]
        head = lambda form: form.split(" ")[0][:-1]
        if not any(plain(new).startswith((stem(form), head(form))) or stem(form) in plain(new) for form in right):
            faults.append(f"{new} is no right form")
    return faults


def case_faults(case, shared):
    faults = [f"unknown key {key}" for key in case.keys() - CASE]
    if not {"name", "text"} <= case.keys():
        return ["no name or no text"]
    text = case.get("glossary", shared)
    if text is None:
        return faults + ["no glossary"]
    found, terms = glossary_faults(text, case.get("language"))
    faults += found
    unmarked = MARK.sub(lambda mark: mark[2], case["text"])
    if "[[" in unmarked or "]]" in unmarked:
        faults.append("marks are not balanced")
    for mark in MARK.finditer(case["text"]):
        if mark[1] and mark[1] not in RULES:
            faults.append(f"unknown rule {mark[1]}")
        if mark[2] != mark[2].strip():
            faults.append(f"space at the edge of {mark[2]!r}")
    if MARK.search(case["text"]) is None and "fix" in case:
        faults.append("a fix without a mark")
    if "fix" in case:
        faults += fix_faults(case["text"], case["fix"], terms)
    faults += [f"unknown rule {rule}" for rule in case.get("rules", []) if rule not in RULES]
    if case.get("format", "markdown") not in {"markdown", "text", "html"}:
        faults.append("unknown format")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", str(case.get("date", "2024-01-01"))):
        faults.append("date")
    return faults


def main():
    total, faulty = [0, 0, 0], 0
    for path in sorted(Path(__file__).parent.glob("*.toml")):
        file = tomllib.loads(path.read_text(encoding="utf-8"))
        cases = file.get("case", [])
        faults = [("file", f"unknown key {key}") for key in file.keys() - FILE]
        faults += [("file", f"asked: {asked}") for asked in file.get("asked", []) if not ASKED.match(asked)]
        if not file.get("about"):
            faults.append(("file", "no about"))
        names = [case.get("name") for case in cases]
        faults += [(name, "twice") for name in set(names) if names.count(name) > 1]
        texts = [(case.get("text"), case.get("glossary"), case.get("date"), str(case.get("rules"))) for case in cases]
        faults += [(text[0], "the same case twice") for text in set(texts) if texts.count(text) > 1]
        for case in cases:
            faults += [(case.get("name"), fault) for fault in case_faults(case, file.get("glossary"))]
        hits = sum(bool(MARK.search(case.get("text", ""))) for case in cases)
        if not 0 < hits < len(cases):
            faults.append(("file", "needs both cases that find something and cases that find nothing"))
        marks = sum(len(MARK.findall(case.get("text", ""))) for case in cases)
        print(f"{path.name:24} {len(cases):4} cases {hits:4} match {len(cases) - hits:4} no match {marks:4} marks"
              f" {sum('fix' in case for case in cases):4} fixes {sum('why' in case for case in cases):3} why")
        for name, fault in faults:
            print(f"  {path.name}: {name}: {fault}", file=sys.stderr)
        faulty += len(faults)
        total = [total[0] + len(cases), total[1] + hits, total[2] + marks]
    print(f"{total[0]} cases, {total[1]} match, {total[0] - total[1]} do not, {total[2]} marks; {faulty} faults")
    sys.exit(bool(faulty))


main()
