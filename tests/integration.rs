//! What mtlint ships for CI: the hooks, the action and the examples of docs/ci.md are valid, and the
//! commands in them are commands that mtlint has.

// A test or benchmark fails loudly, in its helpers too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use regex_automata::meta::Regex;
use serde_json::Value;
use tempfile::TempDir;

const HOOKS: &str = ".pre-commit-hooks.yaml";
const ACTION: &str = "action.yml";
const GUIDE: &str = "docs/ci.md";

/// The commands that CI runs.
const COMMANDS: [&[&str]; 2] = [&["check"], &["glossary", "check"]];

fn file(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

fn yaml(text: &str) -> Value {
    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The fenced blocks of the guide in a language.
fn blocks(language: &str) -> Vec<String> {
    let (guide, mut blocks) = (file(GUIDE), Vec::new());
    let mut lines = guide.lines();
    while let Some(line) = lines.next() {
        let Some(name) = line.strip_prefix("```") else { continue };
        let block: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
        if name == language {
            blocks.push(block.join("\n") + "\n");
        }
    }
    assert!(!blocks.is_empty(), "no blocks in {language}");
    blocks
}

/// A repository as the guide supposes one: nothing is wrong in it.
fn desk() -> TempDir {
    let desk = tempfile::tempdir().unwrap();
    let good = "The delegates of the trade union met in the afternoon, and in the evening they went home by train.\n";
    let files = [
        ("house.toml", "[[term]]\nsource = \"工会\"\ntarget = \"trade union\"\nforbidden = \"labor guild\"\n"),
        ("sports.csv", "source,target,forbidden\n乒乓球,table tennis,ping-pang\n"),
        ("articles/good.txt", good),
        ("archive/good.txt", good),
    ];
    for (path, text) in files {
        let path = desk.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    desk
}

/// The exit code of a command, and all that it writes.
fn outcome(command: &mut Command) -> (i32, String) {
    let output = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout) + &text(&output.stderr))
}

fn mtlint(desk: &TempDir, words: &[String]) -> (i32, String) {
    outcome(Command::new(env!("CARGO_BIN_EXE_mtlint")).current_dir(desk.path()).args(words))
}

/// The command of some words behind `mtlint`, if it is one that CI runs.
fn command(words: &[String]) -> Option<&'static [&'static str]> {
    let begins = |names: &&[&str]| {
        words.len() >= names.len() && names.iter().zip(words).all(|(name, word)| *name == word.as_str())
    };
    COMMANDS.into_iter().find(begins)
}

/// The options that the help of a command names.
fn options(command: &[&str]) -> BTreeSet<String> {
    let (code, help) = outcome(Command::new(env!("CARGO_BIN_EXE_mtlint")).args(command).arg("--help"));
    assert_eq!(code, 0, "{help}");
    let heads = help.lines().map(str::trim_start).filter(|line| line.starts_with('-'));
    let words = heads.flat_map(|head| head.split([' ', ',']));
    words.filter(|word| word.starts_with("--")).map(str::to_owned).collect()
}

/// Fails unless the help of the command names all options among the words.
fn options_exist(words: &[String]) {
    let names = command(words).unwrap_or_else(|| panic!("no command: {words:?}"));
    let known = options(names);
    assert!(known.contains("--help"), "{known:?}");
    for word in words.iter().filter(|word| word.starts_with("--") && word.len() > 2) {
        let option = word.split('=').next().unwrap_or_default();
        assert!(known.contains(option), "`mtlint {}` has no {option}", names.join(" "));
    }
}

