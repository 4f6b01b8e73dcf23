//! `mtlint check`: reads, checks and scores documents, and writes the report as they are done.

mod args;
mod feed;
pub(super) mod inputs;
mod job;
mod output;
mod pool;
mod settings;
mod sources;

use std::process::ExitCode;

use clap::ColorChoice;

use super::failure::{self, FINDINGS, Failure, INPUT};
use feed::Ended;
use job::{Done, Job};
use output::Output;
use settings::Settings;
use sources::{Pair, Sources};

pub(super) use args::Args;

pub(super) fn run(args: &Args, color: ColorChoice) -> Result<ExitCode, Failure> {
    // The rules live as long as the process: to take thousands of entries apart at its end costs
    // more than an article.
    // They are made on one of the threads that share the work, where what is handed out does not wait.
    let settings: &Settings = Box::leak(Box::new(rayon::scope(|_| Settings::new(args))?));
    let pairs = pairs(args, settings, color)?;
    let job = Job::new(args, settings, color);
    let mut output = Output::begin(args, settings, color, pairs.len())?;
    let ended = Ended::default();
    let tasks = feed::tasks(pairs, &settings.reading, &ended);
    let take = |done: Done| {
        if ended.get() == Some(done.input) {
            return Ok(());
        }
        ended.set(done.ends.then_some(done.input).or(ended.get()));
        output.write(done)
    };
    pool::ordered(args.jobs(), tasks, |task| job.run(task), take)?;
    let outcome = output.end()?;
    for entry in settings.unused(&outcome.used, outcome.compared) {
        failure::warning(color, &entry);
    }
    Ok(match (outcome.failures, outcome.bad) {
        (true, _) => ExitCode::from(INPUT),
        (false, true) => ExitCode::from(FINDINGS),
        (false, false) => ExitCode::SUCCESS,
    })
}

/// What is to be checked, each with its source where there is one.
fn pairs(args: &Args, settings: &Settings, color: ColorChoice) -> Result<Vec<Pair>, Failure> {
    let inputs = inputs::collect(&args.paths, args.stdin_filename.as_deref(), &settings.glossaries)?;
    let Some(path) = &args.source else {
        return Ok(inputs.into_iter().map(|input| Pair { input, source: None }).collect());
    };
    let sources = Sources::new(path)?;
    let pairs = sources.join(inputs, &args.paths, settings.linter.target_language());
    if let Some(warning) = sources.unpaired(&pairs, &args.paths) {
        failure::warning(color, &warning);
    }
    Ok(pairs)
}
