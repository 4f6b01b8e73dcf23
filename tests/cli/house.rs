//! `mtlint check --glossary`, `glossaries` in `mtlint.toml`, `glossary why` and `glossary check --articles`.

use super::{Desk, PACK, run};

const HOUSE: &str = "[[term]]\nsource = \"工会\"\ntarget = \"trade union\"\nforbidden = \"labor guild\"\n\n\
    [[term]]\nsource = \"全总\"\ntarget = \"All-China Federation of Trade Unions\"\nwhen = \"Lhasa\"\nforbidden = \"General Guild\"\n";
const TEXT: &str =
    "The labor guilds of the city met in the afternoon, and the General Guild sent them its greetings.\n";

fn desk() -> Desk {
    Desk::new(&[("house.toml", HOUSE), ("a.txt", TEXT)])
}

#[test]
fn a_house_glossary_is_enforced_whatever_the_pack() {
    assert_eq!(desk().rules(&["--glossary", "house.toml", "a.txt"]), ["forbidden-term"]);
    let desk = desk();
    desk.write("mtlint.toml", b"glossaries = [\"house.toml\"]\n");
    assert_eq!(desk.rules(&["a.txt"]), ["forbidden-term"]);
    assert_eq!(desk.check(&["a.txt", "--ignore", "forbidden-term"]).0, 0);
}

#[test]
fn a_house_entry_replaces_the_built_in_one() {
    let house = "source\ttarget\n大国工匠\tmaster artisan\n";
    let text = "A big country craftsman spoke to the delegates in the evening.\n";
    let desk = Desk::new(&[("house.tsv", house), ("a.txt", text)]);
    let (_, out, _) = run(desk.command(&["check", "--format", "json", "a.txt"]).args(["--glossary", "house.tsv"]));
    assert!(out.contains("“master artisan”") && !out.contains("master craftsman"), "{out}");
}

#[test]
fn of_two_glossaries_the_later_one_holds() {
    let desk = Desk::new(&[
        ("one.tsv", "source\ttarget\tforbidden\n工会\tunion\tlabor guild\n"),
        ("two.csv", "source,target,forbidden\n工会,trade union,workers' guild\n"),
        ("a.txt", "The labor guild and the workers' guild met in the afternoon.\n"),
    ]);
    let (_, out, _) = desk.check(&["a.txt", "--glossary", "one.tsv", "--glossary", "two.csv"]);
    assert!(out.contains("“workers' guild”") && !out.contains("say “union”"), "{out}");
}

#[test]
fn a_glossary_that_is_not_valid_ends_the_run() {
    for (name, text, what) in [
        ("a.tsv", "source\ttarget\n工会\t\n", "a.tsv:2:"),
        ("a.csv", "source,traget\n", "unknown column `traget`"),
        ("a.toml", "[[term]]\nsource = \"a\"\ntarget = [\"b\", \"c\"]\n", "2 preferred forms"),
        ("a.toml", "[[term]]\nsource = \"a\"\ntarget = \"b\"\nwrong = \"{c\"\n", "brace"),
        ("a.xyz", "text", "no glossary format"),
        ("a.tbx", "<!DOCTYPE x [<!ENTITY a \"b\">]><martif/>", "DOCTYPE"),
    ] {
        let desk = Desk::new(&[(name, text), ("b.txt", TEXT)]);
        let (code, out, error) = desk.check(&["b.txt", "--glossary", name]);
        assert_eq!((code, out.as_str()), (2, ""), "{error}");
        assert!(error.contains(what), "{what}: {error}");
    }
    assert_eq!(desk().check(&["a.txt", "--glossary", "nowhere.toml"]).0, 2);
}

#[test]
fn why_tells_what_became_of_each_form() {
    let desk = desk();
    let why = |term: &str| {
        run(&mut desk.command(&["glossary", "why", term, "a.txt", "--glossary", "house.toml", "--pack", PACK]))
    };
    let (code, out, _) = why("工会");
    assert!(code == 0 && out.contains("1:5 “labor guilds”: reported by forbidden-term"), "{out}");
    assert!(out.contains("no match: “trade” nowhere, “union” nowhere"), "{out}");
    let (_, out, _) = why("general guild");
    assert!(
        out.contains("1:60 “General Guild”: quiet: the entry counts only where the text mentions “Lhasa”"),
        "{out}"
    );
    let (code, _, error) = why("trade unio");
    assert!(code == 2 && error.contains("did you mean `trade union`?"), "{error}");
    assert_eq!(run(&mut desk.command(&["glossary", "why", "工会", "b.txt", "--glossary", "house.toml"])).0, 3);
}

#[test]
fn entries_that_no_article_uses_are_told() {
    let desk = desk();
    desk.write("more.tsv", "source\ttarget\n微信\tWeChat\n".as_bytes());
    let (code, out, _) =
        run(&mut desk.command(&["glossary", "check", "house.toml", "more.tsv", "--articles", "a.txt", "--strict"]));
    assert_eq!((code, out.matches("[unused]").count()), (1, 1), "{out}");
    assert!(out.contains("entry: 微信"), "{out}");
    assert_eq!(run(&mut desk.command(&["glossary", "check", "house.toml", "--articles", "none"])).0, 3);
}

#[test]
fn of_a_glossary_in_several_languages_the_pack_takes_its_own() {
    let tbx = "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>\
        <conceptEntry id=\"c1\"><langSec xml:lang=\"en\"><termSec><term>trade union</term></termSec><termSec>\
        <term>labor guild</term><termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote></termSec></langSec>\
        <langSec xml:lang=\"zh\"><termSec><term>工会</term></termSec></langSec></conceptEntry></body></text></tbx>";
    let desk = Desk::new(&[("house.tbx", tbx), ("a.txt", TEXT)]);
    let (_, out, error) = run(desk.command(&["check", "--format", "json", "a.txt"]).args(["--glossary", "house.tbx"]));
    assert!(out.contains("deprecated-term") && out.contains("工会"), "{out}{error}");
}

#[test]
fn what_a_termbase_holds_besides_is_told_when_it_is_converted() {
    let tbx = "<tbx type=\"TBX-Basic\" style=\"dca\" xml:lang=\"zh\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>\
        <conceptEntry id=\"c1\"><langSec xml:lang=\"zh\"><termSec><term>工会</term></termSec></langSec>\
        <langSec xml:lang=\"en\"><termSec><term>trade union</term><descrip type=\"context\">The trade union met.</descrip>\
        </termSec></langSec><langSec xml:lang=\"fr\"><termSec><term>syndicat</term></termSec></langSec></conceptEntry>\
        </body></text></tbx>";
    let desk = Desk::new(&[("house.tbx", tbx)]);
    let (code, out, error) = run(&mut desk.command(&["glossary", "convert", "house.tbx", "-", "--to", "toml"]));
    assert!(code == 0 && out.contains("target = \"trade union\""), "{out}{error}");
    assert!(error.contains("lost `context`, which is there once"), "{error}");
    assert!(error.contains("lost the terms in `fr`, which is there once"), "{error}");
}