/// The words behind `mtlint` in each line that runs it.
fn calls(script: &str) -> Vec<Vec<String>> {
    let runs = |word: &&str| *word != "mtlint" && !word.ends_with("/mtlint");
    let inside = |word: &&str| !["|", "||", "&&", ">", ";"].contains(word);
    let call = |line: &str| {
        let words = line.split_whitespace().skip_while(runs).skip(1).take_while(inside);
        let plain = words.map(|word| word.trim_matches('"'));
        plain.map(|word| word.replace("${files[@]}", "articles/good.txt")).collect::<Vec<_>>()
    };
    script.lines().map(call).filter(|words| command(words).is_some()).collect()
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn strings(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(|item| item.as_str().unwrap().to_owned()).collect()
}

/// The words behind `mtlint` in the entry of a hook.
fn entry(hook: &Value) -> Vec<String> {
    let words = words(hook["entry"].as_str().unwrap());
    assert_eq!(words[0], "mtlint");
    words[1..].to_vec()
}

#[test]
fn hooks_run_commands_that_exist() {
    let hooks = yaml(&file(HOOKS));
    let ids: Vec<&str> = hooks.as_array().unwrap().iter().map(|hook| hook["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["mtlint", "mtlint-glossary-check"]);
    for hook in hooks.as_array().unwrap() {
        assert_eq!((&hook["language"], &hook["require_serial"]), (&Value::from("rust"), &Value::from(true)));
        options_exist(&entry(hook));
    }
}

#[test]
fn the_glossary_hook_takes_glossaries_only() {
    let hooks = yaml(&file(HOOKS));
    let files = Regex::new(hooks[1]["files"].as_str().unwrap()).unwrap();
    for path in ["house.toml", "desk/sports-glossary.csv", "glossaries/a/b.xliff", "x/terms.tbx", "house.en.tsv"] {
        assert!(files.is_match(path), "{path}");
    }
    for path in ["mtlint.toml", "Cargo.toml", "warehouse.csv", "glossary/README.md", "house/prices.csv", "house.txt"] {
        assert!(!files.is_match(path), "{path}");
    }
}

#[test]
fn no_script_of_the_action_has_an_expression_in_it() {
    let action = yaml(&file(ACTION));
    assert_eq!(action["runs"]["using"], "composite");
    let steps = action["runs"]["steps"].as_array().unwrap();
    for step in steps.iter().filter(|step| !step["run"].is_null()) {
        assert!(!step["run"].as_str().unwrap().contains("${{"), "{step}");
        assert_eq!(step["shell"], "bash", "{step}");
    }
}

#[test]
fn every_input_of_the_action_is_an_option_and_is_passed_on() {
    let action = yaml(&file(ACTION));
    let step = action["runs"]["steps"].as_array().unwrap().last().unwrap();
    let known = options(&["check"]);
    for (name, input) in action["inputs"].as_object().unwrap() {
        let passed = format!("${{{{ inputs.{name} }}}}");
        assert!(step["env"].as_object().unwrap().values().any(|value| *value == passed), "{name}");
        assert!(input["default"].is_string() && input["description"].is_string(), "{name}");
        let option = format!("--{name}");
        let added = step["run"].as_str().unwrap().contains(&format!("add {option}= "));
        assert_eq!(added, !["paths", "args"].contains(&name.as_str()), "{name}");
        assert!(!added || known.contains(&option), "{name}");
    }
}

/// Runs the last script of the action, which is the check, with some inputs.
#[cfg(unix)]
fn act(desk: &TempDir, inputs: &Value) -> (i32, String) {
    let action = yaml(&file(ACTION));
    let step = action["runs"]["steps"].as_array().unwrap().last().unwrap();
    let program = Path::new(env!("CARGO_BIN_EXE_mtlint")).parent().unwrap();
    let path = std::env::var("PATH").unwrap_or_default();
    let mut bash = Command::new("bash");
    bash.current_dir(desk.path()).args(["-c", step["run"].as_str().unwrap()]);
    bash.env("PATH", format!("{}:{path}", program.display()));
    for (variable, value) in step["env"].as_object().unwrap() {
        let name = value.as_str().unwrap().trim_start_matches("${{ inputs.").trim_end_matches(" }}");
        let default = action["inputs"][name]["default"].as_str().unwrap();
        bash.env(variable, inputs[name].as_str().unwrap_or(default));
    }
    outcome(&mut bash)
}

#[cfg(unix)]
#[test]
fn the_action_checks_and_fails_as_the_command_does() {
    let desk = desk();
    fs::write(desk.path().join("a text.txt"), "The labor guild met on Friday.\n").unwrap();
    let code = |inputs: Value| act(&desk, &inputs).0;
    assert_eq!(code(serde_json::json!({})), 0);
    assert_eq!(code(serde_json::json!({ "glossary": "\n  house.toml \r\nsports.csv\n", "paths": "a text.txt" })), 1);
    assert_eq!(code(serde_json::json!({ "glossary": "house.toml", "fail-on": "never" })), 0);
    assert_eq!(code(serde_json::json!({ "glossary": "house.toml", "args": "--ignore=house\n--quiet" })), 0);
    assert_eq!(code(serde_json::json!({ "fail-on": "grave" })), 2);
    assert_eq!(code(serde_json::json!({ "paths": " \n" })), 2);
}

#[cfg(unix)]
#[test]
fn inputs_of_the_action_are_never_code() {
    let desk = desk();
    let code = "$(touch pwned)\n`touch pwned`\narticles; touch pwned\n\" && touch pwned && \"\n--version\n*";
    for input in ["paths", "glossary", "pack", "fail-on", "min-score", "args"] {
        let (code, text) = act(&desk, &serde_json::json!({ input: code }));
        assert!(code >= 2, "{input}: {code} {text}");
        assert!(!desk.path().join("pwned").exists(), "{input}");
    }
}

#[test]
fn commands_of_the_guide_have_options_that_exist_and_run() {
    let scripts = [blocks("yaml"), blocks("sh")].concat();
    let calls: Vec<_> = scripts.iter().flat_map(|script| calls(script)).collect();
    assert!(calls.len() > 8, "{calls:?}");
    let desk = desk();
    for call in calls {
        options_exist(&call);
        let (code, text) = mtlint(&desk, &call);
        assert_eq!(code, 0, "{call:?}\n{text}");
    }
}

#[test]
fn configurations_of_the_guide_are_valid() {
    for block in blocks("toml") {
        let desk = desk();
        fs::write(desk.path().join("mtlint.toml"), &block).unwrap();
        let (code, text) = mtlint(&desk, &words("check articles"));
        assert_eq!(code, 0, "{block}\n{text}");
    }
}

#[test]
fn hooks_of_the_guide_exist_and_run() {
    let (hooks, desk) = (yaml(&file(HOOKS)), desk());
    let blocks: Vec<Value> = blocks("yaml").iter().map(|block| yaml(block)).collect();
    let repos = blocks.iter().filter_map(|block| block["repos"].as_array()).flatten();
    let used: Vec<&Value> = repos.flat_map(|repo| repo["hooks"].as_array().unwrap()).collect();
    assert!(used.len() > 2);
    for hook in used {
        let known = hooks.as_array().unwrap().iter().find(|known| known["id"] == hook["id"]);
        let known = known.unwrap_or_else(|| panic!("no hook: {hook}"));
        let mut call = [entry(known), strings(&hook["args"])].concat();
        if hook["pass_filenames"] != false {
            call.push(if hook["id"] == "mtlint" { "articles/good.txt" } else { "house.toml" }.to_owned());
        }
        options_exist(&call);
        let (code, text) = mtlint(&desk, &call);
        assert_eq!(code, 0, "{call:?}\n{text}");
    }
}

#[cfg(unix)]
#[test]
fn uses_of_the_action_in_the_guide_run() {
    let (inputs, desk) = (yaml(&file(ACTION))["inputs"].clone(), desk());
    let blocks: Vec<Value> = blocks("yaml").iter().map(|block| yaml(block)).collect();
    let jobs = blocks.iter().filter_map(|block| block["jobs"].as_object()).flat_map(|jobs| jobs.values());
    let steps = jobs.flat_map(|job| job["steps"].as_array().unwrap());
    let own = |step: &&Value| step["uses"].as_str().is_some_and(|uses| uses.starts_with("OWNER/mtlint@"));
    let used: Vec<&Value> = steps.filter(own).collect();
    assert!(!used.is_empty());
    for step in used {
        for name in step["with"].as_object().unwrap().keys() {
            assert!(!inputs[name].is_null(), "the action has no input {name}");
        }
        let (code, text) = act(&desk, &step["with"]);
        assert_eq!(code, 0, "{step}\n{text}");
    }
}
